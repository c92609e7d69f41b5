import { coverageIn } from "./coverage.ts";
import type { Question } from "./question.ts";
import type { RankedCandidate } from "./rank.ts";
import type { Match } from "../passage.ts";

/** What speaks for a question being answered by its best hit. */
export interface Evidence {
  /** Share of what the question tells, by weight, that stands in the hit or on its card; 0 to 1. */
  readonly coverage: number;
  /** True when a whole name of the card stands in the question. */
  readonly isNamed: boolean;
  /** BM25 of the hit or its card, counted in words that are its own. */
  readonly ownWords: number;
}

/** Gathers the evidence for the best hit. */
export function evidenceFor(question: Question, { card, words, naming, segment, row }: RankedCandidate): Evidence {
  return {
    coverage: card?.coverage ?? coverageIn(segment.text.lexical, row, question),
    isNamed: naming?.isWhole === true,
    ownWords: (card?.words ?? words) / question.ownWord,
  };
}

/**
 * Fitted (logistic regression) on the 139 questions of citizen-services: right card found or not, the card hidden,
 * or nothing there at all. In ten-fold cross-validation 1 of 15 unanswerable questions passed, and 18 of 96
 * answerable ones were held back; with the right card hidden, 36 of 106 passed on the strength of a sibling card.
 */
const WEIGHTS = { base: -5.6, coverage: 3.8, named: 1.33, ownWords: 1.57 };

/** How strongly the evidence says that the best hit is about what was asked: log odds, 0 is undecided. */
export function evidenceOf({ coverage, isNamed, ownWords }: Evidence): number {
  const named = isNamed ? WEIGHTS.named : 0;
  const words = WEIGHTS.ownWords * Math.log1p(ownWords);
  return WEIGHTS.base + WEIGHTS.coverage * coverage + named + words;
}

/**
 * Where the log odds fall into. Below `sure` a hit is worth showing with a word of doubt, below that its title is
 * worth offering. Chosen on the same 139 questions: of 23 that a threshold of 0 held back, the right card was the
 * best hit of all 9 citizens' questions above -0.7, and among the first three of 17 of 23 above -1.2; of 13
 * unanswerable ones none lay above -0.7 and 2 above -1.2.
 */
const LIKELY = -0.7;
const NEAR = -1.2;

/** How far a hit can be trusted to be about what was asked. */
export function matchOf(logOdds: number): Match {
  if (logOdds > 0) return "sure";
  if (logOdds > LIKELY) return "likely";
  return logOdds > NEAR ? "near" : "none";
}
