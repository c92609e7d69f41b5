import type { Day } from "../../calendar/day.ts";
import { daysIn } from "../facts/day.ts";
import type { FoundDay } from "../facts/day.ts";
import { AMBIGUOUS_TIME } from "../facts/clock.ts";
import { DAY_NOT_SAID, momentOf, spanOf, timesIn } from "../facts/span.ts";
import type { FoundMoment, FoundSpan } from "../facts/span.ts";
import { DAY_CUES, DEADLINE_CUES, LIMIT_BEFORE, MOMENT_CUES, SPAN_CUES } from "./day-cues.ts";
import { claim, joinReads, NOTHING, refuse, textOf, within } from "./talk.ts";
import type { Piece, Read, Scene } from "./talk.ts";

const AFTER_CHARS = 40;
const BEFORE_CHARS = 18;
const ONE_TIME = {
  zh: "只说了一个时刻，请给出开始和结束两个时间",
  en: "only one time was given; please give start and end",
};

// 补充一点 is no time of day
const A_BIT = /(?:补充|有|说|讲|提|加|改|早|晚|快|慢|多|少|大|小|好|差|注意)$/;

type Cues = readonly (readonly [string, RegExp])[];

/** Dates, times and spans of a piece for the fields that the words beside them speak of. */
export function readTimes(piece: Piece, scene: Scene, day: Day | null): Read {
  const text = textOf(piece);
  const days = daysIn(text, scene.today);
  const { spans, moments: told } = timesIn(text, scene.today);
  const moments = told.filter(({ start, words }) => words !== "一点" || !A_BIT.test(text.slice(0, start)));
  const here = days.find(({ value }) => value !== null)?.value ?? day;
  return joinReads([
    ...spans.map((span) => readSpanAt(piece, scene, span, dayNear(days, span.start) ?? here)),
    ...moments.map((moment) => readMomentAt(piece, scene, moment, dayNear(days, moment.start) ?? here)),
    ...days.map((one, at) => readDayAt(piece, scene, one, days[at - 1], days[at + 1])),
  ]);
}

const dayNear = (days: readonly FoundDay[], at: number): Day | null =>
  days.findLast(({ start, value }) => start <= at && value !== null)?.value ?? null;

function readSpanAt(piece: Piece, scene: Scene, span: FoundSpan, day: Day | null): Read {
  const text = textOf(piece);
  const name = spanField(scene, clauseAround(text, span.start, span.end));
  if (name === null) return NOTHING;
  const reading = spanOf(span, day);
  const place = within(piece, span.start, span.end);
  return reading.value === null
    ? { claims: [], rejected: [refuse(name, place, reading.reason)] }
    : { claims: [claim(name, "span", reading.value, place)], rejected: [] };
}

function spanField(scene: Scene, around: string): string | null {
  const fields = scene.fields.filter(({ kind }) => kind === "span");
  const [only, ...more] = fields;
  if (only === undefined) return null;
  if (more.length === 0) return only.name;
  const cued = SPAN_CUES.find(([name, cue]) => scene.byName.has(name) && cue.test(around));
  return cued?.[0] ?? only.name;
}

function readMomentAt(piece: Piece, scene: Scene, moment: FoundMoment, day: Day | null): Read {
  const text = textOf(piece);
  const around = clauseAround(text, moment.start, moment.end);
  const fields = scene.fields.filter(({ kind }) => kind === "moment");
  const cued = MOMENT_CUES.find(([name, cue]) => scene.byName.has(name) && cue.test(around))?.[0];
  const name = cued ?? (fields.length === 1 ? fields[0]?.name : undefined);
  const place = within(piece, moment.start, moment.end);
  if (name === undefined) return spanLeftOpen(scene, place, around, moment);
  const on = moment.day ?? day;
  if (moment.value === null)
    return { claims: [], rejected: [refuse(name, place, moment.reason ?? DAY_NOT_SAID)] };
  if (on === null) return { claims: [], rejected: [refuse(name, place, DAY_NOT_SAID)] };
  if (!moment.value.isSure) return { claims: [], rejected: [refuse(name, place, AMBIGUOUS_TIME)] };
  const ground = cued === undefined ? "likely" : "cue";
  return { claims: [claim(name, "moment", momentOf(on, moment.value), place, ground)], rejected: [] };
}

