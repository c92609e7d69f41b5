import { dayOf, partsOf, weekdayOf } from "../../calendar/day.ts";
import type { Day } from "../../calendar/day.ts";
import { step } from "../../calendar/step.ts";
import type { Words } from "../../core/language.ts";
import { wholeOf, withoutOverlaps } from "./found.ts";
import type { Found, Reading } from "./found.ts";
import { readDigits, readNumber } from "./numerals.ts";

/** A day in a text; `isRelative` for 昨天 and the like, `isDayOnly` where no year was said. */
export interface FoundDay extends Found<Day> {
  readonly isRelative: boolean;
}

const NO_DAY: Words = {
  zh: "没有读出日期，请写成2026年11月3日这样",
  en: "no date was read; please write it like 2026-11-03",
};
const IMPOSSIBLE: Words = {
  zh: "日历上没有这一天，请核对",
  en: "the calendar has no such day, please check",
};
const NO_WEEK: Words = {
  zh: "说不准是哪一周，请写几月几日",
  en: "it is not clear which week is meant, please write the date",
};

const N = "[0-9零〇一二三四五六七八九十]";
const YEAR = "([12]\\d{3}|\\d{2}|[零〇一二三四五六七八九]{4}|[零〇一二三四五六七八九]{2}|今|去|前|明)";
const MONTH = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)";
const DATE =
  "([0-3]?\\d|[一二]?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|[一二三四五六七八九])";
