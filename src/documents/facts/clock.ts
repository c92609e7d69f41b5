import type { Words } from "../../core/language.ts";
import type { Found } from "./found.ts";
import { readNumber } from "./numerals.ts";

/** A time of day: minutes since midnight; 24 hours and more belong to the night that follows. */
export interface Clock {
  readonly minutes: number;
  /** 下午, 晚上 …, as it was said. */
  readonly part: string | null;
  /** Said so that it cannot be mistaken: 14:05, 下午3点; 3点半 alone may be day or night. */
  readonly isSure: boolean;
}

const DAY_MINUTES = 1440;
const HOUR = 60;
const NOON = 12;
const QUARTER = 15;
// before seven people say 凌晨 or 早上; a bare 三点 may well be the afternoon
const FIRST_PLAIN_HOUR = 7;
const LAST_NIGHT_HOUR = 5;

const PART =
  "上午|早上|早晨|清晨|大清早|一大早|一早|凌晨|午夜|中午|正午|午后|下午|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|今早|今晨|今晚|昨晚|昨夜|昨早|明早|前晚|早|晚";
const H = "(2[0-4]|1\\d|0?\\d|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九])";
const M = "([0-5]?\\d|[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])";
const ROUGH = "大概|大约|约摸|约|差不多|将近|快";
const CLOCK = new RegExp(
  `(?:(${ROUGH})(?:在|是)?)?(?:(${PART})(?:的|大概|大约|约|差不多)?\\s*)?(?<![\\d.])${H}\\s*` +
    `(?:[::]\\s*([0-5]\\d)(?::[0-5]\\d)?(?!\\d)` +
    `|(?:点钟?|时)(?!间|候|段|限|期|效|报|常|代|尚|评|多久|意见|建议|要求|问题|情况|说明|体会|内容)\\s*(?:(半)|([一三])刻|(?:过|零)?${M}\\s*(?:分钟?|分(?!钟))?(?![\\d年月日号楼个只盒瓶袋箱件张])|(整)|)` +
    `)(?:\\s*(多|来钟|左右|前后|许|上下|不到))?`,
  "g",
);
const AMBIGUOUS: Words = {
  zh: "没说是上午还是下午，请写成24小时制，如15:30",
  en: "morning or afternoon was not said; please write 24-hour time like 15:30",
};
const ROUGH_TIME: Words = {
  zh: "时间不准确（“左右”“多”之类），请写到分钟",
  en: "the time is not exact; please give it to the minute",
};
const NO_TIME: Words = { zh: "没有这个时刻，请核对", en: "there is no such time, please check" };

/** The reason for a time that may be in the morning or the afternoon. */
export const AMBIGUOUS_TIME = AMBIGUOUS;

/** Every time of day in a text: 上午十点二十, 下午3点半, 22点一刻, 10:20; rough ones have a reason and no value. */
export function clocksIn(text: string): Found<Clock>[] {
  return [...text.matchAll(CLOCK)].map((match): Found<Clock> => {
    const lead = match[0].length - match[0].trimStart().length;
    const words = match[0].trim();
    const start = match.index + lead;
    const at = { start, end: start + words.length, words };
    const isRough = match[1] !== undefined || match[9] !== undefined || /约|差不多/.test(words);
    if (isRough) return { ...at, value: null, reason: ROUGH_TIME };
    const value = clockOf(match);
    return value === null ? { ...at, value, reason: NO_TIME } : { ...at, value };
  });
}

function clockOf(match: RegExpExecArray): Clock | null {
  const [, , part = null, hourSigns = "", digital, half, quarters, spoken] = match;
  const hour = readNumber(hourSigns);
  const minute = minuteOf(digital, half, quarters, spoken);
  if (hour === null || minute === null) return null;
  // 0:30, 08:05 and the 时 of forms count to 24
  const isOfForms = hourSigns.startsWith("0") || match[0].includes("时");
  const shifted = part === null ? hour : hourIn(part, hour);
  if (shifted === null || shifted * HOUR + minute > 2 * DAY_MINUTES) return null;
  const isSure = part !== null || isOfForms || hour >= FIRST_PLAIN_HOUR;
  return { minutes: shifted * HOUR + minute, part, isSure };
}

function minuteOf(digital?: string, half?: string, quarters?: string, spoken?: string): number | null {
  if (digital !== undefined) return Number(digital);
  if (half !== undefined) return HOUR / 2;
  if (quarters !== undefined) return (readNumber(quarters) ?? 0) * QUARTER;
  return spoken === undefined ? 0 : readNumber(spoken);
}

/** The hour of 24 that this part of the day makes of it; null where the two do not go together. */
function hourIn(part: string, hour: number): number | null {
  if (hour > NOON) return hour;
  if (/下午|午后|傍晚/.test(part)) return hour === NOON ? NOON : hour + NOON;
  if (/中午|正午/.test(part)) return hour <= 3 ? hour + NOON : hour;
  if (/凌晨|早|上午|晨/.test(part)) return hour === NOON && /凌晨/.test(part) ? 0 : hour;
  if (hour === NOON) return 2 * NOON;
  // 夜里两点 belongs to the day that begins; 晚上 is before midnight
  if (/半夜|夜里|深夜|午夜|夜间/.test(part) && hour <= LAST_NIGHT_HOUR) return hour;
  return hour < LAST_NIGHT_HOUR ? null : hour + NOON;
}

/** The same time with the part of the day that was said before: 下午3点到4点半. */
export function inPartOf(clock: Clock, before: Clock): Clock {
  if (clock.part !== null) return clock;
  const later = { ...clock, minutes: clock.minutes + NOON * HOUR, isSure: true };
  const isAfternoon = before.minutes >= NOON * HOUR && clock.minutes < NOON * HOUR;
  if (isAfternoon && later.minutes >= before.minutes) return later;
  // 上午11点半到1点
  if (!clock.isSure && clock.minutes < before.minutes && later.minutes > before.minutes) return later;
  return { ...clock, isSure: clock.isSure || before.minutes < NOON * HOUR };
}
