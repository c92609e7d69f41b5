const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters a number of an article may be written with, for use inside a character class. */
export const NUMERAL_CLASS = "零〇一二两三四五六七八九十百千0-9";

/**
 * The number that Chinese or Arabic numerals say, or null when they say none: 五十九, 一百零三, 一〇三, 59.
 *
 * A unit out of order (十百) or a digit after a digit inside a number with units (五六十) is no number.
 */
export function numberOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const signs = [...text];
  if (signs.length === 0 || signs.some((sign) => !(sign in DIGITS) && !(sign in UNITS))) return null;
  if (signs.every((sign) => sign in DIGITS)) return Number(signs.map((sign) => DIGITS[sign]).join(""));
  return numberWithUnits(signs);
}

function numberWithUnits(signs: readonly string[]): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  for (const sign of signs) {
    const unit = UNITS[sign];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[sign] ?? 0;
      continue;
    }
    if (unit >= lastUnit || (digit === null && unit !== 10)) return null;
    total += (digit ?? 1) * unit;
    digit = null;
    lastUnit = unit;
  }
  return total + (digit ?? 0);
}

const SIGNS = "零一二三四五六七八九";

/** A number from 1 to 9999 as law texts write it: 59 is 五十九, 103 is 一百零三, 110 is 一百一十. */
export function chineseNumber(value: number): string {
  if (value >= 10 && value < 20) return `十${value === 10 ? "" : SIGNS[value - 10]}`;
  let rest = value;
  let isGap = false;
  let written = "";
  for (const [unit, sign] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit === 0) {
      isGap = written !== "";
      continue;
    }
    written += `${isGap ? "零" : ""}${SIGNS[digit]}${sign}`;
    isGap = false;
  }
  return written;
}
