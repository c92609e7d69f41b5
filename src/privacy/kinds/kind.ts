import type { Words } from "../../core/language.ts";
import type { Run } from "../runs.ts";

/** A text made ready for every kind: folded to ASCII width, its digit runs gathered once. */
export interface View {
  readonly folded: string;
  readonly runs: readonly Run[];
}

/** One piece of personal data; offsets are those of the original text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The value without its spelling: no separators, no prefix. Two spellings of one number are equal. */
  readonly value: string;
}

/** One sort of personal data that must not reach a remote model. */
export interface Kind {
  /** Stable name for machines. */
  readonly name: string;
  readonly label: Words;
  /** The word inside the token; one form for both languages, so that the model learns one. */
  readonly token: string;
  find(view: View): Iterable<Found>;
  /** The value with its middle hidden, for places where others read along. */
  partial(value: string): string;
}

/** Keeps the first and last characters and stars the rest. */
export function starred(value: string, head: number, tail: number): string {
  const hidden = Math.max(0, value.length - head - tail);
  return value.slice(0, head) + "*".repeat(hidden) + value.slice(value.length - tail);
}
