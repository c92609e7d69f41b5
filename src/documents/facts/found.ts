import type { Words } from "../../core/language.ts";

/** Something read at a place of a text: its value, or why the words give none. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly value: T | null;
  /** Said when there is no value: what is wrong and what to write instead. */
  readonly reason?: Words;
}

/** What the whole of a text says, or why it says nothing. */
export type Reading<T> = { readonly value: T } | { readonly value: null; readonly reason: Words };

/** The reading of a text in which exactly one thing was found from its first sign to its last. */
export function wholeOf<T>(text: string, found: readonly Found<T>[], otherwise: Words): Reading<T> {
  const [first, ...more] = found;
  const isWhole = first !== undefined && more.length === 0 && first.words === text.trim();
  if (!isWhole) return { value: null, reason: otherwise };
  return first.value === null ? { value: null, reason: first.reason ?? otherwise } : { value: first.value };
}

/** Those found things that do not lie within one that was found earlier in the list. */
export function withoutOverlaps<T extends { readonly start: number; readonly end: number }>(
  found: readonly T[],
): T[] {
  const kept: T[] = [];
  for (const one of found) {
    if (kept.every(({ start, end }) => one.end <= start || one.start >= end)) kept.push(one);
  }
  return kept.sort((one, other) => one.start - other.start);
}
