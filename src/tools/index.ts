import { addPeriodTool } from "./add-period.ts";
import { calculateTax } from "./calculate-tax.ts";
import type { Tool } from "./define.ts";
import { lookUpTable } from "./look-up-table.ts";
import { readingOf } from "./reading.ts";
import type { Shelf } from "./reading.ts";
import { searchKnowledge } from "./search-knowledge.ts";

/** Every tool there is, in the order a model sees them: first what it should reach for first. */
export function createTools(knowledge: Shelf): readonly Tool[] {
  const reading = readingOf(knowledge);
  return [
    searchKnowledge(reading),
    lookUpTable(reading),
    ...(reading.tax === undefined ? [] : [calculateTax(reading.tax)]),
    addPeriodTool(),
  ];
}
