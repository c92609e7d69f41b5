import type { Words } from "../../core/language.ts";
import type { Form } from "../composed.ts";
import type { Grid } from "../layout/measure.ts";
import type { Section, WordDocument } from "../layout/word/document.ts";
import type { Parts } from "./parts.ts";

/** One thing the standard asks for, and how a document meets it. */
export interface Point {
  /** `page.margins`; stable, for scripts. */
  readonly id: string;
  /** Clause of GB/T 9704-2012, or the standard it refers to. */
  readonly clause: string;
  readonly ok: boolean;
  readonly expected: string;
  readonly found: string;
  readonly message: Words;
}

/** Everything a check may look at. */
export interface Sheet {
  readonly document: WordDocument;
  /** The section of the main text. */
  readonly section: Section;
  readonly parts: Parts;
  readonly form: Form;
  /** What is expected, by the standard or the institution's own profile. */
  readonly grid: Grid;
}

/** Points a document is graded on; none for what it does not have and need not have. */
export type Check = (sheet: Sheet) => readonly Point[];

/** A value that reads the same in both languages, or words in each. */
export type Said = string | Words;

interface Asked {
  readonly id: string;
  readonly clause: string;
  readonly name: Words;
  readonly expected: Said;
  readonly found: Said;
  readonly ok: boolean;
}

const inBoth = (said: Said): Words => (typeof said === "string" ? { zh: said, en: said } : said);

/** A point with its sentence in both languages; `expected` and `found` themselves are in Chinese. */
export function point({ id, clause, name, ok, ...asked }: Asked): Point {
  const [expected, found] = [inBoth(asked.expected), inBoth(asked.found)];
  const message: Words = ok
    ? { zh: `${name.zh}：符合（${found.zh}）`, en: `${name.en}: as it should be (${found.en})` }
    : {
        zh: `${name.zh}：应为${expected.zh}，现为${found.zh}`,
        en: `${name.en}: expected ${expected.en}, found ${found.en}`,
      };
  return { id, clause, ok, expected: expected.zh, found: found.zh, message };
}

/** A point over many places: right when none of them is wrong; the first wrong ones are shown. */
export function pointOver(asked: Omit<Asked, "found" | "ok">, wrong: readonly Said[]): Point {
  if (wrong.length === 0) return point({ ...asked, ok: true, found: asked.expected });
  const both = wrong.map(inBoth);
  const shown = (texts: readonly string[]): string => [...new Set(texts)].slice(0, MOST_SHOWN).join("; ");
  const found = { zh: shown(both.map(({ zh }) => zh)), en: shown(both.map(({ en }) => en)) };
  return point({ ...asked, ok: false, found });
}

const MOST_SHOWN = 3;
const LONGEST_SHOWN = 36;

/** The beginning of a text, long enough to find it. */
export const excerpt = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
