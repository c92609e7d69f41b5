import type { StatuteStore } from "../store/statutes.ts";
import type { Law, Version } from "./ledger/ledger.ts";
import { paragraphsOf, textOf, type Paragraph } from "./text/article.ts";
import { nameKey } from "./text/name.ts";

/** An article as it stands in one version. */
export interface ArticleText {
  readonly key: string;
  readonly paragraphs: readonly Paragraph[];
  /** The headings it stands under. */
  readonly path: readonly string[];
}

/** The words of the law, where a collection has been read in. */
export interface LawTexts {
  article(law: Law, version: Version, key: string): ArticleText | null;
  /** Key → words of every article; empty where the version's text is not kept. */
  articles(law: Law, version: Version): ReadonlyMap<string, string>;
}

/** No texts: names and shapes are all there is. */
export const NO_TEXTS: LawTexts = { article: () => null, articles: () => new Map() };

/** The texts of a store of statutes. */
export function textsOf(store: StatuteStore): LawTexts {
  return {
    article(law, version, key) {
      const found = store.article(nameKey(law.title), version.published ?? "", key);
      return found && { key, path: found.path, paragraphs: paragraphsOf(found.raw) };
    },
    articles: (law, version) =>
      new Map(
        store
          .articles(nameKey(law.title), version.published ?? "")
          .map(({ key, raw }) => [key, textOf(paragraphsOf(raw))] as const),
      ),
  };
}
