import { askedSections, NO_SECTION } from "../segment/asked-section.ts";
import type { Candidate } from "./candidates.ts";
import type { Question } from "./question.ts";

export interface RankedCandidate extends Candidate {
  /** 0 to 1. */
  readonly score: number;
}

// half and half was within .003 nDCG of .3 and .7 on statutes: it hardly matters
const MEANING_SHARE = 0.5;
// a card called by name comes before any that is only alike, and the longer name wins
const NAMED = 0.5;
const NAMED_SHARE = 0.5;
// within the card that is meant, the part that is asked for comes first
const ASKED_SECTION = 0.4;
const HIGHEST = 1 + NAMED + NAMED_SHARE + ASKED_SECTION;

/** Ranks candidates of all collections together, best first. */
export function rank(candidates: readonly Candidate[], question: Question): RankedCandidate[] {
  const most = candidates.reduce((high, { words }) => Math.max(high, words), 0) || 1;
  const scored = candidates.map((each) => ({ ...each, score: scoreOf(each, most, question) }));
  const meant = meantArticles(scored);
  const asked = askedSections(question.compact);
  return scored
    .map((each) => {
      const isAsked = meant.has(articleKey(each)) && asked.includes(sectionOf(each));
      return { ...each, score: (each.score + (isAsked ? ASKED_SECTION : 0)) / HIGHEST };
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

function scoreOf({ words, meaning, named }: Candidate, most: number, { tellingChars }: Question): number {
  const lexical = words / most;
  const fused = meaning === null ? lexical : lexical * (1 - MEANING_SHARE) + meaning * MEANING_SHARE;
  return named === 0 ? fused : fused + NAMED + NAMED_SHARE * Math.min(1, named / tellingChars);
}

/** The cards called by name; without any, the one that holds the best row. */
function meantArticles(scored: readonly RankedCandidate[]): Set<string> {
  const named = scored.filter((each) => each.named > 0).map(articleKey);
  if (named.length > 0) return new Set(named);
  const best = scored.reduce<RankedCandidate | null>((top, each) => (each.score > (top?.score ?? 0) ? each : top), null);
  return best === null || sectionOf(best) === NO_SECTION ? new Set() : new Set([articleKey(best)]);
}

const sectionOf = ({ segment, row }: Candidate): number => segment.text.columns.section[row] ?? NO_SECTION;

const articleKey = ({ segment, row }: Candidate): string =>
  `${segment.collection}\u0000${segment.text.columns.article[row] ?? 0}`;
