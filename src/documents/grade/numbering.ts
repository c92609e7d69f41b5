// the four levels of 7.3.3, each also in the forms it is often written in wrongly
const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}[、.．,，]/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^\d{1,2}[.．、](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
];
const RIGHT: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^（[一二三四五六七八九十]{1,3}）(?![、.．，])/,
  /^\d{1,2}\.(?!\d)/,
  /^（\d{1,2}）(?![、.．，])/,
];

/** The forms of the four levels, for messages. */
export const LEVEL_FORMS = "一、（一）1.（1）";

/** 1 to 4 for a paragraph that begins with the number of a level; null for others. */
export function headingLevel(text: string): number | null {
  const level = LEVELS.findIndex((each) => each.test(text.trim()));
  return level < 0 ? null : level + 1;
}

/** True when a number is written as its level asks: `一、` `（一）` `1.` `（1）`. */
export const isWellWritten = (text: string, level: number): boolean =>
  RIGHT[level - 1]?.test(text.trim()) === true;

const DIGITS = "一二三四五六七八九";

/** The number a heading begins with: `十二、` is 12. */
export function ordinalOf(text: string): number {
  const [said = ""] = /[一二三四五六七八九十]{1,3}|\d{1,2}/.exec(text) ?? [];
  if (/\d/.test(said)) return Number(said);
  const [tens = "", ones = ""] = said.includes("十") ? said.split("十") : ["", said];
  const ten = said.includes("十") ? (tens === "" ? 1 : DIGITS.indexOf(tens) + 1) : 0;
  return ten * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones) + 1);
}

const LEVEL_OF_DIGITS = 3;

/** A list of sentences `1.` `2.` in the text begins anew wherever there is one. */
const beginsList = (text: string, level: number, ordinal: number): boolean =>
  level >= LEVEL_OF_DIGITS && ordinal === 1 && /[。；]$/.test(text);

/** Headings whose number does not follow: a first that is not 1, a number left out or twice. */
export function outOfOrder(headings: readonly { readonly level: number; readonly text: string }[]): string[] {
  const counts = [0, 0, 0, 0];
  return headings.flatMap(({ level, text }) => {
    const next = (counts[level - 1] ?? 0) + 1;
    const ordinal = ordinalOf(text);
    counts[level - 1] = ordinal;
    counts.fill(0, level);
    return ordinal === next || beginsList(text, level, ordinal) ? [] : [text];
  });
}

/**
 * Headings that skip a level which the document uses elsewhere, or `（1）` without a `1.` above it.
 *
 * `1.` right below `一、` stands where there are two levels only: 7.3.3 says which numbers may follow, not that each must.
 */
export function skipped(headings: readonly { readonly level: number; readonly text: string }[]): string[] {
  const used = new Set(headings.map(({ level }) => level));
  return headings.flatMap(({ level, text }, i) => {
    const before = headings[i - 1]?.level ?? 0;
    const missing = Array.from({ length: Math.max(0, level - before - 1) }, (_, k) => before + 1 + k);
    const isSkipped =
      missing.some((each) => used.has(each)) || (before > 0 && missing.includes(LEVEL_OF_DIGITS));
    return isSkipped ? [text] : [];
  });
}
