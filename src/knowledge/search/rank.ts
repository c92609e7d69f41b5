import { askedSections, NO_SECTION } from "../segment/asked-section.ts";
import type { Candidate } from "./candidates.ts";
import { contextOf, type Piece } from "./context.ts";
import type { Question } from "./question.ts";
import { MEANING_SHARE, NEIGHBOUR, STANDING, WORK } from "./shares.ts";
import { NO_WORK } from "../segment/works.ts";

export interface RankedCandidate extends Candidate {
  /** 0 to 1. */
  readonly score: number;
}

// the part found and the card it is on count the same
const CARD_SHARE = 0.5;
// how much of the question the card speaks of, whatever the words weigh in BM25
const COVERED = 0.3;
// a card called by name comes before any that is only alike; the more of the question the name is, the more so
const NAMED = 0.3;
const NAMED_SHARE = 0.5;
const NAMED_WHOLE = 0.05;
// within the card that is meant, the part that is asked for comes first
const ASKED_SECTION = 0.5; // as much as the words of one part can count, so that they do not outweigh what was asked
const CARD_PARTS = 3; // the conclusion, what was asked, and one more
const LATER_PART = 0.6;
const HIGHEST = 1 + COVERED + NAMED + NAMED_SHARE + NAMED_WHOLE + ASKED_SECTION + NEIGHBOUR + WORK + STANDING;

/** Ranks candidates of all collections together, best first. */
export function rank(candidates: readonly Candidate[], question: Question): RankedCandidate[] {
  const most = {
    words: highest(candidates.map(({ words }) => words)),
    card: highest(candidates.map(({ card }) => card?.words ?? 0)),
  };
  const scored = inContext(candidates.map((each) => ({ ...each, score: scoreOf(each, most) })));
  const meant = meantArticles(scored);
  const asked = askedSections(question.wordings[0]?.compact ?? "");
  const whole = scored.map((each) => {
    const isAsked = meant.has(articleKey(each)) && asked.includes(sectionOf(each));
    return { ...each, score: (each.score + (isAsked ? ASKED_SECTION : 0)) / HIGHEST };
  });
  return spread(whole.sort(byScore)).sort(byScore);
}

/** Adds what the work around a piece says for it. */
function inContext(scored: readonly RankedCandidate[]): readonly RankedCandidate[] {
  const around = contextOf(scored.map(pieceOf));
  return scored.map((each, i) => {
    const { neighbour, work } = around[i] ?? { neighbour: 0, work: 0 };
    const standing = STANDING * (each.standing ?? 0);
    return { ...each, score: each.score + NEIGHBOUR * neighbour + WORK * work + standing };
  });
}

function pieceOf({ segment, row, score }: RankedCandidate): Piece {
  const { workOf, placeOf, names } = segment.text.works;
  const work = workOf[row] ?? NO_WORK;
  return {
    work: work === NO_WORK ? null : `${segment.collection}\u0000${names[work]}`,
    place: placeOf[row] ?? 0,
    score,
  };
}

const byScore = (a: RankedCandidate, b: RankedCandidate): number => b.score - a.score || a.row - b.row;

/** Lets the second card be seen: what comes after a card's best parts counts for less. */
function spread(sorted: readonly RankedCandidate[]): RankedCandidate[] {
  const seen = new Map<string, number>();
  return sorted.map((each) => {
    if (each.card === null) return each;
    const before = seen.get(articleKey(each)) ?? 0;
    seen.set(articleKey(each), before + 1);
    return before < CARD_PARTS ? each : { ...each, score: each.score * LATER_PART };
  });
}

const highest = (values: readonly number[]): number =>
  values.reduce((high, value) => Math.max(high, value), 0) || 1;

function scoreOf(
  { words, card, meaning, naming }: Candidate,
  most: { readonly words: number; readonly card: number },
): number {
  const part = words / most.words;
  const whole = card === null ? part : part * (1 - CARD_SHARE) + (card.words / most.card) * CARD_SHARE;
  const fused = meaning === null ? whole : whole * (1 - MEANING_SHARE) + meaning * MEANING_SHARE;
  const likely = fused + COVERED * (card?.coverage ?? 0);
  if (naming === null) return likely;
  return likely + NAMED + NAMED_SHARE * naming.share + (naming.isWhole ? NAMED_WHOLE : 0);
}

/** The card that holds the best row. */
function meantArticles(scored: readonly RankedCandidate[]): Set<string> {
  const best = scored.reduce<RankedCandidate | null>(
    (top, each) => (each.score > (top?.score ?? 0) ? each : top),
    null,
  );
  return best === null || sectionOf(best) === NO_SECTION ? new Set() : new Set([articleKey(best)]);
}

const sectionOf = ({ segment, row }: Candidate): number => segment.text.columns.section[row] ?? NO_SECTION;

const articleKey = ({ segment, row }: Candidate): string =>
  `${segment.collection}\u0000${segment.text.columns.articles[segment.text.columns.article[row] ?? 0]}`;
