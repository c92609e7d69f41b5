import { dayOf, type Day } from "../../calendar/day.ts";
import { numberOf } from "./numerals.ts";

const NUMERAL = "[0-9零〇一二三四五六七八九十]";
const DATE = new RegExp(`(${NUMERAL}{4})\\s*年\\s*(${NUMERAL}{1,3})\\s*月\\s*(${NUMERAL}{1,3})\\s*日`, "g");
const IN_FORCE = new RegExp(
  `自\\s*(${NUMERAL}{4}\\s*年\\s*${NUMERAL}{1,3}\\s*月\\s*${NUMERAL}{1,3}\\s*日)\\s*(?:之日)?起\\s*(?:正式|开始)?\\s*(?:施行|实施|执行|生效)`,
  "g",
);

const plain = (text: string): string => text.normalize("NFKC").replace(/[○Ｏ]/g, "〇");

/** Every day that is written out in a text, in Arabic or Chinese numerals; impossible ones are left out. */
export function daysIn(text: string): Day[] {
  return Array.from(plain(text).matchAll(DATE), ([, year, month, day]) => {
    const [y, m, d] = [year, month, day].map((part) => numberOf(part ?? ""));
    return y === null || m === null || d === null ? null : dayOf(y ?? 0, m ?? 0, d ?? 0);
  }).filter((day) => day !== null);
}

/** The days that a text says something is in force from (自…起施行), in its order. */
export const daysInForce = (text: string): Day[] =>
  Array.from(plain(text).matchAll(IN_FORCE), ([, date]) => daysIn(date ?? "")).flat();
