import { pairsOf } from "./bigrams.ts";

/** Which articles of one version of a law hold which pairs of characters. */
export interface ArticleIndex {
  /** Article keys in the order of the law. */
  readonly keys: readonly string[];
  /** Places in `keys` of the articles that hold the pair. */
  holders(pair: string): readonly number[];
}

/** Indexes the articles of a law, given as key → text. */
export function indexArticles(articles: ReadonlyMap<string, string>): ArticleIndex {
  const holders = new Map<string, number[]>();
  for (const [place, text] of [...articles.values()].entries()) {
    for (const pair of new Set(pairsOf(text).flat())) {
      const known = holders.get(pair);
      if (known) known.push(place);
      else holders.set(pair, [place]);
    }
  }
  return { keys: [...articles.keys()], holders: (pair) => holders.get(pair) ?? [] };
}

/** How well the articles of a law fit some words. */
export interface Fit {
  /** Weight of the words that the law knows and that tell its articles apart. */
  readonly total: number;
  /** Share of that weight each article holds, by place in `keys`. */
  readonly shares: Float64Array;
  /** The most telling pairs in a row that each article holds: 3 are four characters on end. */
  readonly runs: Uint8Array;
}

// a pair that more than an eighth of the articles hold does not tell them apart
const COMMON_SHARE = 0.125;
const COMMON_AT_LEAST = 4;

/** Compares words with every article; a pair weighs more the fewer articles hold it. */
export function fitOf(index: ArticleIndex, words: string): Fit {
  const count = index.keys.length;
  const shares = new Float64Array(count);
  const runs = new Uint8Array(count);
  const most = Math.max(COMMON_AT_LEAST, count * COMMON_SHARE);
  const seen = new Set<string>();
  let total = 0;
  for (const chain of pairsOf(words)) {
    let open = new Map<number, number>();
    for (const pair of chain) {
      const holders = index.holders(pair);
      const next = new Map<number, number>();
      for (const place of holders) {
        const run = (open.get(place) ?? 0) + 1;
        next.set(place, run);
        if (run > (runs[place] ?? 0)) runs[place] = run;
      }
      open = next;
      if (holders.length === 0 || holders.length > most || seen.has(pair)) continue;
      seen.add(pair);
      const weight = Math.log(1 + count / holders.length);
      total += weight;
      for (const place of holders) shares[place] = (shares[place] ?? 0) + weight;
    }
  }
  if (total > 0) for (const place of shares.keys()) shares[place] = (shares[place] ?? 0) / total;
  return { total, shares, runs };
}
