import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import type { Attributes } from "../xml.ts";
import { valueOf } from "./word-lists.ts";

const MAX_SPAN = 100; // Word ends at 63 columns
const MAX_CELLS = 500_000;

/** A table of a Word file while it is read; merged cells repeat their text in every place they cover. */
export class WordTable {
  readonly rows: string[][] = [];
  /** Rows at the top that are marked to be repeated on every page. */
  headerRows = 0;
  #row: string[] = [];
  #lines: string[] = [];
  #span = 1;
  #goesOn = false;
  #isHeader = false;
  #cells = 0;

  open(name: string, attributes: Attributes): void {
    if (name === "tr") {
      this.#row = [];
      this.#isHeader = false;
    } else if (name === "tc") {
      this.#lines = [];
      this.#span = 1;
      this.#goesOn = false;
    } else if (name === "gridSpan")
      this.#span = Math.min(MAX_SPAN, Math.max(1, Number(valueOf(attributes)) || 1));
    else if (name === "vMerge") this.#goesOn = valueOf(attributes) !== "restart";
    else if (name === "tblHeader") this.#isHeader = !/^(?:0|false)$/.test(valueOf(attributes));
  }

  /** Adds a paragraph to the cell at hand. */
  add(text: string): void {
    this.#lines.push(text);
  }

  close(name: string): void {
    if (name === "tc") {
      const above = this.rows.at(-1)?.[this.#row.length] ?? "";
      const text = this.#goesOn && this.#lines.length === 0 ? above : this.#lines.join("\n");
      this.#cells += this.#span;
      if (this.#cells > MAX_CELLS) throw new Refused(refusals.manyCells(MAX_CELLS));
      for (let i = 0; i < this.#span; i += 1) this.#row.push(text);
    } else if (name === "tr") {
      if (this.#isHeader && this.headerRows === this.rows.length) this.headerRows += 1;
      this.rows.push(this.#row);
    }
  }
}
