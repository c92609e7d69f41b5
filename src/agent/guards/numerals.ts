const DIGITS = "零一二三四五六七八九";
const FORMAL: Readonly<Record<string, string>> = {
  〇: "零",
  两: "二",
  壹: "一",
  贰: "二",
  叁: "三",
  肆: "四",
  伍: "五",
  陆: "六",
  柒: "七",
  捌: "八",
  玖: "九",
  拾: "十",
  佰: "百",
  仟: "千",
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The characters of a Chinese numeral, for use inside a pattern. */
export const NUMERAL = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟";

/**
 * The value of a Chinese numeral; digits without units are read one by one, as years are.
 *
 * @example valueOf("三百二十") // 320
 * @example valueOf("二〇二六") // 2026
 */
export function valueOf(numeral: string): number {
  const plain = [...numeral].map((char) => FORMAL[char] ?? char);
  if (plain.every((char) => DIGITS.includes(char)))
    return Number(plain.map((char) => DIGITS.indexOf(char)).join(""));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const char of plain) {
    const small = SMALL_UNITS[char];
    const large = LARGE_UNITS[char];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
    } else if (large !== undefined) {
      total = (total + section + (digit ?? 0) || 1) * large;
      section = 0;
      digit = undefined;
    } else digit = DIGITS.indexOf(char);
  }
  return total + section + (digit ?? 0);
}

/** What 万, 亿, 千 and 百 behind Arabic digits multiply by; 1 for anything else. */
export const multiplierOf = (unit: string | undefined): number =>
  unit === undefined ? 1 : (LARGE_UNITS[unit] ?? SMALL_UNITS[unit] ?? 1);

const ENGLISH: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** English number words, for use inside a pattern. */
export const ENGLISH_WORDS = Object.keys(ENGLISH).join("|");

/** The value of an English number word; NaN for another word. */
export const englishValueOf = (word: string): number => ENGLISH[word.toLowerCase()] ?? Number.NaN;
