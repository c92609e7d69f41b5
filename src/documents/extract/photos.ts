import type { Found } from "../facts/found.ts";
import type { ValueOf } from "../facts/kinds.ts";
import { NUMERAL, readNumber } from "../facts/numerals.ts";

type Photos = ValueOf<"photos">;

const SHOT = "(?:现场)?(?:照片|相片|照|图片|图)";
const COUNT_FIRST = new RegExp(`([${NUMERAL}]{1,4})\\s*[张幅](?:现场|手机|取证)?(?:${SHOT})?`, "g");
const COUNT_AFTER = new RegExp(
  `(?:${SHOT})(?:共|一共|总共|拍了|有|合计|:)*\\s*([${NUMERAL}]{1,4})\\s*[张幅]`,
  "g",
);
const RANGE =
  /(?:照片|图片|图|编号|编号为|IMG_?|DSC_?)\s*:?\s*((?:[A-Za-z]{1,5}[_-]?)?)(\d{1,6})\s*(?:-|~|到|至|—)\s*(?:[A-Za-z]{1,5}[_-]?)?(\d{1,6})/g;
const ROUGH = /(?:十?几|多|来)\s*张|(?:大概|大约|约)[^,。;]{0,6}张/;
const CONTEXT = /拍|照|图|摄/;
const MOST_IDS = 500;

/** Photos told in a text: 拍了12张照片, 照片1-5, IMG_0012 到 IMG_0023; ids are the numbers of the range. */
export function photosIn(text: string): Found<Photos> | null {
  const range = [...text.matchAll(RANGE)].find(({ 2: from = "", 3: to = "" }) =>
    isRange(Number(from), Number(to)),
  );
  const count = [...text.matchAll(COUNT_AFTER), ...text.matchAll(COUNT_FIRST)].find(
    (match) =>
      CONTEXT.test(text.slice(Math.max(0, match.index - 10), match.index + match[0].length)) &&
      !ROUGH.test(match[0]),
  );
  const number = count === undefined ? null : readNumber(count[1] ?? "");
  if (number === null && range === undefined) return null;
  const ids = range === undefined ? [] : idsOf(range);
  const value: Photos = { count: number ?? ids.length, ...(ids.length === 0 ? {} : { ids }) };
  const parts = [count, range].filter((one) => one !== undefined && one !== null);
  const start = Math.min(...parts.map(({ index }) => index));
  const end = Math.max(...parts.map((one) => one.index + one[0].length));
  const head =
    /(?:拍摄?了?|现场)*(?:照片?)?(?:共|一共)?$/.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ??
    0;
  return { start: start - head, end, words: text.slice(start - head, end), value };
}

const isRange = (from: number, to: number): boolean => to > from && to - from < MOST_IDS;

function idsOf([whole, prefix = "", from = "", to = ""]: RegExpExecArray): string[] {
  const head = prefix || (/^(IMG_?|DSC_?)/.exec(whole)?.[1] ?? "");
  const length = Number(to) - Number(from) + 1;
  return Array.from(
    { length },
    (_, at) => head + String(Number(from) + at).padStart(from.startsWith("0") ? from.length : 1, "0"),
  );
}

/** The photos that a label's value says, a bare number too: 12张, 12, 无. */
export function photosOf(text: string): Photos | null {
  if (/^(?:无|没有|没拍|0张?)$/.test(text.trim())) return { count: 0 };
  const found = photosIn(`照片${text}`)?.value ?? photosIn(`照片共${text}`)?.value;
  if (found) return found;
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
  return number === null ? null : { count: number };
}
