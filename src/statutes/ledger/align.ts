import { fitOf, indexArticles } from "../meaning/article-index.ts";
import type { Renumbering } from "./ledger.ts";

/** The words of a version's articles by key. */
export type VersionWords = ReadonlyMap<string, string>;

// an article whose telling words stand to this share in one new article went there
const SAME_SHARE = 0.5;
// and it must beat the article that now has its number by as much as this
const LEAD = 0.2;

/** Where the numbers of an older version's articles went in the newer one: only those that moved. */
export function movedNumbers(older: VersionWords, newer: VersionWords): Renumbering["moved"] {
  const index = indexArticles(newer);
  const moved: Record<string, readonly string[]> = {};
  for (const [key, words] of older) {
    const { shares } = fitOf(index, words);
    const best = shares.reduce((top, share, place) => (share > (shares[top] ?? 0) ? place : top), 0);
    const share = shares[best] ?? 0;
    const same = shares[index.keys.indexOf(key)] ?? 0;
    const right = index.keys[best];
    if (right !== undefined && right !== key && share >= SAME_SHARE && share >= same + LEAD)
      moved[key] = [right];
  }
  return moved;
}
