import { scoreRows } from "../lexical/score.ts";
import { NO_CARD } from "../segment/cards.ts";
import type { MeaningIndex, Segment } from "../segment/segment.ts";
import { NO_WORK } from "../segment/works.ts";
import { Best } from "../vectors/best.ts";
import { coverageIn } from "./coverage.ts";
import { namedArticles, type Naming } from "./named.ts";
import type { Question } from "./question.ts";
import { MEANING_SHARE, STANDING } from "./shares.ts";
import type { Standing } from "./standing.ts";
import type { View } from "./view.ts";
import type { Visible } from "./visible.ts";

export interface CardEvidence {
  /** BM25 of the card. */
  readonly words: number;
  /** Share of what the question tells that stands on the card. */
  readonly coverage: number;
}

/** A row that may be a hit, with what speaks for it. */
export interface Candidate {
  readonly segment: Segment;
  readonly row: number;
  /** BM25 of the row. */
  readonly words: number;
  /** What speaks for the card as a whole; null where the row belongs to none. */
  readonly card: CardEvidence | null;
  /** Cosine, 0 to 1; null where the collection has no vectors. */
  readonly meaning: number | null;
  /** How much the rest of the base leans on the row's work, 0 to 1; null where it is of none. */
  readonly standing: number | null;
  /** How the question calls the row's article by name. */
  readonly naming: Naming | null;
}

// enough that the best by one measure is seen by the other too
const MIN_CANDIDATES = 300;
const PER_HIT = 3;
const BEST_CARDS = 10; // whole cards that are looked at in all their parts
// below this share of visible rows, looking at each of them beats asking the graph to pass over the others
const SPARSE_SHARE = 0.25;

/** What one question is put to a part with. */
export interface Asked {
  readonly question: Question;
  /** The question's vector, of the part's own embedder; null where there is none. */
  readonly vector: Float32Array | null;
  readonly standing: Standing;
  readonly k: number;
}

/** The rows of a part worth ranking: the best by words, the best by meaning, and those called by name. */
export async function candidatesOf({ segment, visible }: View, asked: Asked): Promise<Candidate[]> {
  if (visible.count === 0) return [];
  const { question, vector, k } = asked;
  const { columns, lexical, cards, works } = segment.text;
  const count = Math.max(MIN_CANDIDATES, k * PER_HIT);
  const words = scoreRows(lexical, question.weights, question.corpus);
  const rows = new Set(bestRows(words, { segment, visible }, asked.standing, count));
  const named = namedArticles(columns, question, visible.articles);
  const ofCards = cardScores(segment, visible, question);
  for (const row of rowsOfCards(segment, visible, named, ofCards)) rows.add(row);
  const evidenceOf = cardEvidence(segment, ofCards, question);
  const meaning = vector === null ? null : segment.meaning;
  if (meaning !== null && vector !== null) {
    for (const row of await nearestRows(segment, meaning, vector, visible, count)) rows.add(row);
  }
  return Array.from(rows, (row) => {
    const work = works.workOf[row] ?? NO_WORK;
    return {
      segment,
      row,
      words: words[row] ?? 0,
      meaning:
        meaning === null || vector === null ? null : Math.max(0, meaning.matrix.similarity(vector, row)),
      card: evidenceOf(cards.cardOf[row] ?? NO_CARD),
      standing: work === NO_WORK ? null : (asked.standing[work] ?? 0),
      naming: named.get(columns.article[row] ?? 0) ?? null,
    };
  });
}

function cardScores({ text: { cards } }: Segment, visible: Visible, question: Question): Float32Array {
  return scoreRows(cards.lexical, question.weights, {
    rows: visible.cards.count,
    length: visible.cards.length,
  });
}

/** Looks up the evidence for a card, each card once. */
function cardEvidence(
  { text: { cards } }: Segment,
  scores: Float32Array,
  question: Question,
): (card: number) => CardEvidence | null {
  const known = new Map<number, CardEvidence>();
  return (card) => {
    if (card === NO_CARD) return null;
    const evidence = known.get(card) ?? {
      words: scores[card] ?? 0,
      coverage: coverageIn(cards.lexical, card, question),
    };
    known.set(card, evidence);
    return evidence;
  };
}

/** All visible rows of the cards called by name and of the best cards as a whole. */
function rowsOfCards(
  { text: { columns, cards } }: Segment,
  visible: Visible,
  named: ReadonlyMap<number, Naming>,
  scores: Float32Array,
): number[] {
  const best = new Best(BEST_CARDS);
  scores.forEach((score, card) => {
    if (score > 0 && visible.cards.rows[card] === 1) best.offer(card, score);
  });
  const wanted = new Set(best.ranked().map(({ item }) => item));
  if (wanted.size + named.size === 0) return [];
  const rows: number[] = [];
  columns.article.forEach((article, row) => {
    if (visible.rows[row] === 0) return;
    if (named.has(article) || wanted.has(cards.cardOf[row] ?? NO_CARD)) rows.push(row);
  });
  return rows;
}

function bestRows(
  words: Float32Array,
  { segment, visible }: View,
  standing: Standing,
  count: number,
): number[] {
  const { workOf } = segment.text.works;
  let most = 0;
  for (let row = 0; row < words.length; row += 1) {
    if (visible.rows[row] === 1) most = Math.max(most, words[row] ?? 0);
  }
  const best = new Best(count);
  for (let row = 0; row < words.length; row += 1) {
    const score = words[row] ?? 0;
    if (score === 0 || visible.rows[row] === 0) continue;
    best.offer(
      row,
      ((1 - MEANING_SHARE) * score) / most + STANDING * (standing[workOf[row] ?? NO_WORK] ?? 0),
    );
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
