import { KINDS } from "./kinds/index.ts";

// rare brackets: no keyboard types them and no model's Markdown gives them a meaning
const OPEN = "⟦";
const CLOSE = "⟧";

/** The word inside tokens that stand for bracketed words a person typed, see `Vault.mask`. */
export const LITERAL = "原文";

const WORDS = [...KINDS.map(({ token }) => token), LITERAL].join("|");

// models put blanks into brackets and take the wide underscore; no counter has more than six digits
const TOKEN = new RegExp(`${OPEN}\\s{0,2}(${WORDS})\\s{0,2}[_＿]\\s{0,2}(\\d{1,6})\\s{0,2}${CLOSE}`, "g");

// the longest thing that TOKEN can match; a bracket that stays open for longer is just a bracket
const LONGEST_TOKEN = 24;

/** What stands for the n-th value of a kind in one conversation. */
export function tokenOf(word: string, n: number): string {
  return `${OPEN}${word}_${n}${CLOSE}`;
}

/** The text with every token, stray blanks in it or not, replaced by what `put` gives for its plain form. */
export function replaceTokens(text: string, put: (token: string, asWritten: string) => string): string {
  if (!text.includes(OPEN)) return text;
  return text.replace(TOKEN, (asWritten, word: string, n: string) =>
    put(tokenOf(word, Number(n)), asWritten),
  );
}

/** Where every token of the text stands. */
export function tokensIn(text: string): { start: number; end: number; asWritten: string }[] {
  return [...text.matchAll(TOKEN)].map(({ 0: asWritten, index }) => ({
    start: index,
    end: index + asWritten.length,
    asWritten,
  }));
}

/** The offset from which a text may still grow into a token; its length when nothing is open. */
export function openTokenAt(text: string): number {
  const at = text.lastIndexOf(OPEN);
  const isOpen = at >= 0 && !text.includes(CLOSE, at) && text.length - at < LONGEST_TOKEN;
  return isOpen ? at : text.length;
}
