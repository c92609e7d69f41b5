import type { Words } from "../../../core/language.ts";

/** A document number in a text; `fault` says what is wrong with its form. */
export interface FoundNumber {
  readonly words: string;
  readonly year: number;
  readonly fault: Words | null;
}

const OPEN = "[〔\\[【（(〈［]";
const CLOSE = "[〕\\]】）)〉］]";
const NUMBER = new RegExp(
  `([\\u4e00-\\u9fff]{2,14})\\s*(${OPEN})\\s*(\\d{2,4})\\s*(年)?(${CLOSE})\\s*(第)?\\s*(0*)(\\d+)\\s*号`,
  "g",
);

/** Document numbers of a text with the faults of their form (党政机关公文格式 7.2.5); numbers of court cases are not meant. */
export function numbersIn(text: string): readonly FoundNumber[] {
  return Array.from(text.matchAll(NUMBER), ([words, , open, year = "", hasYear, close, ordinal, zeros]) => ({
    words,
    year: Number(year),
    fault: faultOf(words, {
      brackets: open !== "〔" || close !== "〕",
      year: year.length !== 4 || hasYear !== undefined,
      ordinal: ordinal !== undefined,
      zeros: zeros !== "",
    }),
  }));
}

interface Faults {
  readonly brackets: boolean;
  readonly year: boolean;
  readonly ordinal: boolean;
  readonly zeros: boolean;
}

function faultOf(words: string, { brackets, year, ordinal, zeros }: Faults): Words | null {
  const said = words.replace(/\s/g, "");
  if (brackets) return wrong(said, "年份应用六角括号〔〕", "the year goes in 〔〕");
  if (year) return wrong(said, "年份应写全四位数字", "the year is written in full, digits only");
  if (ordinal) return wrong(said, "不加“第”字", "no 第 before the serial number");
  return zeros ? wrong(said, "序号不编虚位", "no zeros before the serial number") : null;
}

const wrong = (said: string, zh: string, en: string): Words => ({
  zh: `文号“${said}”${zh}`,
  en: `In the number 「${said}」 ${en}`,
});

/** The year of a document number, or null where it has none. */
export function yearOf(number: string): number | null {
  const [, year] = /[〔[【（(［]\s*(\d{4})\s*[〕\]】）)］]/.exec(number) ?? [];
  return year === undefined ? null : Number(year);
}
