import { wrongInput } from "../fault.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { countByCalendar } from "./calendar-period.ts";
import type { Deadline } from "./deadline.ts";
import { finish, type Found } from "./finish.ts";
import { countHours } from "./hour-period.ts";
import { lateFine } from "./late-fine.ts";
import { readQuestion, type Question } from "./read.ts";
import { shapeOf, type Shape } from "./shape.ts";
import { countBack, countWorkingDays } from "./working-period.ts";

/**
 * Computes a legal period with its working. Options by name as in `deadlineInput`; which ones a kind takes is in
 * `listPeriods`. Throws `usage.invalid` for a wrong question, `calendar.unknown` for what no table or text here answers.
 *
 * @example computeDeadline("evidence-preservation", { from: "2026-09-28" }, readTables()).due // "2026-10-13"
 */
export function computeDeadline(
  kind: string,
  given: Readonly<Record<string, unknown>>,
  tables: HolidayTables,
): Deadline {
  const question = readQuestion(kind, given);
  checkTimes(question);
  const shape = shapeOf(question.period, question.input);
  return finish(question, shape, count(question, shape, tables), tables);
}

function count(question: Question, shape: Shape, tables: HolidayTables): Found {
  const { period, input } = question;
  if (period.isLateFine) return lateFine(shape, input);
  if (shape.unit === "hour") return countHours(question, shape);
  if (shape.unit !== "workingDay") return countByCalendar(question, shape, tables);
  if (period.gives === "lastBefore") return countBack(question, shape, tables);
  return countWorkingDays(question, shape, tables);
}

function checkTimes({ period, input: { from, time, done } }: Question): void {
  if (period.unit === "hour") return checkTimesOfHours(period.kind, { from, time, done });
  const field = from.time === undefined ? "done" : "from";
  if ((from.time ?? done?.time) === undefined) return;
  const words = {
    zh: `${period.kind} 不按小时计算，--${field} 只写日期。`,
    en: `${period.kind} does not run in hours: --${field} takes a day only.`,
  };
  throw wrongInput(words, field, `--${field} YYYY-MM-DD`);
}

type Times = Pick<Question["input"], "from" | "time" | "done">;

function checkTimesOfHours(kind: string, { from, time, done }: Times): void {
  if (from.time === undefined && time === undefined) {
    const words = {
      zh: `${kind} 按小时计算，请写明时刻 --time HH:MM。`,
      en: `${kind} runs in hours: give the time with --time HH:MM.`,
    };
    throw wrongInput(words, "time", "--time 17:20");
  }
  if (from.time !== undefined && time !== undefined && from.time !== time) {
    const words = {
      zh: `--from 里的时刻 ${from.time} 和 --time ${time} 不一致。`,
      en: `The time ${from.time} in --from and --time ${time} differ.`,
    };
    throw wrongInput(words, "time", "give the time once");
  }
  if (done && done.time === undefined) {
    const words = { zh: "--done 也须写明时刻。", en: "--done needs a time as well." };
    throw wrongInput(words, "done", `--done ${done.day}T17:20`);
  }
}
