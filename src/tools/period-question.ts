import { dayOf, partsOf, timeOf } from "../calendar/day.ts";
import type { Day } from "../calendar/day.ts";
import { daysAfter } from "../calendar/period.ts";
import { languageOf } from "../core/language.ts";
import type { PeriodInput } from "./add-period.ts";
import { readNumber } from "./numerals.ts";

const ASKS_DAY = new RegExp(
  [
    "哪一?[天日]|几[号日]|什么时候|何时|最后.{0,2}[天日期]|截止|到期|期限|届满|之前",
    "until when|by when|last day|deadline|\\bdue\\b|what date|which day|expire|when (?:does|is|will|must|do)",
  ].join("|"),
  "i",
);

const SIGNS = "[〇零一二两三四五六七八九十百]";
const PERIOD_ZH = new RegExp(
  `(半|\\d{1,4}|${SIGNS}+)(个)?(工作日|天|日|月|年|周|星期|礼拜|季度)(?!前|份)`,
  "g",
);
const ENGLISH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["an", 1],
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
    (word, at) => [word, at + 1] as const,
  ),
  ["twelve", 12],
  ["fifteen", 15],
  ["thirty", 30],
  ["sixty", 60],
  ["ninety", 90],
]);
const PERIOD_EN = new RegExp(
  `\\b(half an?|\\d{1,4}|${[...ENGLISH_NUMBERS.keys()].join("|")})[ -]` +
    String.raw`(working |business )?(day|week|month|year)s?\b(?! ago)`,
  "gi",
);

const DATE_ZH = new RegExp(`(?:(\\d{4})年)?(\\d{1,2}|${SIGNS}{1,3})月(\\d{1,2}|${SIGNS}{1,3})[日号]?`);
const OTHER_DATES = new RegExp(DATE_ZH.source, "g");
const DATE_ISO = /(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})[a-z]*\\.?`;
const DATE_EN = [
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${MONTH})(?:,? (?<year>\\d{4}))?`, "i"),
  new RegExp(`\\b(?<month>${MONTH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?`, "i"),
];
const RELATIVE: readonly [RegExp, number][] = [
  [/大前天/, -3],
  [/前天|day before yesterday/i, -2],
  [/昨[天日晚]|yesterday/i, -1],
  [/今[天日早]|today|从现在/i, 0],
  [/后天|day after tomorrow/i, 2],
  [/明[天日]|tomorrow/i, 1],
];

const HAPPENED = /出生|生的|收到|拿到|签的|领的|了[，。,]|born|received|signed|was |got /i;

/**
 * The input of `add_period` read from plain talk, or null when the text does not ask for the end of a
 * period that starts on a day it names. A date without a year is the one nearest to
 * `today`, a past one for what has happened.
 *
 * @example periodQuestion("孩子11月3号出生，一个月内是到哪天", "2026-11-23")?.from // "2026-11-03"
 */
export function periodQuestion(text: string, today: Day): PeriodInput | null {
  const plain = text.normalize("NFKC");
  if (!ASKS_DAY.test(plain) || partsOf(today) === null) return null;
  const start = startIn(plain, today);
  if (!start) return null;
  const period = periodIn(plain.replace(start.text, " ").replace(OTHER_DATES, " "));
  if (!period) return null;
  const language = languageOf(text);
  const year = start.from.slice(0, 4);
  const assumed = language === "zh" ? `年份按 ${year} 年` : `the year is ${year}`;
  return { from: start.from, ...period, assumptions: start.isYearSaid ? [] : [assumed] };
}

interface Start {
  readonly from: Day;
  readonly text: string;
  readonly isYearSaid: boolean;
}

function startIn(plain: string, today: Day): Start | null {
  const iso = DATE_ISO.exec(plain);
  const zh = DATE_ZH.exec(plain);
  const en = DATE_EN.map((shape) => shape.exec(plain)).find(Boolean);
  if (iso) return startOf(iso[0], [iso[1], iso[2], iso[3]], plain, today);
  if (zh) return startOf(zh[0], [zh[1], zh[2], zh[3]], plain, today);
  if (en?.groups) {
    const { year, month = "", day } = en.groups;
    return startOf(
      en[0],
      [year, String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1), day],
      plain,
      today,
    );
  }
  for (const [words, days] of RELATIVE) {
    const said = words.exec(plain);
    const from = said && daysAfter(today, days);
    if (said && from) return { from, text: said[0], isYearSaid: true };
  }
  return null;
}

function startOf(
  text: string,
  [year, month = "", day = ""]: readonly (string | undefined)[],
  plain: string,
  today: Day,
): Start | null {
  const [m, d] = [readNumber(month), readNumber(day)];
  if (year !== undefined) {
    const from = dayOf(Number(year), m, d);
    return from === null ? null : { from, text, isYearSaid: true };
  }
  const [thisYear] = partsOf(today) ?? [0];
  const candidates = [thisYear - 1, thisYear, thisYear + 1]
    .map((each) => dayOf(each, m, d))
    .filter((each) => each !== null)
    .filter((each) => each <= today || !HAPPENED.test(plain));
  const from = candidates.toSorted((a, b) => distance(a, today) - distance(b, today))[0];
  return from === undefined ? null : { from, text, isYearSaid: false };
}

const distance = (a: Day, b: Day): number => Math.abs(timeOf(a) - timeOf(b));

const DAYS_IN_WEEK = 7;
const MONTHS_IN_HALF_YEAR = 6;
const MONTHS_IN_QUARTER = 3;

function periodIn(plain: string): Pick<PeriodInput, "amount" | "unit"> | null {
  for (const [, number = "", counter, unit = ""] of plain.matchAll(PERIOD_ZH)) {
    if (unit === "月" && counter === undefined && number !== "半") continue;
    if (unit === "年" && number.length === 4) continue;
    if (number === "半") return unit === "年" ? { amount: MONTHS_IN_HALF_YEAR, unit: "month" } : null;
    return counted(readNumber(number), unit);
  }
  for (const [, number = "", working, unit = ""] of plain.matchAll(PERIOD_EN)) {
    const word = number.toLowerCase();
    if (word.startsWith("half"))
      return unit === "year" ? { amount: MONTHS_IN_HALF_YEAR, unit: "month" } : null;
    return counted(ENGLISH_NUMBERS.get(word) ?? Number(word), working ? "工作日" : unit.toLowerCase());
  }
  return null;
}

function counted(amount: number, unit: string): Pick<PeriodInput, "amount" | "unit"> | null {
  if (/工作日/.test(unit)) return { amount, unit: "working_day" };
  if (/周|星期|礼拜|week/.test(unit)) return { amount: amount * DAYS_IN_WEEK, unit: "day" };
  if (/季度/.test(unit)) return { amount: amount * MONTHS_IN_QUARTER, unit: "month" };
  if (/月|month/.test(unit)) return { amount, unit: "month" };
  return { amount, unit: /年|year/.test(unit) ? "year" : "day" };
}
