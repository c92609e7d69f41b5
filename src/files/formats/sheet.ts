import type { Block } from "../content.ts";
import type { Range, Sheet } from "./sheet-cells.ts";
import { tableBlocks } from "./table.ts";

const MAX_HEADER_ROWS = 4; // a taller merged cell is content

/** A sheet as rows with the names of their columns; what stands above its table is plain text. */
export function sheetBlocks({ rows, merges }: Sheet): Block[] {
  const filled = fillMerges(rows, merges);
  const numbers = [...filled.keys()].toSorted((one, other) => one - other);
  const columns = [...new Set(numbers.flatMap((row) => [...(filled.get(row)?.keys() ?? [])]))].toSorted(
    (one, other) => one - other,
  );
  const grid = numbers.map((row) => columns.map((column) => filled.get(row)?.get(column) ?? ""));
  const first = grid.findIndex((row) => new Set(row.filter((cell) => cell !== "")).size > 1);
  const headerRows = first < 0 ? 1 : headerHeight(merges, numbers[first] ?? 0);
  if (headerRows === 1 || first + headerRows >= grid.length) return tableBlocks({ rows: grid });
  return [
    ...tableBlocks({ rows: grid.slice(0, first) }),
    ...tableBlocks({ rows: grid.slice(first), headerRows }),
  ];
}

/** How many rows the header takes, by the tallest merged cell that begins in its first row. */
function headerHeight(merges: readonly Range[], row: number): number {
  const heights = merges.filter(({ top }) => top === row).map(({ bottom }) => bottom - row + 1);
  return Math.max(1, ...heights.filter((height) => height <= MAX_HEADER_ROWS));
}

/** Repeats the text of a merged cell wherever it reaches among cells that are there. */
function fillMerges(rows: Sheet["rows"], merges: readonly Range[]): Sheet["rows"] {
  const numbers = [...rows.keys()].toSorted((one, other) => one - other);
  const used = new Set(numbers.flatMap((row) => [...(rows.get(row)?.keys() ?? [])]));
  for (const { top, left, bottom, right } of merges) {
    const text = rows.get(top)?.get(left);
    if (text === undefined) continue;
    const columns = [...used].filter((column) => column >= left && column <= right);
    for (const row of numbers.slice(firstFrom(numbers, top))) {
      if (row > bottom) break;
      for (const column of columns) if (rows.get(row)?.has(column) !== true) rows.get(row)?.set(column, text);
    }
  }
  return rows;
}

/** The place of the first number that is not below the one asked for, by halving. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
