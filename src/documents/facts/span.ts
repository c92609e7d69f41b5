import type { Day } from "../../calendar/day.ts";
import { step } from "../../calendar/step.ts";
import type { Words } from "../../core/language.ts";
import { AMBIGUOUS_TIME, clocksIn, inPartOf } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { daysIn } from "./day.ts";
import { wholeOf } from "./found.ts";
import type { Found, Reading } from "./found.ts";
import type { ValueOf } from "./kinds.ts";

export type Span = ValueOf<"span">;

/** Two times of one span with the days said beside them; a day that was not said is null. */
export interface FoundSpan extends Found<{ readonly from: Clock; readonly to: Clock }> {
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
}

/** A single time that is no end of a span, with the day said right before it. */
export interface FoundMoment extends Found<Clock> {
  readonly day: Day | null;
}

const DAY_MINUTES = 1440;
const HOUR = 60;
// without 次日, an end before the start is the next morning only when the start was in the evening
const EVENING_MINUTES = 18 * HOUR;
const MORNING_MINUTES = 8 * HOUR;

const JOIN =
  /^[,，、\s]*(?:开始|进场|进店|到场|到的|起|开查|进去|[\u4e00-\u9fff]{1,3})?[,，、\s]*(?:一直|直到)?[,，\s]*(?:到|至|-|—|~|～|–){1,2}\s*(?:了)?\s*$/;
const BEGIN_END = /^(?:我们?|大家)?(?:开始|起|进场|进店|到场|到达|进去|到的|去的|开查)[^。;\n]{0,24}?$/;
const END_AFTER = /^(?:钟)?(?:[^。;\n,，]{0,6}?)(?:结束|完|离开|离场|走|为止|止|出来|收队|撤)/;
const NEXT_DAY = /(?:次日|第二天|翌日|隔天)\s*$/;
const BARE_MINUTES = /^\s*(?:到|至|-|—|~|～)\s*([0-5]?\d|[二三四五]?十[一二三四五六七八九]?)分(?!钟)/;
const LASTS = /^[^。;\n\d]{0,12}?(?:历时|用时|用了|花了|持续|大概)?(\d{1,3})分钟/;

const BACKWARDS: Words = {
  zh: "结束时间早于开始时间，请核对（跨夜请写“次日”）",
  en: "it ends before it begins; please check (write 次日 for the next day)",
};
const NO_SPAN: Words = {
  zh: "没有读出起止时间，请写成2026年11月3日10:20至10:55这样",
  en: "no start and end were read; please write it like 2026-11-03 10:20 to 10:55",
};
const NO_DATE: Words = { zh: "没有说是哪一天", en: "the day was not said" };

/** The reason for a time whose day nobody said. */
export const DAY_NOT_SAID = NO_DATE;

interface Times {
  readonly spans: readonly FoundSpan[];
  readonly moments: readonly FoundMoment[];
}

/** Every span and every single time in a text: 10:20到10:55, 十点二十开始…十点五十五结束, 22:30到次日1点. */
export function timesIn(text: string, today: Day): Times {
  const clocks = clocksIn(text);
  const days = daysIn(text, today);
  const spans: FoundSpan[] = [];
  const moments: FoundMoment[] = [];
  for (let at = 0; at < clocks.length; at += 1) {
    const [first, second] = [clocks[at], clocks[at + 1]];
    if (first === undefined) continue;
    const span = second === undefined ? null : joined(text, first, second, days);
    if (span !== null) at += 1;
    const made = span ?? toMinutes(text, first, days);
    if (made === null) moments.push({ ...first, ...dayBefore(text, first, days) });
    else spans.push(made);
  }
  return { spans, moments };
}

type Days = readonly Found<Day>[];

