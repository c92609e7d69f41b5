import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import type { Mark, WorkingLine } from "./deadline.ts";
import { spanWords } from "./units.ts";

/** A run of days that are alike, before it has words. */
export interface Run {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  readonly count: number;
  readonly mark: Mark;
  /** Runs are joined only with the same key. */
  readonly key: string;
  /** What stands after the days. */
  readonly words: Words;
}

/** Adds a day to the last run when mark and key are the same, else begins a new run. */
export function addToRuns(runs: Run[], next: Run): void {
  const last = runs.at(-1);
  if (!last || last.mark !== next.mark || last.key !== next.key) {
    runs.push(next);
    return;
  }
  runs[runs.length - 1] = { ...last, to: next.to, days: last.days + next.days, count: next.count };
}

/** A line about one day or several. */
export function lineOf({ from, to, days, count, mark, words }: Omit<Run, "key">): WorkingLine {
  const span = from <= to ? spanWords(from, to) : spanWords(to, from);
  return {
    from,
    to,
    days,
    count,
    mark,
    text: { zh: `${span.zh} ${words.zh}`, en: `${span.en}: ${words.en}` },
  };
}

/** The line of the day a period starts from, which is never counted. */
export function startLine(day: Day): WorkingLine {
  const words = { zh: "起算日，不计入", en: "the day it starts from, not counted" };
  return lineOf({ from: day, to: day, days: 0, count: 0, mark: "start", words });
}

/** The line of the last day. */
export function endLine(day: Day, count: number, words: Words): WorkingLine {
  return lineOf({ from: day, to: day, days: 0, count, mark: "end", words });
}

/** Numbers of the days in a run: 第4日, 第4–9日. */
export function ordinal(days: number, count: number): Words {
  if (days === 1) return { zh: `第${count}日`, en: `day ${count}` };
  return { zh: `第${count - days + 1}–${count}日`, en: `days ${count - days + 1}–${count}` };
}
