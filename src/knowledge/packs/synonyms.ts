import { parseCsv } from "./csv.ts";
import { rowFaults } from "./table.ts";
import type { Checked } from "./yaml.ts";

/** An everyday word and the documents' word for it. */
export interface Synonym {
  readonly said: string;
  readonly official: string;
}

/** Reads `said,official`, one pair a line. */
export function readSynonyms(text: string, file: string): Checked<Synonym[]> {
  const [header, ...records] = parseCsv(text);
  if (header?.fields.join(",") !== "said,official") {
    return {
      faults: [
        {
          file,
          line: 1,
          fault: "the header is not said,official",
          remedy: "Make the first line said,official",
        },
      ],
    };
  }
  const faults = rowFaults(header, records, file);
  if (faults.length > 0) return { faults };
  return { value: records.map(({ fields: [said = "", official = ""] }) => ({ said, official })) };
}
