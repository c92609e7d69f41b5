import type { Day } from "../day.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { step } from "../step.ts";
import { statusOf, type DayStatus } from "../working-days.ts";
import type { WorkingLine } from "./deadline.ts";
import { addToRuns, lineOf, ordinal, type Run } from "./lines.ts";

/** A part of a calendar period. */
export interface Part {
  readonly mark: "counted" | "extended" | "madeUp";
  readonly days: number;
}

/** Days that are left out, both ends included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Where counting ended, and how. */
export interface Walk {
  readonly day: Day;
  readonly lines: readonly WorkingLine[];
}

const PART_WORDS = {
  counted: { zh: "", en: "" },
  extended: { zh: "（延长）", en: " (extension)" },
  madeUp: { zh: "（补足扣除的时间）", en: " (making up for time not counted)" },
} as const;

const NOT_COUNTED = { zh: "不计入期限", en: "not counted" };

/** Counts calendar days after a day, leaving out spans; runs end with the month, so that each can be checked at sight. */
export function walkDays(start: Day, parts: readonly Part[], suspended: readonly Span[]): Walk {
  const runs: Run[] = [];
  let day = start;
  let count = 0;
  for (const { mark, days } of parts) {
    for (let left = days; left > 0;) {
      day = step(day, 1);
      const isOut = suspended.some(({ from, to }) => day >= from && day <= to);
      if (!isOut) [count, left] = [count + 1, left - 1];
      const key = isOut ? "out" : day.slice(0, 7);
      const run = { from: day, to: day, days: isOut ? 0 : 1, count, key, words: NOT_COUNTED };
      addToRuns(runs, { ...run, mark: isOut ? "suspended" : mark });
    }
  }
  return { day, lines: runs.map(dayLine) };
}

function dayLine(run: Run): WorkingLine {
  if (run.mark !== "counted" && run.mark !== "extended" && run.mark !== "madeUp") return lineOf(run);
  const number = ordinal(run.days, run.count);
  const part = PART_WORDS[run.mark];
  return lineOf({ ...run, words: { zh: `${number.zh}${part.zh}`, en: `${number.en}${part.en}` } });
}

/** Counts working days after a day (`way` 1) or before it (-1): each on a line of its own, rest days together. */
export function walkWorkingDays(start: Day, days: number, way: 1 | -1, tables: HolidayTables): Walk {
  const runs: Run[] = [];
  let day = start;
  let count = 0;
  while (count < days) {
    day = step(day, way);
    const status = statusOf(day, tables);
    if (status.isWorking) count += 1;
    addToRuns(runs, workingRun(day, status, count));
  }
  return { day, lines: runs.map(lineOf) };
}

function workingRun(day: Day, status: DayStatus, count: number): Run {
  const base = { from: day, to: day, count };
  const name = status.name ?? { zh: "", en: "" };
  if (!status.isWorking)
    return { ...base, days: 0, ...restWords(status, { zh: "，不计", en: ", not counted" }) };
  const makeUp = status.kind === "makeUp";
  const words = {
    zh: `第${count}个工作日${makeUp ? `（${name.zh}调休上班）` : ""}`,
    en: `working day ${count}${makeUp ? ` (worked in exchange for ${name.en})` : ""}`,
  };
  return { ...base, days: 1, mark: "counted", key: day, words };
}

function restWords(
  { kind, name }: DayStatus,
  after: { zh: string; en: string },
): Pick<Run, "mark" | "key" | "words"> {
  if (kind !== "holiday" || name === undefined) {
    return { mark: "weekend", key: "weekend", words: { zh: `周末${after.zh}`, en: `weekend${after.en}` } };
  }
  return {
    mark: "holiday",
    key: name.en,
    words: { zh: `${name.zh}放假${after.zh}`, en: `${name.en}${after.en}` },
  };
}

/** Walks from a day on which a period ends to the first working day, itself if it is one. */
export function walkRoll(nominal: Day, count: number, tables: HolidayTables): Walk {
  const runs: Run[] = [];
  let day = nominal;
  for (let status = statusOf(day, tables); !status.isWorking; status = statusOf(day, tables)) {
    const rest = restWords(status, { zh: "，顺延", en: ", rolls over" });
    addToRuns(runs, { from: day, to: day, days: 0, count, ...rest, mark: "rolled" });
    day = step(day, 1);
  }
  return { day, lines: runs.map(lineOf) };
}
