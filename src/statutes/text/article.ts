import { numberOf } from "./numerals.ts";

/** 项: its number and its words with what belongs to it (目, tables). */
export interface Item {
  readonly number: number;
  readonly text: string;
}

/** 款: the words before its items, and the items. */
export interface Paragraph {
  readonly text: string;
  readonly items: readonly Item[];
}

const LABEL =
  /^\s*(?:第[零〇一二三四五六七八九十百千]+\s*条(?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十百]+、)[\s\u3000]*/;
const ITEM = /^\s*[（(]([一二三四五六七八九十百零〇]+)[）)]/;
// 目 and rows of a table belong to what stands above them
const BELONGS_ABOVE = /^\s*(?:[0-9０-９]+[.．、)）]|[（(][0-9０-９]+[）)]|\||[①-⑳])/;

// a line of nothing but these is no 款
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/g;

interface OpenParagraph {
  text: string;
  items: { number: number; text: string }[];
}

/**
 * The 款 and 项 of an article: a line is a 款, a line that begins with the next （n） is a 项 of the 款 above.
 *
 * Joining every `text` gives the article's words back, without its number, blank lines and unseen characters.
 */
export function paragraphsOf(raw: string): readonly Paragraph[] {
  const paragraphs: OpenParagraph[] = [];
  const lines = raw
    .replace(LABEL, "")
    .split(/\r?\n/)
    .map((line) => line.replace(UNSEEN, "").trim());
  for (const line of lines) {
    if (line === "") continue;
    const open = paragraphs.at(-1);
    const number = itemNumber(line);
    const isItem = number !== null && number === (open?.items.at(-1)?.number ?? 0) + 1;
    if (isItem) {
      if (open) open.items.push({ number, text: line });
      else paragraphs.push({ text: "", items: [{ number, text: line }] });
    } else if (open && BELONGS_ABOVE.test(line)) appendTo(open, line);
    else paragraphs.push({ text: line, items: [] });
  }
  return paragraphs;
}

function itemNumber(line: string): number | null {
  const [, sign] = ITEM.exec(line) ?? [];
  return sign === undefined ? null : numberOf(sign);
}

function appendTo(open: OpenParagraph, line: string): void {
  const item = open.items.at(-1);
  if (item) item.text += `\n${line}`;
  else open.text += `\n${line}`;
}

/** The number of 项 in each 款 of an article. */
export type ArticleShape = readonly number[];

/** The shape of an article: [6, 0] for a first 款 with six 项 and a second with none. */
export const shapeOf = (paragraphs: readonly Paragraph[]): ArticleShape =>
  paragraphs.map(({ items }) => items.length);

/** The words of an article without its number, paragraphs on lines of their own. */
export const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .flatMap(({ text, items }) => [text, ...items.map((item) => item.text)])
    .filter(Boolean)
    .join("\n");