const WRITTEN = new RegExp(
  `(?<![\\d.])(?:${YEAR}\\s*年\\s*)?${MONTH}\\s*月\\s*${DATE}\\s*[日号](?!楼|院|店|门|线)`,
  "g",
);
const NUMERIC = /(?<![\dA-Za-z〔[(#号-])([12]\d{3})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?![\d〕])日?/g;
const NO_YEAR =
  /(?<![\d.\-/:A-Za-z])(\d{1,2})([./-])(\d{1,2})(?=\s*(?:上午|下午|早上|晚上|中午|凌晨|早|晚))/g;
const THIS_MONTH = new RegExp(`(上个?月|本月|这个月|当月|下个?月)\\s*${DATE}\\s*[日号]`, "g");
const NEAR =
  /[今昨前明]儿个?|大前[天日]|前[天日]|昨[天日晚夜早]|今[天日早晚晨]|当天|当日|明[天日早晚]|后天|前晚/g;
const AGO = new RegExp(`(${N}{1,3}|两)天(?:之?前)`, "g");
const WEEKDAY = /(上上|上|本|这|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])(?!年)/g;

const OFFSETS: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };
const YEARS_BACK: Readonly<Record<string, number>> = { 今: 0, 去: -1, 前: -2, 明: 1 };
const MONTHS: Readonly<Record<string, number>> = { 上: -1, 下: 1 };
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1 };
const WEEK = 7;
// a date without its year lies nearer than half a year: in January, 12月28日 is last year's
const HALF_YEAR_MONTHS = 6;

/**
 * Every date in a text, counted from `today` where it is said relative to it: 今天, 上周五, 11月3号, 二〇二六年十一月三日.
 *
 * 当天 takes the day named before it. A date that cannot be is found with its reason and without a value.
 */
export function daysIn(text: string, today: Day): FoundDay[] {
  const found = withoutOverlaps([
    ...written(text, today),
    ...numeric(text, today),
    ...thisMonth(text, today),
    ...weekdays(text, today),
    ...near(text, today),
  ]);
  return found.map((one, at) => {
    if (!one.words.startsWith("当")) return one;
    const before = found
      .slice(0, at)
      .findLast(({ value, words }) => value !== null && !words.startsWith("当"));
    return { ...one, value: before?.value ?? null, reason: NO_DAY };
  });
}

/** The day that the whole text names. */
export function readDay(text: string, today: Day): Reading<Day> {
  const plain = text.trim();
  const [, month = "", , day = ""] = /^(\d{1,2})([./-])(\d{1,2})$/.exec(plain) ?? [];
  if (month !== "") return readingOf(nearYear(Number(month), Number(day), today));
  const [, whole = ""] = /^(\d{8})$/.exec(plain) ?? [];
  if (whole !== "") return readingOf(dayFrom(whole.slice(0, 4), whole.slice(4, 6), whole.slice(6), today));
  return wholeOf(plain, daysIn(plain, today), NO_DAY);
}

const readingOf = (value: Day | null): Reading<Day> =>
  value === null ? { value, reason: IMPOSSIBLE } : { value };

const foundAt = (
  match: RegExpExecArray,
  value: Day | null,
  isRelative: boolean,
  reason: Words,
): FoundDay => ({
  start: match.index,
  end: match.index + match[0].length,
  words: match[0],
  value,
  isRelative,
  ...(value === null ? { reason } : {}),
});

function written(text: string, today: Day): FoundDay[] {
  return [...text.matchAll(WRITTEN)].map((match) => {
    const [, year, month = "", day = ""] = match;
    return foundAt(match, dayFrom(year, month, day, today), false, IMPOSSIBLE);
  });
}

function numeric(text: string, today: Day): FoundDay[] {
  const whole = [...text.matchAll(NUMERIC)].map((match) => {
    const [, year, , month = "", day = ""] = match;
    return foundAt(match, dayFrom(year, month, day, today), false, IMPOSSIBLE);
  });
  const short = [...text.matchAll(NO_YEAR)].flatMap((match) => {
    const value = nearYear(Number(match[1]), Number(match[3]), today);
    return value === null ? [] : [foundAt(match, value, false, IMPOSSIBLE)];
  });
  return [...whole, ...short];
}

function dayFrom(year: string | undefined, month: string, day: string, today: Day): Day | null {
  const [monthNumber, dayNumber] = [
    month === "元" ? 1 : readNumber(month),
    readNumber(day.replace("廿", "二十")),
  ];
  if (monthNumber === null || dayNumber === null) return null;
  if (year === undefined) return nearYear(monthNumber, dayNumber, today);
  const back = YEARS_BACK[year];
  const [thisYear] = partsOf(today) ?? [0];
  if (back !== undefined) return dayOf(thisYear + back, monthNumber, dayNumber);
  const digits = readDigits(year) ?? "";
  const century = Math.floor(thisYear / 100) * 100;
  return dayOf(digits.length === 2 ? century + Number(digits) : Number(digits), monthNumber, dayNumber);
}

function nearYear(month: number, day: number, today: Day): Day | null {
  const [year, thisMonth] = partsOf(today) ?? [0, 0];
  const ahead = month - thisMonth;
  const shift = ahead > HALF_YEAR_MONTHS ? -1 : ahead < -HALF_YEAR_MONTHS - 3 ? 1 : 0;
  return dayOf(year + shift, month, day);
}

function thisMonth(text: string, today: Day): FoundDay[] {
  const [year, month] = partsOf(today) ?? [0, 0];
  return [...text.matchAll(THIS_MONTH)].map((match) => {
    const at = year * 12 + (month - 1) + (MONTHS[match[1]?.[0] ?? ""] ?? 0);
    const value = dayOf(Math.floor(at / 12), (at % 12) + 1, readNumber(match[2] ?? "") ?? 0);
    return foundAt(match, value, true, IMPOSSIBLE);
  });
}

function near(text: string, today: Day): FoundDay[] {
  const named = [...text.matchAll(NEAR)].map((match) => {
    const offset = OFFSETS[match[0].replace(/(?:儿个?|.)$/, "")];
    return foundAt(match, offset === undefined ? null : step(today, offset), true, NO_DAY);
  });
  const counted = [...text.matchAll(AGO)].map((match) =>
    foundAt(match, step(today, -(readNumber(match[1] ?? "") ?? 0)), true, NO_DAY),
  );
  return [...named, ...counted];
}

function weekdays(text: string, today: Day): FoundDay[] {
  // weeks begin on Monday
  const now = (weekdayOf(today) + WEEK - 1) % WEEK;
  return [...text.matchAll(WEEKDAY)].map((match) => {
    const wanted = "一二三四五六日".indexOf((match[2] ?? "").replace("天", "日"));
    const weeks = match[1] === undefined ? (wanted <= now ? 0 : null) : (WEEKS[match[1]] ?? null);
    const value = weeks === null ? null : step(today, weeks * WEEK + wanted - now);
    return foundAt(match, value, true, NO_WEEK);
  });
}
