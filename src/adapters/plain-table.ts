import { plainInline } from "./plain-inline.ts";

const DELIMITERS = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Index of the table's last line. */
  readonly last: number;
}

/** The table that begins at this line, or null when none does. */
export function readTable(lines: readonly string[], index: number): Table | null {
  const first = lines[index] ?? "";
  const second = lines[index + 1] ?? "";
  if (!first.includes("|") || !second.includes("-") || !DELIMITERS.test(second)) return null;
  const head = cellsOf(first);
  if (head.length !== cellsOf(second).length) return null;
  let last = index + 1;
  while ((lines[last + 1] ?? "").includes("|")) last += 1;
  return { head, rows: lines.slice(index + 2, last + 1).map(cellsOf), last };
}

/** A table without lines: each row as 列名：值 lines, a blank line between two rows. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const names = head.map(plainInline);
  if (rows.length === 0) return [names.join(" · ")];
  const blocks = rows.map((row) =>
    row.map(plainInline).flatMap((value, column) => {
      const name = names[column] ?? "";
      return value === "" ? [] : [name === "" ? value : `${name}：${value}`];
    }),
  );
  return blocks.flatMap((block, place) => (place === 0 ? block : ["", ...block]));
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
