import { readXml } from "../xml.ts";

const DAY_MS = 86_400_000;
const DAYS_TO_1970 = 25_569; // from 1899-12-30, the day zero of spreadsheets
const DAYS_TO_1904 = 1_462;
const MAX_DAYS = 2_958_466; // 9999-12-31
// formats without a code in the file: ECMA-376 18.8.30, with those of Chinese and Japanese editions
const DATE_IDS = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const PERCENT_IDS = new Map([
  [9, 0],
  [10, 2],
]);
const DIGITS = 15; // what a spreadsheet keeps of a number; the rest is noise of the binary form

/** Shows a number as its cell does. */
export type ShowNumber = (value: number) => string;

/** For each cell style of a spreadsheet, how it shows numbers: dates, shares in percent, or plain. */
export function readFormats(styles: Uint8Array | undefined, isFrom1904: boolean): readonly ShowNumber[] {
  if (styles === undefined) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCells = false;
  readXml(styles, "xl/styles.xml", {
    open: (name, attributes) => {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") isCells = true;
      else if (name === "xf" && isCells) ids.push(Number(attributes["numFmtId"] ?? 0));
    },
    close: (name) => {
      if (name === "cellXfs") isCells = false;
    },
  });
  return ids.map((id) => formatOf(id, codes.get(id), isFrom1904));
}

function formatOf(id: number, code: string | undefined, isFrom1904: boolean): ShowNumber {
  const bare = (code ?? "").replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  if (code === undefined && DATE_IDS.some(([first, last]) => id >= first && id <= last))
    return showDate(isFrom1904);
  if (bare.includes("%")) return showPercent(/\.(0+)/.exec(bare)?.[1]?.length ?? 0);
  if (code === undefined && PERCENT_IDS.has(id)) return showPercent(PERCENT_IDS.get(id) ?? 0);
  return /[ymdhs]/i.test(bare) && !/general/i.test(bare) ? showDate(isFrom1904) : showPlain;
}

/** A number without the noise of its binary form. */
export const showPlain: ShowNumber = (value) => String(Number(value.toPrecision(DIGITS)));

// more digits than the cell shows are kept: a rate is a rate
const showPercent =
  (digits: number): ShowNumber =>
  (value) => {
    const percent = Number((value * 100).toPrecision(DIGITS));
    const own = String(percent).split(".")[1]?.length ?? 0;
    return `${percent.toFixed(Math.min(Math.max(digits, own), DIGITS))}%`;
  };

const showDate =
  (isFrom1904: boolean): ShowNumber =>
  (value) => {
    const days = isFrom1904 ? value + DAYS_TO_1904 : value;
    if (days < 0 || days >= MAX_DAYS) return showPlain(value);
    // rounded to the second: a time of day is a fraction that has no exact form
    const moment = new Date(Math.round(((days - DAYS_TO_1970) * DAY_MS) / 1000) * 1000).toISOString();
    const [date = "", time = ""] = moment.split("T");
    if (days < 1) return time.slice(0, 5);
    return Number.isInteger(days) ? date : `${date} ${time.slice(0, 5)}`;
  };
