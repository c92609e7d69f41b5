import type { Law, Version } from "../ledger/ledger.ts";
import type { LawTexts } from "../texts.ts";
import { indexArticles, type ArticleIndex } from "./article-index.ts";

/** The index of a version's articles, made when first asked and kept; null where its words are not known. */
export type Indexes = (law: Law, version: Version) => ArticleIndex | null;

/** Indexes over the texts of a store. */
export function indexesOf(texts: LawTexts): Indexes {
  const made = new WeakMap<Version, ArticleIndex | null>();
  return (law, version) => {
    const known = made.get(version);
    if (known !== undefined) return known;
    const articles = texts.articles(law, version);
    const index = articles.size === 0 ? null : indexArticles(articles);
    made.set(version, index);
    return index;
  };
}

/** Asks the first, then the second where the first knows nothing. */
export const eitherIndex =
  (first: Indexes, second: Indexes): Indexes =>
  (law, version) =>
    first(law, version) ?? second(law, version);
