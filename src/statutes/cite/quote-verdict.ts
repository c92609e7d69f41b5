import type { Law, Version } from "../ledger/ledger.ts";
import { articleKey, articleOfKey } from "../text/article-number.ts";
import { textOf, type Paragraph } from "../text/article.ts";
import { difference, showDifference, type Change } from "../text/difference.ts";
import { pairsOf } from "../meaning/bigrams.ts";
import type { LawTexts } from "../texts.ts";
import type { Verdict } from "./citation.ts";
import { citationLabel, inner, placeLabel } from "./label.ts";
import type { Place } from "./locator.ts";
import { isVerbatim, wordsOf, type Quote } from "./quote.ts";

type Fault = Pick<Verdict, "status" | "detail" | "suggestion">;

/** What is wrong with words quoted as an article's; null when they are its words, or its words are not known. */
export function quoteFault(
  law: Law,
  version: Version,
  place: Place,
  quote: Quote,
  texts: LawTexts,
): Fault | null {
  const article = texts.article(law, version, articleKey(place.article));
  if (!article) return null;
  if (isVerbatim(quote.text, article.paragraphs))
    return wrongParagraph(law, place, quote, article.paragraphs);
  const elsewhere = articleWith(law, version, quote, texts);
  if (elsewhere !== null) return otherArticle(law, place, elsewhere);
  const nearest = nearestPart(quote.text, article.paragraphs);
  const shown = showDifference(trimmed(difference(wordsOf(nearest), wordsOf(quote.text))));
  return {
    status: "quote_differs",
    detail: {
      zh: `引文与《${inner(law.title)}》${placeLabel(place)}原文不一致（［-原文-］［+引文+］）：${shown}。原文：${nearest}`,
      en: `The quotation differs from ${citationLabel(law.title, place)} ([-law-] [+quotation+]): ${shown}. The law says: ${nearest}`,
    },
    suggestion: nearest,
  };
}

function wrongParagraph(
  law: Law,
  place: Place,
  quote: Quote,
  paragraphs: readonly Paragraph[],
): Fault | null {
  const cited = place.paragraph === null ? null : paragraphs[place.paragraph - 1];
  if (!cited || isVerbatim(quote.text, [cited])) return null;
  const holder = paragraphs.findIndex((each) => isVerbatim(quote.text, [each]));
  if (holder < 0) return null;
  const right = { ...place, paragraph: holder + 1, item: null };
  return {
    status: "quote_differs",
    detail: {
      zh: `引文是《${inner(law.title)}》${placeLabel(right)}的原文，不在${placeLabel({ ...place, item: null })}。`,
      en: `The words quoted stand in ${citationLabel(law.title, right)}, not in paragraph ${place.paragraph}.`,
    },
    suggestion: citationLabel(law.title, right),
  };
}

function articleWith(law: Law, version: Version, quote: Quote, texts: LawTexts): string | null {
  const words = wordsOf(quote.text);
  for (const [key, text] of texts.articles(law, version)) if (wordsOf(text).includes(words)) return key;
  return null;
}

function otherArticle(law: Law, place: Place, key: string): Fault {
  const article = articleOfKey(key) ?? place.article;
  const right = { article, paragraph: null, item: null };
  return {
    status: "does_not_say_so",
    detail: {
      zh: `引文是《${inner(law.title)}》${placeLabel(right)}的原文，不是${placeLabel({ ...place, paragraph: null, item: null })}的。`,
      en: `The words quoted stand in ${citationLabel(law.title, right)}, not in ${placeLabel(place)}.`,
    },
    suggestion: citationLabel(law.title, right),
  };
}

/** The paragraph, item or sentence of the article that shares most with the quotation. */
function nearestPart(quote: string, paragraphs: readonly Paragraph[]): string {
  const parts = paragraphs.flatMap((paragraph) => [
    textOf([paragraph]),
    paragraph.text,
    ...paragraph.items.map(({ text }) => text),
    ...paragraph.text.split(/(?<=[。；])/),
  ]);
  const wanted = new Set(pairsOf(quote).flat());
  const likeness = (part: string): number => {
    const own = new Set(pairsOf(part).flat());
    return own.size === 0
      ? 0
      : (2 * [...own].filter((pair) => wanted.has(pair)).length) / (own.size + wanted.size);
  };
  return parts.toSorted((one, other) => likeness(other) - likeness(one))[0] ?? "";
}

/** Without what only the law has before and behind the words quoted. */
function trimmed(changes: readonly Change[]): readonly Change[] {
  const from = changes[0]?.kind === "gone" ? 1 : 0;
  return changes.at(-1)?.kind === "gone" ? changes.slice(from, -1) : changes.slice(from);
}
