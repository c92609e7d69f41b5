import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import type { DomElement } from "./dom.ts";

const MAX_SPAN = 1_000; // a cell that claims to span more is a mistake or an attack
const MAX_CELLS = 500_000;

/** A table's cells, with merged ones repeated in every place they cover. */
export function gridOf(
  table: DomElement,
  textOf: (cell: DomElement) => string,
): { rows: string[][]; headerRows?: number } {
  const rows: string[][] = [];
  let cells = 0;
  let headerRows = 0;
  const trs = rowsOf(table);
  for (const [y, tr] of trs.entries()) {
    const row = (rows[y] ??= []);
    let x = 0;
    const own = Array.from(tr.children).filter(({ tagName }) => /^T[DH]$/i.test(tagName));
    if (y === headerRows && own.length > 0 && own.every(({ tagName }) => tagName.toUpperCase() === "TH"))
      headerRows += 1;
    for (const cell of own) {
      while (row[x] !== undefined) x += 1;
      const width = spanOf(cell, "colspan");
      const height = Math.min(spanOf(cell, "rowspan"), trs.length - y);
      cells += width * height;
      if (cells > MAX_CELLS) throw new Refused(refusals.manyCells(MAX_CELLS));
      const text = textOf(cell);
      for (let dy = 0; dy < height; dy += 1) {
        const target = (rows[y + dy] ??= []);
        for (let dx = 0; dx < width; dx += 1) target[x + dx] ??= text;
      }
      x += width;
    }
  }
  const filled = rows.map((row) => Array.from(row, (cell) => cell ?? ""));
  return headerRows > 0 && headerRows < filled.length ? { rows: filled, headerRows } : { rows: filled };
}

/** The rows of this table and not of one inside it. */
function rowsOf(table: DomElement): DomElement[] {
  const groups = Array.from(table.children);
  return groups.flatMap((child) => {
    const name = child.tagName.toUpperCase();
    if (name === "TR") return [child];
    return /^T(HEAD|BODY|FOOT)$/.test(name) ? Array.from(child.children) : [];
  });
}

function spanOf(cell: DomElement, name: string): number {
  const span = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}
