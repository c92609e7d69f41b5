import type { Lexical } from "../lexical/build.ts";
import { spreadOf, stretchesOf } from "../lexical/postings.ts";
import { rankOf, type Corpus } from "../lexical/score.ts";
import type { Segment } from "../segment/segment.ts";
import type { Visible } from "./visible.ts";

/** A part of a collection as one question may see it. */
export interface View {
  readonly segment: Segment;
  readonly visible: Visible;
}

/** Visible rows of all parts, and terms in them. */
export const corpusOf = (views: readonly View[]): Corpus => ({
  rows: views.reduce((total, { visible }) => total + visible.count, 0),
  length: views.reduce((total, { visible }) => total + visible.length, 0),
});

/** In how many visible rows a term stands. */
export const rowsInAll = (views: readonly View[], term: number): number =>
  views.reduce((total, { segment, visible }) => total + rowsIn(segment.text.lexical, term, visible), 0);

function rowsIn(lexical: Lexical, term: number, { rows, isAll }: Visible): number {
  const rank = rankOf(lexical, term);
  if (rank < 0) return 0;
  if (isAll) return spreadOf(lexical, rank);
  let count = 0;
  for (const { base, from, to } of stretchesOf(lexical, rank)) {
    for (let i = from; i < to; i += 1) count += rows[base + (lexical.lows[i] ?? 0)] ?? 0;
  }
  return count;
}
