import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { readXml, type Attributes } from "../xml.ts";
import { showPlain, type ShowNumber } from "./sheet-formats.ts";

const MAX_CELLS = 1_000_000;
const MAX_MERGES = 100_000;
const LETTERS = 26;

/** Rows and columns of a range, from 0, both ends in it. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a sheet holds: only the cells that are there, whatever size it claims. */
export interface Sheet {
  /** Row number to column number to text; rows and columns in ascending order are not promised. */
  readonly rows: ReadonlyMap<number, Map<number, string>>;
  readonly merges: readonly Range[];
}

export interface Workbook {
  readonly strings: readonly string[];
  readonly formats: readonly ShowNumber[];
  readonly progress: () => void;
}

/** Reads the cells of one sheet as text. */
export function readSheet(bytes: Uint8Array, part: string, workbook: Workbook): Sheet {
  const reader = new SheetReader(workbook);
  readXml(bytes, part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
    progress: workbook.progress,
  });
  return { rows: reader.rows, merges: reader.merges };
}

class SheetReader {
  readonly rows = new Map<number, Map<number, string>>();
  readonly merges: Range[] = [];
  readonly #workbook: Workbook;
  #cells = 0;
  #row = -1;
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #isValue = false;
  #isHidden = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "mergeCell") this.#merge(attributes["ref"] ?? "");
    this.#isValue = name === "v" || name === "t";
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text;
  }

  close(name: string): void {
    this.#isValue = false;
    if (name !== "c" || this.#isHidden) return;
    const text = this.#shown().trim();
    if (text === "") return;
    this.#cells += 1;
    if (this.#cells > MAX_CELLS) throw new Refused(refusals.manyCells(MAX_CELLS));
    const row = this.rows.get(this.#row) ?? new Map<number, string>();
    this.rows.set(this.#row, row.set(this.#column, text));
  }

  #openRow(attributes: Attributes): void {
    const number = Number(attributes["r"]);
    this.#row = Number.isInteger(number) && number > 0 ? number - 1 : this.#row + 1;
    this.#isHidden = /^(1|true)$/.test(attributes["hidden"] ?? "");
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const place = placeOf(attributes["r"] ?? "");
    this.#column = place?.column ?? this.#column + 1;
    this.#type = attributes["t"] ?? "n";
    this.#style = Number(attributes["s"] ?? 0);
    this.#value = "";
  }

  #shown(): string {
    const { strings, formats } = this.#workbook;
    if (this.#value === "") return "";
    if (this.#type === "s") return strings[Number(this.#value)] ?? "";
    if (this.#type === "b") return this.#value === "1" ? "是" : "否";
    if (this.#type !== "n") return this.#type === "e" ? "" : this.#value;
    const value = Number(this.#value);
    return Number.isFinite(value) ? (formats[this.#style] ?? showPlain)(value) : this.#value;
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(":").map(placeOf);
    if (from === undefined || from === null || to === undefined || to === null) return;
    if (this.merges.length >= MAX_MERGES) throw new Refused(refusals.manyCells(MAX_CELLS));
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
}

/** The place a name like "AB12" stands for; null for anything else. */
function placeOf(name: string): { row: number; column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(name);
  if (found === null) return null;
  const column = Array.from(found[1] ?? "").reduce(
    (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(found[2]) - 1, column: column - 1 };
}
