import { chineseNumber, numberOf, NUMERAL_CLASS } from "./numerals.ts";

/** The number of an article; `sub` is 0, or the n of 之n. */
export interface ArticleNumber {
  readonly main: number;
  readonly sub: number;
}

const KEY = /^(\d+)(?:-(\d+))?$/;
const LABEL = new RegExp(`^第?([${NUMERAL_CLASS}]+)条?(?:之([${NUMERAL_CLASS}]+))?$`);

/** A key for maps and rows: "59", or "120-1" for 第一百二十条之一. */
export const articleKey = ({ main, sub }: ArticleNumber): string =>
  sub === 0 ? `${main}` : `${main}-${sub}`;

/** 第五十九条, 第一百二十条之一. */
export const articleLabel = ({ main, sub }: ArticleNumber): string =>
  `第${chineseNumber(main)}条${sub === 0 ? "" : `之${chineseNumber(sub)}`}`;

/** The number behind a key, or null. */
export function articleOfKey(key: string): ArticleNumber | null {
  const [, main, sub] = KEY.exec(key) ?? [];
  return main === undefined ? null : { main: Number(main), sub: Number(sub ?? 0) };
}

/** The number a person meant with 59, 第59条, 五十九, 120-1 or 第一百二十条之一; null when it is none. */
export function readArticleNumber(text: string): ArticleNumber | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replace(/○/g, "〇");
  const byKey = articleOfKey(plain);
  if (byKey) return byKey.main === 0 ? null : byKey;
  const [, main, sub] = LABEL.exec(plain) ?? [];
  const number = main === undefined ? null : numberOf(main);
  const subNumber = sub === undefined ? 0 : numberOf(sub);
  return number === null || number === 0 || subNumber === null ? null : { main: number, sub: subNumber };
}

/** Order of two articles in a law: negative when the first stands before. */
export const compareArticles = (one: ArticleNumber, other: ArticleNumber): number =>
  one.main - other.main || one.sub - other.sub;
