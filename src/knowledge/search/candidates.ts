import { scoreRows } from "../lexical/score.ts";
import type { MeaningIndex, Segment } from "../segment/segment.ts";
import { Best } from "../vectors/best.ts";
import { namedArticles } from "./named.ts";
import type { Question } from "./question.ts";
import type { Visible } from "./visible.ts";

/** A row that may be a hit, with what speaks for it. */
export interface Candidate {
  readonly segment: Segment;
  readonly row: number;
  /** BM25. */
  readonly words: number;
  /** Cosine, 0 to 1; null where the collection has no vectors. */
  readonly meaning: number | null;
  /** Characters of the question that are names of the row's article. */
  readonly named: number;
}

// enough that the best by one measure is seen by the other too
const MIN_CANDIDATES = 100;
const PER_HIT = 3;
// below this share of visible rows, looking at each of them beats asking the graph to pass over the others
const SPARSE_SHARE = 0.25;

/** The rows of a segment worth ranking: the best by words, the best by meaning, and those called by name. */
export async function candidatesOf(
  segment: Segment,
  question: Question,
  text: string,
  visible: Visible,
  k: number,
): Promise<Candidate[]> {
  if (visible.count === 0) return [];
  const { columns, lexical } = segment.text;
  const count = Math.max(MIN_CANDIDATES, k * PER_HIT);
  const words = scoreRows(lexical, question.weights, question.corpus);
  const rows = new Set(bestRows(words, visible, count));
  const named = namedArticles(columns, question.compact);
  if (named.size > 0) {
    columns.article.forEach((article, row) => {
      if (named.has(article) && visible.rows[row] === 1) rows.add(row);
    });
  }
  const { meaning } = segment;
  const vector = meaning?.embedOne(text) ?? null;
  if (meaning !== null && vector !== null) {
    for (const row of await nearestRows(segment, meaning, vector, visible, count)) rows.add(row);
  }
  return Array.from(rows, (row) => ({
    segment,
    row,
    words: words[row] ?? 0,
    meaning: meaning === null || vector === null ? null : Math.max(0, meaning.matrix.similarity(vector, row)),
    named: named.get(columns.article[row] ?? 0) ?? 0,
  }));
}

function bestRows(words: Float32Array, visible: Visible, count: number): number[] {
  const best = new Best(count);
  for (let row = 0; row < words.length; row += 1) {
    const score = words[row] ?? 0;
    if (score > 0 && visible.rows[row] === 1) best.offer(row, score);
  }
  return best.ranked().map(({ item }) => item);
}

async function nearestRows(
  { text: { columns } }: Segment,
  { matrix, nearest }: MeaningIndex,
  vector: Float32Array,
  visible: Visible,
  count: number,
): Promise<number[]> {
  const isOpen = visible.count === visible.rows.length;
  const isSparse = visible.count < visible.rows.length * SPARSE_SHARE;
  if (!isOpen && (isSparse || nearest.isExact)) {
    return matrix.nearest(vector, count, (row) => visible.rows[row] === 1).map(({ item }) => item);
  }
  const accepts = isOpen ? undefined : (id: string) => visible.rows[rowOf(columns.ids, Number(id))] === 1;
  const found = await nearest.similaritySearchVectorWithScore(vector, count, accepts);
  return found.map(([{ id }]) => rowOf(columns.ids, Number(id))).filter((row) => row >= 0);
}

/** The segment's row of a library row, or -1. */
function rowOf(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ids[middle] ?? 0;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
