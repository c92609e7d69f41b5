import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";

/** What a line of the working says about its days. */
export type Mark =
  | "start"
  | "counted"
  | "extended"
  | "madeUp"
  | "suspended"
  | "weekend"
  | "holiday"
  | "shifted"
  | "limit"
  | "rolled"
  | "end";

/** One line of the working: a day, or days that are alike, with the count so far. */
export interface WorkingLine {
  readonly from: string;
  readonly to: string;
  /** How many days of the line count. */
  readonly days: number;
  /** How many have been counted when the line is over. */
  readonly count: number;
  readonly mark: Mark;
  readonly text: Words;
}

/** Money of an additional fine for late payment, in yuan. */
export interface LateFineAmount {
  readonly fine: number;
  readonly days: number;
  readonly perDay: number;
  /** Days times rate, before the cap. */
  readonly computed: number;
  readonly surcharge: number;
  readonly isCapped: boolean;
  /** Fine and additional fine together. */
  readonly total: number;
}

/** A legal period computed, with its working. Days are YYYY-MM-DD; times, for periods in hours, YYYY-MM-DDTHH:MM. */
export interface Deadline {
  readonly kind: string;
  readonly name: Words;
  readonly bound: "agency" | "party";
  readonly gives: "last" | "first" | "lastBefore" | "ends";
  readonly from: string;
  readonly due: string;
  /** What `due` is, in words. */
  readonly meaning: Words;
  /** The end by arithmetic alone where `due` differs from it: before rolling over, or the arguable limit. */
  readonly nominal?: string;
  /** For a period that binds the agency: the last working day on or before `due`. */
  readonly safe?: Day;
  /** The end with the longest extension the article allows. */
  readonly latest?: Day;
  /** The first day on which the act is allowed, where both ends matter. */
  readonly earliest?: Day;
  /** Whether the act, or the discovery, that was asked about lies within the period. */
  readonly isKept?: boolean;
  readonly amount?: LateFineAmount;
  readonly article: string;
  readonly rule: Words;
  readonly working: readonly WorkingLine[];
  readonly notes: readonly Words[];
}
