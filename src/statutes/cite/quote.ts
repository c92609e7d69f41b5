import type { Paragraph } from "../text/article.ts";
import { textOf } from "../text/article.ts";
import type { Group } from "./groups.ts";

/** Words in quotation marks that a sentence says are the article's. */
export interface Quote {
  readonly text: string;
}

// shorter ones are terms, not quotations
const SHORTEST_QUOTE_CHARS = 8;
const LONGEST_QUOTE_CHARS = 1500;
const CLAIMS_TEXT =
  /^(?:(?:的|之|中|已|也|明确|的?有关|的?相关)*(?:规定|明确|载明|指出|写明|要求|表述|原文|条文|内容)*(?:如下|为|是|指出|要求|,|:|的)*)[“"]/;
const OF_ARTICLE =
  /[”"](?:,|是|系|为|—|-|等)*(?:(?:的|这一|等)?(?:规定|内容|要求|条文|表述)?(?:,|是|系|出自|来自|见于|依据|根据|载于|源自|规定在|见|参见|为|即)*)[(（]?$/;

/** The words quoted right behind a group of citations, or right before it with the source after them. */
export function quoteOf(text: string, { start, end, from, to }: Group): Quote | null {
  const behind = text.slice(end, Math.min(text.length, end + LONGEST_QUOTE_CHARS));
  const lead = CLAIMS_TEXT.exec(behind);
  if (lead) return quoteAt(behind, lead[0].length);
  const before = text.slice(Math.max(from, start - LONGEST_QUOTE_CHARS), start);
  const tail = OF_ARTICLE.exec(before);
  // behind the next citation's start the words belong to that one
  if (!tail || to < end) return null;
  const open = openingBefore(before, tail.index);
  return open < 0 ? null : asQuote(before.slice(open + 1, tail.index));
}

function quoteAt(text: string, from: number): Quote | null {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "“") depth += 1;
    if (text[at] === "”" || (text[at] === '"' && depth === 1)) depth -= 1;
    if (depth === 0) return asQuote(text.slice(from, at));
  }
  return null;
}

function openingBefore(text: string, close: number): number {
  let depth = 0;
  for (let at = close - 1; at >= 0; at -= 1) {
    if (text[at] === "”") depth += 1;
    if (text[at] === "“" && depth === 0) return at;
    if (text[at] === '"' && text[close] === '"') return at;
    if (text[at] === "“") depth -= 1;
  }
  return -1;
}

const asQuote = (text: string): Quote | null =>
  wordsOf(text).length < SHORTEST_QUOTE_CHARS ? null : { text };

/** The characters that count when words are compared: no marks, no spaces, no brackets. */
export const wordsOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{P}\p{S}]/gu, "")
    .replace(/[○◯]/g, "〇");

const GAP = /…+|\.{3,}|(?:\[|【)?(?:略|省略)(?:\]|】)?/;

/** True when every part of the quotation (…… leaves some out) stands in the article, in this order. */
export function isVerbatim(quote: string, paragraphs: readonly Paragraph[]): boolean {
  const article = wordsOf(textOf(paragraphs));
  let from = 0;
  for (const part of quote.split(GAP).map(wordsOf).filter(Boolean)) {
    const at = article.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