// one end of a span is no span; it is told only if no other words give the whole
function spanLeftOpen(scene: Scene, place: Piece, around: string, { reason }: FoundMoment): Read {
  const name = spanField(scene, around);
  return name === null ? NOTHING : { claims: [], rejected: [refuse(name, place, reason ?? ONE_TIME)] };
}

const clauseAround = (text: string, start: number, end: number): string =>
  (/[^。;\n]*$/.exec(text.slice(Math.max(0, start - AFTER_CHARS), start))?.[0] ?? "") +
  (/^[^。;\n]*/.exec(text.slice(end, end + AFTER_CHARS))?.[0] ?? "");

function readDayAt(
  piece: Piece,
  scene: Scene,
  day: FoundDay,
  before: FoundDay | undefined,
  next: FoundDay | undefined,
): Read {
  const text = textOf(piece);
  const after =
    /^[^。;\n]*/.exec(text.slice(day.end, Math.min(next?.start ?? Infinity, day.end + AFTER_CHARS)))?.[0] ??
    "";
  const from = Math.max(before?.end ?? 0, day.start - BEFORE_CHARS);
  const lead = /[^。;\n]*$/.exec(text.slice(from, day.start))?.[0] ?? "";
  const place = within(piece, day.start, day.end);
  const dates = (cues: Cues): Cues => cues.filter(([name]) => scene.byName.get(name)?.kind === "date");
  const name = fieldOfDay(dates, lead, after);
  if (name === null) return NOTHING;
  if (day.value !== null) return { claims: [claim(name, "date", day.value, place)], rejected: [] };
  return { claims: [], rejected: [refuse(name, place, day.reason ?? DAY_NOT_SAID)] };
}

function fieldOfDay(dates: (cues: Cues) => Cues, lead: string, after: string): string | null {
  const limit = DEADLINE_CUES.find(([, cue]) => cue.test(after));
  if (limit !== undefined) return dates([limit])[0]?.[0] ?? null;
  if (/^\s*(?:之?前|以前)/.test(after)) {
    return dates(LIMIT_BEFORE).find(([, cue]) => cue.test(lead))?.[0] ?? null;
  }
  const until = /(查封|扣押|保存)[^,。;]{0,12}(?:到|至)\s*$/.exec(lead)?.[1];
  if (until !== undefined)
    return dates([[until === "保存" ? "preserved_until" : "seized_until", /./]])[0]?.[0] ?? null;
  // 立案是11月3号: the words in front say it at once
  const named = /([^,,、]{2,12})(?:日期|时间|日)?(?:是|为|在|于|:)\s*$/.exec(lead)?.[1];
  const fromLead = named === undefined ? null : firstCue(DAY_CUES, named);
  const [own = "", following = ""] = after.split(",");
  const leading = /[^,]*$/.exec(lead)?.[0] ?? "";
  const found =
    fromLead ?? firstCue(DAY_CUES, own) ?? firstCue(DAY_CUES, leading + own) ?? firstCue(DAY_CUES, following);
  return found === null ? null : (dates([[found, /./]])[0]?.[0] ?? null);
}

/** The field of the cue that stands first; of two at one place the more telling. */
function firstCue(cues: Cues, text: string): string | null {
  let best: { readonly name: string; readonly index: number } | null = null;
  for (const [name, cue] of cues) {
    const index = cue.exec(text)?.index;
    if (index !== undefined && (best === null || index < best.index)) best = { name, index };
  }
  return best?.name ?? null;
}
