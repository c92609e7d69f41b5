import { rankOf, rowsWith } from "../lexical/score.ts";
import type { Lexical } from "../lexical/build.ts";

/** Terms a model knows, in rising order, and how much each tells. */
export interface Vocabulary {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

// a term seen in fewer rows teaches nothing about its neighbours
const MIN_ROWS = 3;
// 256 bytes a term on disk and in memory: 120,000 terms are 30 MB
const MAX_TERMS = 120_000;
// keeps even 的 a little, so that no text is without a vector
const MIN_WEIGHT = 0.1;

/** The vocabulary of an index: its terms with their idf, the rarest left out. */
export function vocabularyOf(lexical: Lexical): Vocabulary {
  const rows = lexical.lengths.length;
  const counted = Array.from(lexical.terms, (term) => ({ term, rows: rowsWith(lexical, term) }));
  const kept = counted.filter((each) => each.rows >= MIN_ROWS);
  kept.sort((a, b) => b.rows - a.rows || a.term - b.term);
  kept.length = Math.min(kept.length, MAX_TERMS);
  kept.sort((a, b) => a.term - b.term);
  return {
    terms: Uint32Array.from(kept, ({ term }) => term),
    weights: Float32Array.from(kept, (each) => Math.log(rows / each.rows) + MIN_WEIGHT),
  };
}

/** Places of the known terms among these, in reading order. */
export function placesOf(vocabulary: Pick<Vocabulary, "terms">, terms: Uint32Array): Uint32Array {
  const places = new Uint32Array(terms.length);
  let count = 0;
  for (const term of terms) {
    const place = rankOf(vocabulary, term);
    if (place >= 0) places[count++] = place;
  }
  return places.slice(0, count);
}
