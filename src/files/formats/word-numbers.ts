const DIGITS = "〇一二三四五六七八九";
const UNITS = ["", "十", "百", "千"];
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const CIRCLED_ONE = 0x2460;
const LAST_CIRCLED = 20;
const ALPHABET = 26;

/** A number as a list of Word shows it; formats nobody uses in China come as plain digits. */
export function numberAs(format: string, value: number): string {
  if (/^(?:chinese|taiwanese|japanese)(?:Counting|Legal|Digital)|^ideographDigital/.test(format))
    return chinese(value);
  if (format === "decimalEnclosedCircle" || format === "decimalEnclosedCircleChinese") return circled(value);
  if (format === "ideographTraditional") return STEMS[value - 1] ?? String(value);
  if (format === "lowerLetter") return letter(value);
  if (format === "upperLetter") return letter(value).toUpperCase();
  if (format === "lowerRoman") return roman(value);
  if (format === "upperRoman") return roman(value).toUpperCase();
  if (format === "decimalZero") return String(value).padStart(2, "0");
  return format === "none" ? "" : String(value);
}

/** 一百零三 for 103; beyond 9999 plain digits. */
function chinese(value: number): string {
  if (value <= 0 || value > 9_999) return value === 0 ? "〇" : String(value);
  const digits = Array.from(String(value), Number);
  let text = "";
  for (const [i, digit] of digits.entries()) {
    if (digit === 0) text += text.endsWith("零") ? "" : "零";
    else text += (DIGITS[digit] ?? "") + (UNITS[digits.length - 1 - i] ?? "");
  }
  return text.replace(/零+$/, "").replace(/^一十/, "十");
}

const circled = (value: number): string =>
  value >= 1 && value <= LAST_CIRCLED ? String.fromCodePoint(CIRCLED_ONE + value - 1) : `(${value})`;

/** a … z, then aa, bb as Word counts. */
function letter(value: number): string {
  const place = (value - 1) % ALPHABET;
  return String.fromCodePoint(97 + place).repeat(Math.min(8, Math.floor((value - 1) / ALPHABET) + 1));
}

function roman(value: number): string {
  if (value <= 0 || value > 3_999) return String(value);
  let text = "";
  let left = value;
  for (const [worth, sign] of ROMAN) {
    for (; left >= worth; left -= worth) text += sign;
  }
  return text;
}
