import type { Language } from "../../core/language.ts";
import type { Passage } from "../../knowledge/passage.ts";
import { phrase } from "./phrases.ts";

const ARTICLE_CHARS = 320; // one screen; the source is named for the rest
const TWO_ARTICLES_CHARS = 480;

/** Quotes the best article, and the next one where both are short; each with its law and number. */
export function quoteLaws(
  passages: readonly Passage[],
  language: Language,
  markOf: (passage: Passage) => string,
) {
  const [first, second] = passages.filter(({ article }) => article !== undefined);
  if (first === undefined) return [];
  const areShort = second !== undefined && first.text.length + second.text.length <= TWO_ARTICLES_CHARS;
  return (areShort ? [first, second] : [first]).map(
    (passage) => `${headingOf(passage, language)}${shorten(bodyOf(passage), language)}${markOf(passage)}`,
  );
}

/** Quotes text that is neither card nor law: its best passage, under its title. */
export function quoteText(passage: Passage, language: Language, mark: string): string {
  return `**${passage.title}**${phrase("colon", language)}${shorten(passage.text, language)}${mark}`;
}

const headingOf = ({ title, article = "" }: Passage, language: Language): string =>
  language === "zh" ? `《${title.replace(/[《》]/g, "")}》${article}：` : `${title} ${article}: `;

const bodyOf = ({ text, article = "" }: Passage): string =>
  text.startsWith(article) ? text.slice(article.length).trimStart() : text;

function shorten(text: string, language: Language): string {
  if (text.length <= ARTICLE_CHARS) return text;
  const start = text.slice(0, ARTICLE_CHARS);
  const end = Math.max(...["。", "；", "\n", ". "].map((mark) => start.lastIndexOf(mark)));
  return (end > 0 ? start.slice(0, end + 1) : start) + phrase("cut", language);
}
