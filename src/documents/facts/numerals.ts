// capitals of 票据 beside the everyday signs; 两 and 廿 are said, not written on forms
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  ["零〇", "一壹", "二贰两貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, digit]),
  ),
);
const SMALL: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const BIG: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

/** Every sign a number may be written with, for a character class. */
export const NUMERAL = "0-9零〇一壹二贰两貳三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億";

const PLAIN = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
const TOKEN = /\d+(?:\.\d+)?|[^\d.]/g;

/** The digits that spelled signs say one by one, or null: 二〇二六 → 2026. */
export function readDigits(text: string): string | null {
  const digits = [...text].map((sign) => (/\d/.test(sign) ? sign : DIGITS[sign]));
  return digits.length > 0 && digits.every((digit) => digit !== undefined) ? digits.join("") : null;
}

/**
 * The number that Arabic, Chinese or capital signs say, or null: 3,000.50, 三千, 叁仟, 1.2万, 一万二, 两百零五.
 *
 * A digit right after 百, 千, 万 at the end counts one place lower, as people say it: 一万二 is 12,000.
 */
export function readNumber(text: string): number | null {
  const signs = text.replace(/\s/g, "");
  if (PLAIN.test(signs)) return Number(signs.replaceAll(",", ""));
  const tokens = signs.replace(/(?<=\d),(?=\d{3})/g, "").match(TOKEN) ?? [];
  if (tokens.length === 0 || tokens.join("") !== signs.replaceAll(",", "")) return null;
  const hasUnit = tokens.some((token) => token in SMALL || token in BIG);
  if (hasUnit) return withUnits(tokens);
  const digits = readDigits(signs);
  return digits === null ? null : Number(digits);
}

interface Sum {
  total: number;
  section: number;
  digit: number | null;
  /** The unit before the pending digit, Infinity when a zero stands between. */
  last: number;
  lowestSmall: number;
  lowestBig: number;
}

function withUnits(tokens: readonly string[]): number | null {
  const sum: Sum = { total: 0, section: 0, digit: null, last: 1, lowestSmall: Infinity, lowestBig: Infinity };
  for (const token of tokens) if (!add(sum, token)) return null;
  const isShort = sum.digit !== null && sum.digit < 10 && sum.last >= 100;
  const rest = (sum.digit ?? 0) * (isShort ? sum.last / 10 : 1);
  return tidy(sum.total + sum.section + rest);
}

function add(sum: Sum, token: string): boolean {
  const small = SMALL[token];
  const big = BIG[token];
  if (small !== undefined) return addSmall(sum, small);
  if (big !== undefined) return addBig(sum, big);
  const digit = /^\d/.test(token) ? Number(token) : DIGITS[token];
  if (digit === undefined || (sum.digit !== null && sum.digit !== 0)) return false;
  if (digit === 0) sum.last = 1;
  sum.digit = digit;
  return true;
}

function addSmall(sum: Sum, unit: number): boolean {
  if (unit >= sum.lowestSmall || (sum.digit === null && unit !== 10)) return false;
  // 零十 says nothing, 一百零十 neither
  sum.section += (sum.digit === null || sum.digit === 0 ? 1 : sum.digit) * unit;
  sum.digit = null;
  sum.lowestSmall = unit;
  sum.last = unit;
  return true;
}

function addBig(sum: Sum, unit: number): boolean {
  const section = sum.section + (sum.digit ?? 0);
  if (section === 0 || unit >= sum.lowestBig) return false;
  sum.total += section * unit;
  sum.section = 0;
  sum.digit = null;
  sum.lowestBig = unit;
  sum.lowestSmall = Infinity;
  sum.last = unit;
  return true;
}

// 1.2 × 10,000 is 12,000 and not a hair beside it
const DECIMALS = 6;
const tidy = (value: number): number => Number(value.toFixed(DECIMALS));
