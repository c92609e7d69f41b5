const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a Chinese or Arabic number as it stands in 第…条; NaN for anything else.
 *
 * @example chineseNumber("一百零三") // 103
 */
export function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = -1;
  for (const character of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    const unit = UNITS[character];
    const value = DIGITS.indexOf(character);
    if (unit === undefined && value < 0) return Number.NaN;
    if (unit === undefined) digit = value;
    else {
      total += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    }
  }
  return text === "" ? Number.NaN : total + Math.max(digit, 0);
}
