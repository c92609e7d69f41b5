import { readXml, type Attributes } from "../xml.ts";
import { numberAs } from "./word-numbers.ts";

const PART = "word/numbering.xml";
const MAX_LEVELS = 9; // what Word has

interface Level {
  start: number;
  format: string;
  text: string;
  isPlain: boolean;
  /** The paragraph style that stands for this level. */
  style: string;
}

const newLevel = (): Level => ({ start: 1, format: "decimal", text: "", isPlain: false, style: "" });

/** The value of an element of Word, whatever prefix the file uses. */
export const valueOf = (attributes: Attributes): string => {
  const key = Object.keys(attributes).find((name) => name === "val" || name.endsWith(":val"));
  return key === undefined ? "" : (attributes[key] ?? "");
};

/** Counts the lists of a Word file, so that a paragraph gets the number it is shown with: 第一条, （二）, 3.1. */
export class WordLists {
  readonly #kinds = new Map<string, Level[]>();
  readonly #lists = new Map<string, { kind: string; starts: Map<number, number> }>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(bytes: Uint8Array | undefined) {
    if (bytes === undefined) return;
    let kind = "";
    let list = "";
    let place = 0;
    readXml(bytes, PART, {
      open: (name, attributes) => {
        const value = valueOf(attributes);
        if (name === "abstractNum") this.#kinds.set((kind = idOf(attributes, "abstractNumId")), []);
        else if (name === "num")
          this.#lists.set((list = idOf(attributes, "numId")), { kind: "", starts: new Map() });
        else if (name === "abstractNumId") this.#linked(list, value);
        else if (name === "lvl" || name === "lvlOverride") place = Number(idOf(attributes, "ilvl"));
        else if (name === "startOverride") this.#lists.get(list)?.starts.set(place, Number(value));
        else if (list === "") this.#describe(kind, place, name, value);
      },
    });
  }

  /** The level of a list that a paragraph style stands for. */
  levelOf(list: string, style: string): number {
    const levels = this.#kinds.get(this.#lists.get(list)?.kind ?? "") ?? [];
    return Math.max(
      0,
      levels.findIndex((level) => level?.style === style),
    );
  }

  /** The label of the next paragraph of a list, with a blank behind it; empty where it has none. */
  next(list: string, level: number): string {
    const known = this.#lists.get(list);
    const levels = this.#kinds.get(known?.kind ?? "");
    const own = levels?.[level];
    if (known === undefined || levels === undefined || own === undefined) return "";
    const counts = this.#counts.get(known.kind) ?? [];
    this.#counts.set(known.kind, counts);
    const override = this.#begun.has(`${list} ${level}`) ? undefined : known.starts.get(level);
    this.#begun.add(`${list} ${level}`);
    counts[level] = override ?? (counts[level] === undefined ? own.start : counts[level] + 1);
    counts.length = level + 1;
    if (own.format === "bullet") return "- ";
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.isPlain ? "decimal" : (levels[at]?.format ?? "decimal");
      return numberAs(format, counts[at] ?? levels[at]?.start ?? 1);
    });
    return label.trim() === "" ? "" : `${label.trim()} `;
  }

  #linked(list: string, kind: string): void {
    const known = this.#lists.get(list);
    if (known !== undefined) known.kind = kind;
  }

  #describe(kind: string, place: number, name: string, value: string): void {
    const levels = this.#kinds.get(kind);
    if (levels === undefined || !(place >= 0 && place < MAX_LEVELS)) return;
    const level = (levels[place] ??= newLevel());
    if (name === "start") level.start = Number(value) || 0;
    else if (name === "numFmt") level.format = value;
    else if (name === "lvlText") level.text = value;
    else if (name === "pStyle") level.style = value;
    else if (name === "isLgl") level.isPlain = value !== "0" && value !== "false";
  }
}

function idOf(attributes: Attributes, name: string): string {
  const key = Object.keys(attributes).find((each) => each === name || each.endsWith(`:${name}`));
  return key === undefined ? "" : (attributes[key] ?? "");
}
