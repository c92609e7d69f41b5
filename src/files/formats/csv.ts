import { parse } from "csv-parse/sync";
import { decodeText } from "../decode.ts";
import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import type { Read, Reading } from "./reading.ts";
import { tableBlocks } from "./table.ts";

const MAX_CELL_CHARS = 1_000_000; // a quote that is never closed swallows the file
const MAX_CELLS = 2_000_000;
const SEPARATORS = [",", "\t", ";", "，"];

/** Comma-separated values: each row with the names of its columns. */
export async function readCsv(bytes: Uint8Array, { budget }: Reading): Promise<Read> {
  const { text, refusal } = decodeText(bytes);
  if (text === undefined) throw new Refused(refusal);
  const rows = parseRows(text);
  if (rows.reduce((cells, row) => cells + row.length, 0) > MAX_CELLS) {
    throw new Refused(refusals.manyCells(MAX_CELLS));
  }
  const blocks = tableBlocks({ rows });
  budget.read(blocks);
  return { blocks };
}

function parseRows(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_CELL_CHARS,
    });
  } catch (error) {
    throw new Refused(refusals.damaged("CSV"), error);
  }
}

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const [line = ""] = text.split("\n", 1);
  const counted = SEPARATORS.map((separator) => ({ separator, count: line.split(separator).length }));
  return counted.reduce((best, each) => (each.count > best.count ? each : best)).separator;
}
