import type { Words } from "../../core/language.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { addWorkingDays, statusOf } from "../working-days.ts";
import type { WorkingLine } from "./deadline.ts";
import type { Found } from "./finish.ts";
import { endLine, lineOf, startLine } from "./lines.ts";
import type { Question } from "./read.ts";
import type { Shape } from "./shape.ts";
import { lengthWords } from "./units.ts";
import { walkWorkingDays } from "./walk.ts";

/** Counts working days forward: to the last day for an act, or to the first on which it is allowed. */
export function countWorkingDays({ period, input }: Question, shape: Shape, tables: HolidayTables): Found {
  const start = input.from.day;
  const walk = walkWorkingDays(start, shape.length, 1, tables);
  const working = [startLine(start), ...walk.lines];
  if (period.gives !== "first") {
    return { due: walk.day, working: closed(working), notes: [], readUpTo: walk.day };
  }
  const due = addWorkingDays(walk.day, 1, tables);
  const end = endLine(due, shape.length, {
    zh: "此后的第一个工作日，从这天起可以办理",
    en: "the next working day: allowed from here",
  });
  return { due, nominal: walk.day, working: [...working, end], notes: [], readUpTo: due };
}

/** Counts full working days back from an event: `due` is the safe last day for a notice, `nominal` the arguable one. */
export function countBack({ input }: Question, shape: Shape, tables: HolidayTables): Found {
  const event = input.from.day;
  const status = statusOf(event, tables);
  const walk = walkWorkingDays(event, shape.length, -1, tables);
  const due = addWorkingDays(walk.day, -1, tables);
  const length = lengthWords(shape);
  const notes: readonly Words[] = [
    ...(status.isWorking
      ? []
      : [{ zh: `${event} 是休息日，请核对。`, en: `${event} is a day of rest: check it.` }]),
    {
      zh: `${due} 通知，中间有${length.zh}，稳妥；${walk.day} 通知，只在通知之日也计入时才够，有争议。`,
      en: `Notice on ${due} leaves ${length.en} in between and is safe; notice on ${walk.day} is enough only if that day counts, which is arguable.`,
    },
  ];
  const end = endLine(due, shape.length, { zh: "不晚于这天通知", en: "give notice by this day" });
  const first = lineOf({
    from: event,
    to: event,
    days: 0,
    count: 0,
    mark: "start",
    words: { zh: "事件当日，不计入", en: "the day itself, not counted" },
  });
  return { due, nominal: walk.day, working: [first, ...walk.lines, end], notes, readUpTo: event };
}

/** The lines with the last one named as such. */
const closed = (lines: readonly WorkingLine[]): readonly WorkingLine[] =>
  lines.map((line, index) =>
    index < lines.length - 1
      ? line
      : { ...line, text: { zh: `${line.text.zh}，期满日`, en: `${line.text.en}, the last day` } },
  );