function dayBefore(
  text: string,
  clock: Found<Clock>,
  days: Days,
): { start: number; words: string; day: Day | null } {
  const inside = days.find(({ start, end }) => start >= clock.start && end <= clock.end);
  const overlapping = days.find(({ start, end }) => start < clock.end && end > clock.start);
  const near = days.findLast(
    ({ end }) =>
      end <= clock.start && /^[\s,，的(]{0,2}(?:[^\d。;\n]{0,3})$/.test(text.slice(end, clock.start)),
  );
  const day = near ?? inside ?? overlapping;
  const start = Math.min(day?.start ?? clock.start, clock.start);
  return { start, words: text.slice(start, clock.end), day: day?.value ?? null };
}

function joined(text: string, first: Found<Clock>, second: Found<Clock>, days: Days): FoundSpan | null {
  const between = days.find(({ start, end }) => start >= first.end && end <= second.end);
  const cut = between === undefined ? second.start : Math.min(between.start, second.start);
  const isNext = NEXT_DAY.test(text.slice(first.end, cut));
  const gap = text.slice(first.end, cut).replace(NEXT_DAY, "");
  const tail = text.slice(second.end);
  const isBeginEnd = BEGIN_END.test(gap) && END_AFTER.test(tail);
  const isFromTo = /(?:从|自)\s*$/.test(text.slice(0, first.start)) && /(?:到|至)\s*$/.test(gap);
  if (!JOIN.test(gap) && !isBeginEnd && !isFromTo) return null;
  const opening = dayBefore(text, first, days);
  const fromDay = opening.day;
  const toDay = isNext && fromDay !== null ? step(fromDay, 1) : (between?.value ?? null);
  const range = { start: opening.start, end: second.end, words: text.slice(opening.start, second.end) };
  if (first.value === null || second.value === null) {
    return { ...range, value: null, fromDay, toDay, reason: first.reason ?? second.reason ?? NO_SPAN };
  }
  const to = isNext ? { ...second.value, isSure: true } : inPartOf(second.value, first.value);
  const shifted = isNext && fromDay === null ? { ...to, minutes: to.minutes + DAY_MINUTES } : to;
  return { ...range, value: { from: first.value, to: shifted }, fromDay, toDay };
}

// 10点20到55分, 10点20开始查了35分钟
function toMinutes(text: string, first: Found<Clock>, days: Days): FoundSpan | null {
  if (first.value === null) return null;
  const tail = text.slice(first.end);
  const [bare, minute] = BARE_MINUTES.exec(tail) ?? [];
  const hour = Math.floor(first.value.minutes / HOUR) * HOUR;
  const isBare = bare !== undefined && minute !== undefined && /^\d+$/.test(minute);
  const [lasting, minutes] = isBare ? [] : (LASTS.exec(tail) ?? []);
  const end = isBare ? hour + Number(minute) : first.value.minutes + Number(minutes ?? Number.NaN);
  if (Number.isNaN(end)) return null;
  const opening = dayBefore(text, first, days);
  const stop = first.end + (bare ?? lasting ?? "").length;
  const value = { from: first.value, to: { ...first.value, minutes: end } };
  return {
    start: opening.start,
    end: stop,
    words: text.slice(opening.start, stop),
    value,
    fromDay: opening.day,
    toDay: null,
  };
}

/** The local time `YYYY-MM-DDTHH:MM` of a clock on a day; 24:00 is the next day's 00:00. */
export function momentOf(day: Day, { minutes }: Clock): string {
  const date = step(day, Math.floor(minutes / DAY_MINUTES));
  const rest = minutes % DAY_MINUTES;
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date}T${two(Math.floor(rest / HOUR))}:${two(rest % HOUR)}`;
}

/** The span with its days, `day` for those not said beside it; or why there is none. */
export function spanOf(found: FoundSpan, day: Day | null): Reading<Span> {
  const start = found.fromDay ?? day;
  if (found.value === null) return { value: null, reason: found.reason ?? NO_SPAN };
  if (start === null) return { value: null, reason: NO_DATE };
  const { from, to } = found.value;
  if (!from.isSure || !to.isSure) return { value: null, reason: AMBIGUOUS_TIME };
  const isOvernight = from.minutes >= EVENING_MINUTES && to.minutes <= MORNING_MINUTES;
  const end = found.toDay ?? (isOvernight ? step(start, 1) : start);
  const span = { from: momentOf(start, from), to: momentOf(end, to) };
  return span.to > span.from ? { value: span } : { value: null, reason: BACKWARDS };
}

/** The span that the whole text says; `day` is used where it names none. */
export function readSpan(text: string, today: Day, day: Day | null = null): Reading<Span> {
  const [found, ...more] = timesIn(text, today).spans;
  if (found === undefined || more.length > 0) return { value: null, reason: NO_SPAN };
  return spanOf(found, day ?? daysIn(text, today)[0]?.value ?? null);
}

/** The local time that the whole text says, day and time of day. */
export function readMoment(text: string, today: Day, day: Day | null = null): Reading<string> {
  const { moments, spans } = timesIn(text, today);
  const found = moments.map((one): Found<string> => {
    const on = one.day ?? day ?? daysIn(text, today)[0]?.value ?? null;
    if (one.value === null) return { ...one, value: null };
    if (on === null) return { ...one, value: null, reason: NO_DATE };
    if (!one.value.isSure) return { ...one, value: null, reason: AMBIGUOUS_TIME };
    return { ...one, value: momentOf(on, one.value), words: text.trim() };
  });
  return wholeOf(text, spans.length > 0 ? [] : found, NO_DATE);
}
