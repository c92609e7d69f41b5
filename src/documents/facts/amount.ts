import { NUMERAL, readDigits, readNumber } from "./numerals.ts";

/** An amount of money as a text writes it; `yuan` is null where the words give no exact amount. */
export interface FoundAmount {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly yuan: number | null;
}

// no fine and no value of goods reaches a hundred billion; beyond it doubles lose the fen
const LARGEST_YUAN = 1e11;
const FEN = 100;

const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${NUMERAL}])(?:[${NUMERAL}]|\\.\\d)*`;
const ROUGH_BEFORE = "(?:大概|大约|约|近|将近|差不多|上下|不到|超过|至少|最多|几)";
const AMOUNT = new RegExp(
  `(${ROUGH_BEFORE})?(?:人民币|RMB|[¥￥])?\\s*(${NUMBER})\\s*(多|来|余|几)?\\s*` +
    `(元|圆|块|¥|￥)(?:(?:钱|人民币)|([${NUMERAL}])[角毛](?:钱)?(?:零?([${NUMERAL}])分?(?![${NUMERAL}])|)|零?([${NUMERAL}])分` +
    `|([${NUMERAL}](?![${NUMERAL}点.年月日号个只件盒瓶袋箱斤公千克米张台辆名人处次天]))|)` +
    `(多|左右|上下)?([整正](?![${NUMERAL}]))?`,
  "g",
);
const SMALL = new RegExp(`^([${NUMERAL}])[角毛](?:钱)?(?:([${NUMERAL}])分)?[整正]?$`);
const FEN_ONLY = new RegExp(`^([${NUMERAL}])分[整正]?$`);
const SIGNED = new RegExp(`[¥￥]\\s*(${NUMBER})(?![\\d.]*\\s*[元块])`, "g");

/** Every amount of money in a text with its unit: 9块9, 叁仟元整, 1.2万元, ¥5,000.00, 三百多块 (not exact). */
export function amountsIn(text: string): FoundAmount[] {
  const withUnit = [...text.matchAll(AMOUNT)].map((match): FoundAmount => {
    const words = match[0].trimStart();
    const start = match.index + match[0].length - words.length;
    return { start, end: match.index + match[0].length, words, yuan: valueOf(match) };
  });
  const signed = [...text.matchAll(SIGNED)].map(({ 0: words, 1: number = "", index }) => {
    return { start: index, end: index + words.length, words, yuan: exact(readNumber(number)) };
  });
  const isFree = (one: FoundAmount): boolean =>
    withUnit.every(({ start, end }) => one.end <= start || one.start >= end);
  return [...withUnit, ...signed.filter(isFree)].sort((one, other) => one.start - other.start);
}

function valueOf(match: RegExpExecArray): number | null {
  const [, roughBefore, number = "", rough, , jiao, fenAfterJiao, fenAlone, bareJiao, roughAfter] = match;
  if (roughBefore !== undefined || rough !== undefined || roughAfter !== undefined) return null;
  const yuan = readNumber(number);
  const [tenths, hundredths] = [digit(jiao ?? bareJiao), digit(fenAfterJiao ?? fenAlone)];
  if (yuan === null || tenths === null || hundredths === null) return null;
  if (!Number.isInteger(yuan) && tenths + hundredths > 0) return null;
  return exact(yuan + tenths / 10 + hundredths / FEN);
}

const digit = (sign: string | undefined): number | null =>
  sign === undefined ? 0 : digitOf(readDigits(sign));

const digitOf = (digits: string | null): number | null => (digits === null ? null : Number(digits));

function exact(yuan: number | null): number | null {
  if (yuan === null || yuan > LARGEST_YUAN) return null;
  const fen = Math.round(yuan * FEN);
  return Math.abs(yuan * FEN - fen) < 1e-4 ? fen / FEN : null;
}

/**
 * The yuan that the whole text says, or null: capitals, colloquial and written forms, a bare number too.
 *
 * @example readAmount("叁仟元整") // 3000
 */
export function readAmount(text: string): number | null {
  const plain = text
    .replace(/[，]/g, ",")
    .replace(/\s/g, "")
    .replace(/^人民币(?:大写)?[::]?/, "");
  const [found, ...more] = amountsIn(plain);
  if (found !== undefined) {
    const isWhole = more.length === 0 && found.start === 0 && found.end === plain.length;
    return isWhole ? found.yuan : null;
  }
  const [, jiao, fen] = SMALL.exec(plain) ?? [];
  if (jiao !== undefined) return exact((digit(jiao) ?? Number.NaN) / 10 + (digit(fen) ?? 0) / FEN);
  const [, fenAlone] = FEN_ONLY.exec(plain) ?? [];
  if (fenAlone !== undefined) return exact((digit(fenAlone) ?? Number.NaN) / FEN);
  return exact(readNumber(plain.replace(/[整正]$/, "")));
}
