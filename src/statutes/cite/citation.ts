import type { Day } from "../../calendar/day.ts";
import type { Words } from "../../core/language.ts";

/** What became of a citation, from the law's name down to the words quoted. */
export type CitationStatus =
  | "ok"
  | "unknown_law"
  | "wrong_name"
  | "no_article"
  | "no_paragraph"
  | "no_item"
  | "repealed"
  | "not_yet_in_force"
  | "stale_number"
  | "does_not_say_so"
  | "quote_differs";

/** From `from` until the day before `to`; an open end is null. */
export interface InForce {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What the check found, before it is put into one language. */
export interface Verdict {
  readonly status: CitationStatus;
  readonly detail: Words;
  /** The citation that would be right, as one writes it. */
  readonly suggestion?: string;
  readonly inForce?: InForce;
}

/** One citation of a text; `start` and `end` are places in the text that was given. */
export interface Citation {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The law's full title, or the name as written where no law answers to it. */
  readonly law: string;
  /** 第五十九条; null where a law is named without an article. */
  readonly article: string | null;
  readonly paragraph?: number;
  readonly item?: number;
  readonly status: CitationStatus;
  readonly detail: string;
  readonly suggestion?: string;
  readonly inForce?: InForce;
}
