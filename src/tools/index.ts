import type { HolidayTables } from "../calendar/holidays/tables.ts";
import type { Statutes } from "../statutes/statutes.ts";
import { addPeriodTool } from "./add-period.ts";
import { calculateTax } from "./calculate-tax.ts";
import { computeDeadlineTool } from "./compute-deadline.ts";
import type { Tool } from "./define.ts";
import { findStatute } from "./find-statute.ts";
import { lookUpTable } from "./look-up-table.ts";
import { readingOf } from "./reading.ts";
import type { Shelf } from "./reading.ts";
import { searchKnowledge } from "./search-knowledge.ts";
import { verifyCitations } from "./verify-citations.ts";

/** What the tools of the law read from; both are asked anew at every call. */
export interface LawSources {
  readonly statutes: () => Statutes;
  readonly holidays: () => HolidayTables;
}

/** Every tool there is, in the order a model sees them: first what it should reach for first. */
export function createTools(knowledge: Shelf, law: LawSources): readonly Tool[] {
  const reading = readingOf(knowledge);
  return [
    searchKnowledge(reading),
    lookUpTable(reading),
    ...(reading.tax === undefined ? [] : [calculateTax(reading.tax)]),
    addPeriodTool(),
    findStatute({ ...reading, statutes: law.statutes }),
    verifyCitations(law),
    computeDeadlineTool(law),
  ];
}
