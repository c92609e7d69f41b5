import { standingOn } from "../statutes/cite/edition.ts";
import type { Version } from "../statutes/ledger/ledger.ts";
import { fitOf, indexArticles, type ArticleIndex } from "../statutes/meaning/article-index.ts";
import type { Statutes } from "../statutes/statutes.ts";
import { nameKey } from "../statutes/text/name.ts";

// below this share of the telling words an article is there by chance
const LEAST_SHARE = 0.3;
const made = new WeakMap<Version, ArticleIndex>();

/** The title of the law that is meant: by its name, or by a known name at the end of the words. */
export function lawMeant({ book }: Statutes, name: string): string {
  const found = book.find(name.replace(/[《》]/g, "")) ?? book.endingOf(nameKey(name))?.found;
  return found?.kind === "law" ? found.law.title : name;
}

/** Keys of the articles, as they stand on a day, that hold most of the words; null without the law's text. */
export function nearestArticles(
  { book, texts }: Statutes,
  title: string,
  words: string,
  on: string,
): readonly string[] | null {
  const found = book.find(title);
  if (found?.kind !== "law") return null;
  const { version } = standingOn(found.law, on);
  const index = made.get(version) ?? indexArticles(texts.articles(found.law, version));
  if (index.keys.length === 0) return null;
  made.set(version, index);
  const { shares } = fitOf(index, words);
  return index.keys
    .map((key, place) => ({ key, share: shares[place] ?? 0 }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((one, other) => other.share - one.share)
    .map(({ key }) => key);
}
