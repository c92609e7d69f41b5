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

interface Asked {
  readonly id: string;
  readonly clause: string;
  readonly name: Words;
  readonly expected: string;
  readonly found: string;
  readonly ok: boolean;
}

/** A point with its sentence in both languages. */
export function point({ id, clause, name, expected, found, ok }: Asked): Point {
  const message: Words = ok
    ? { zh: `${name.zh}：符合（${found}）`, en: `${name.en}: as it should be (${found})` }
    : {
        zh: `${name.zh}：应为${expected}，现为${found}`,
        en: `${name.en}: expected ${expected}, found ${found}`,
      };
  return { id, clause, ok, expected, found, message };
}

/** A point over many places: right when none of them is wrong; the first wrong ones are shown. */
export function pointOver(
  asked: Omit<Asked, "found" | "ok">,
  wrong: readonly string[],
  right = asked.expected,
): Point {
  const shown = [...new Set(wrong)].slice(0, MOST_SHOWN).map((each) => excerpt(each));
  return point({ ...asked, ok: wrong.length === 0, found: wrong.length === 0 ? right : shown.join("；") });
}

const MOST_SHOWN = 3;
const LONGEST_SHOWN = 36;

/** The beginning of a text, long enough to find it. */
export const excerpt = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
