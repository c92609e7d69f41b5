import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import { cannotCompute, wrongInput } from "../fault.ts";
import { addPeriod } from "../period.ts";
import { daysBetween, step } from "../step.ts";
import type { WorkingLine } from "./deadline.ts";
import type { DeadlineInput, Suspension } from "./input.ts";
import { endLine, lineOf, startLine } from "./lines.ts";
import type { Shape } from "./shape.ts";
import type { Start } from "./start.ts";
import { lengthWords } from "./units.ts";
import { walkDays, type Part } from "./walk.ts";

/** The last day of a period counted by the calendar, before anything is said about rest days. */
export interface Counted {
  readonly nominal: Day;
  readonly count: number;
  readonly lines: readonly WorkingLine[];
}

const NO_SUSPENSION: Suspension = { spans: [], days: 0 };

/** Counts days, months or years from the start, around suspensions, up to an outer limit. */
export function countCalendar(shape: Shape, start: Start, input: DeadlineInput): Counted {
  const suspended = input.suspended ?? NO_SUSPENSION;
  const counted =
    shape.unit === "day" ? countDays(shape, start.day, suspended) : countMonths(shape, start.day, suspended);
  checkSpans(suspended, start.day, counted.nominal);
  const limit = start.limits.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0];
  const lines = [...start.lines, startLine(start.day), ...counted.lines];
  if (!limit || limit.day >= counted.nominal) return { ...counted, lines };
  const line = lineOf({
    from: limit.day,
    to: limit.day,
    days: 0,
    count: counted.count,
    mark: "limit",
    words: limit.words,
  });
  return { ...counted, nominal: limit.day, lines: [...lines, line] };
}

function countDays({ length, extension }: Shape, start: Day, { spans, days }: Suspension): Counted {
  const parts: readonly Part[] = [
    { mark: "counted", days: length },
    { mark: "extended", days: extension },
    { mark: "madeUp", days },
  ];
  const { day, lines } = walkDays(start, parts, spans);
  return { nominal: day, count: length + extension + days, lines };
}

function countMonths(shape: Shape, start: Day, { spans, days }: Suspension): Counted {
  const unit = shape.unit === "year" ? "year" : "month";
  const end = addPeriod(start, shape.length, unit);
  if (!end)
    throw cannotCompute(
      { zh: "无法计算：超出日历。", en: "Cannot be computed: beyond the calendar." },
      "check the date",
    );
  const total = daysBetween(start, end.due);
  const words = monthWords(shape, end.due, end.isMonthEnd);
  const whole = lineOf({
    from: end.firstDay,
    to: end.due,
    days: total,
    count: total,
    mark: "counted",
    words,
  });
  const out = spans.map(({ from, to }) =>
    lineOf({
      from,
      to,
      days: 0,
      count: total,
      mark: "suspended",
      words: { zh: "不计入期限", en: "not counted" },
    }),
  );
  const lost = daysWithin(spans, end.due);
  const { day, lines } = walkDays(end.due, [{ mark: "madeUp", days: lost + days }], spans);
  // the second walk begins its numbers anew; they go on from the months here
  const after = lines.map((line) => ({ ...line, count: line.count + total }));
  return { nominal: day, count: total + lost + days, lines: [whole, ...out, ...after] };
}

function monthWords(shape: Shape, due: Day, isMonthEnd: boolean): Words {
  const length = lengthWords(shape);
  const why = isMonthEnd
    ? { zh: "，该月没有对应日，取月末日", en: ", the last of a month without that day" }
    : { zh: "", en: "" };
  return { zh: `${length.zh}，到期对应日 ${due}${why.zh}`, en: `${length.en}, ending on ${due}${why.en}` };
}

/** How many days the spans take out of a period that ends on a day; a day in two spans counts once. */
function daysWithin(spans: Suspension["spans"], end: Day): number {
  const lost = new Set<Day>();
  for (const { from, to } of spans) {
    for (let day = from; day <= to && day <= end; day = step(day, 1)) lost.add(day);
  }
  return lost.size;
}

function checkSpans({ spans }: Suspension, start: Day, end: Day): void {
  const early = spans.find(({ from }) => from < start);
  const late = spans.find(({ from }) => from > end);
  const wrong = early ?? late;
  if (!wrong) return;
  const where = early
    ? { zh: `早于起算日 ${start}`, en: `before the start ${start}` }
    : { zh: `晚于期满日 ${end}`, en: `after the end ${end}` };
  const words = {
    zh: `--suspended ${wrong.from}..${wrong.to} ${where.zh}，与期限没有关系。`,
    en: `--suspended ${wrong.from}..${wrong.to} begins ${where.en}, outside the period.`,
  };
  throw wrongInput(words, "suspended", "check the days");
}

/** The line that closes a calendar count that does not roll over. */
export const lastDayLine = (day: Day, count: number): WorkingLine =>
  endLine(day, count, { zh: "期满日", en: "the last day" });
