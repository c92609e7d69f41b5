import { holdsTerm, MAX_GAIN } from "../lexical/score.ts";
import { NO_SECTION } from "../segment/asked-section.ts";
import type { Question } from "./question.ts";
import type { RankedCandidate } from "./rank.ts";

/** What speaks for a question being answered by its best hit; each from 0 to 1. */
export interface Evidence {
  /** The hit's BM25 against the most that the question could score. */
  readonly strength: number;
  /** Share of what the question tells, by weight, that stands in the hit or its card. */
  readonly coverage: number;
  /** Share of the question's telling characters that are names of the hit's card. */
  readonly named: number;
}

/** Gathers the evidence for the best hit. */
export function evidenceFor(question: Question, best: RankedCandidate): Evidence {
  const most = sum(question.weights.values()) * MAX_GAIN;
  const told = sum(question.telling.values());
  const rows = cardRows(best);
  let covered = 0;
  for (const [term, weight] of question.telling) {
    if (rows.some((row) => holdsTerm(best.segment.text.lexical, row, term))) covered += weight;
  }
  return {
    strength: most > 0 ? best.words / most : 0,
    coverage: told > 0 ? covered / told : 0,
    named: Math.min(1, best.named / question.tellingChars),
  };
}

const WEIGHTS = { base: -3, strength: 4, coverage: 4, named: 3 };

/** True when the evidence says that the best hit is about what was asked. */
export function isAnswerable({ strength, coverage, named }: Evidence): boolean {
  return WEIGHTS.base + WEIGHTS.strength * strength + WEIGHTS.coverage * coverage + WEIGHTS.named * named > 0;
}

/** All rows of the hit's card; of a law or a file only the row itself. */
function cardRows({ segment, row }: RankedCandidate): number[] {
  const { article, section } = segment.text.columns;
  if (section[row] === NO_SECTION) return [row];
  const rows: number[] = [];
  article.forEach((each, other) => {
    if (each === article[row]) rows.push(other);
  });
  return rows;
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
