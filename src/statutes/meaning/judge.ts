import { fitOf, type ArticleIndex, type Fit } from "./article-index.ts";
import type { PurposePart } from "./purpose.ts";

/** What comparing a sentence with the law's articles showed. */
export type Sense =
  | { readonly kind: "fits" | "unclear" }
  /** The cited articles hold nothing of it; `better` are articles that do, best first. */
  | { readonly kind: "elsewhere"; readonly better: readonly string[] };

/** When words count as another article's business. */
export interface SenseLimits {
  /** At most this share of the words' weight may stand in the cited article. */
  readonly most: number;
  /** At least this share must stand in a better one. */
  readonly least: number;
  /** At least this weight must stand in a better one (a pair that one article in a hundred holds weighs 4.6). */
  readonly weight: number;
  /** At least this many pairs in a row must stand in a better one. */
  readonly run: number;
}

/** Little of the cited article, and half of the telling words together elsewhere. */
export const LIMITS: SenseLimits = { most: 0.12, least: 0.5, weight: 6, run: 3 };

// where nearly all the words stand together elsewhere, a chance word or two in the cited article is no defence
const NEARLY_ALL = 0.75;
const CHANCE_SHARE = 0.3;
// words on the other side of the citation clear it when no other article fits them twice as well
const SPARING_PART = 0.5;
const NOTHING_SHARE = 0.05;
// nine characters on end from another article, and most of the rest with them, outweigh words both use
const VERBATIM_RUN = 8;
const VERBATIM_SHARE = 0.7;
const SHARED_SHARE = 0.6;
// words in a row that stand in the cited article acquit it, however common they are
const ACQUITTING_RUN = 4;
const MOST_SUGGESTIONS = 3;
// a rival this close to the best is shown too
const RIVAL = 0.8;

interface Best {
  readonly share: number;
  readonly run: number;
  readonly keys: readonly string[];
}

/**
 * Whether cited articles (their keys) say what a sentence uses them for.
 *
 * "elsewhere" needs both: next to nothing in the cited ones, and most of the telling words together in another.
 */
export function judgeSense(
  index: ArticleIndex,
  cited: ReadonlySet<string>,
  purpose: readonly PurposePart[],
  limits: SenseLimits = LIMITS,
): Sense {
  const places = [...index.keys.keys()].filter((place) => cited.has(index.keys[place] ?? ""));
  const parts = purpose.map(({ words, mayAccuse }) => {
    const fit = fitOf(index, words);
    const share = Math.max(0, ...places.map((place) => fit.shares[place] ?? 0));
    const run = Math.max(0, ...places.map((place) => fit.runs[place] ?? 0));
    return { fit, mayAccuse, share, run, best: bestOf(index, fit, limits) };
  });
  for (const { fit, mayAccuse, share, run, best } of parts) {
    if (!mayAccuse || !best || best.share * fit.total < limits.weight) continue;
    const isBare = share <= limits.most && run < ACQUITTING_RUN;
    // common words in a row (县级以上地方人民政府) are no defence where no telling one is with them
    const isShorter = run * 2 <= best.run || (share <= NOTHING_SHARE && run < best.run);
    const isChance = best.share >= NEARLY_ALL && share <= best.share * CHANCE_SHARE && isShorter;
    const isVerbatim =
      best.run >= VERBATIM_RUN &&
      best.share >= VERBATIM_SHARE &&
      share <= best.share * SHARED_SHARE &&
      run * 2 <= best.run;
    const others = parts.filter((part) => part.fit !== fit);
    const isSpared = others.some((part) => part.run >= ACQUITTING_RUN || sparesBy(part, limits));
    if ((isBare || isChance || isVerbatim) && !isSpared) return { kind: "elsewhere", better: best.keys };
  }
  const isKnown = parts.some(({ share, run }) => share > limits.most || run >= ACQUITTING_RUN);
  return { kind: isKnown ? "fits" : "unclear" };
}

const sparesBy = (part: { share: number; best: Best | null }, limits: SenseLimits): boolean =>
  part.share > limits.most && (part.best === null || part.share >= part.best.share * SPARING_PART);

function bestOf(index: ArticleIndex, { shares, runs }: Fit, limits: SenseLimits): Best | null {
  const places = [...index.keys.keys()]
    .filter((place) => (runs[place] ?? 0) >= limits.run)
    .toSorted((one, other) => (shares[other] ?? 0) - (shares[one] ?? 0));
  const [first] = places;
  const share = first === undefined ? 0 : (shares[first] ?? 0);
  if (first === undefined || share < limits.least) return null;
  const rivals = places.filter((place) => (shares[place] ?? 0) >= share * RIVAL).slice(0, MOST_SUGGESTIONS);
  return { share, run: runs[first] ?? 0, keys: rivals.flatMap((place) => index.keys[place] ?? []) };
}
