import type { Words } from "../core/language.ts";
import { partsOf, type Day } from "./day.ts";
import { cannotCompute } from "./fault.ts";
import { isWeekend } from "./holidays/check.ts";
import type { HolidayTables } from "./holidays/tables.ts";
import { step } from "./step.ts";

/** Whether offices work on a day, and why. */
export interface DayStatus {
  readonly kind: "workday" | "makeUp" | "weekend" | "holiday";
  readonly isWorking: boolean;
  /** The holiday that a day off or a make-up day belongs to. */
  readonly name?: Words;
}

const WEEKEND: DayStatus = { kind: "weekend", isWorking: false };
const WORKDAY: DayStatus = { kind: "workday", isWorking: true };

/**
 * Whether a day is worked. Throws `calendar.unknown` for a year without a table.
 *
 * The laws say 法定节假日 (行政处罚法 85, 行政强制法 69) or 法定休假日 (行政复议法 88, 民事诉讼法 85). Both are read here as
 * every day on which the year's notice and the weekly rest (国务院关于职工工作时间的规定 7) close the offices: weekends,
 * legal holidays, and the days rest was moved to. A weekend day worked in exchange is a working day like any other, and
 * a period may end on it: who acts by then is in time under every reading.
 */
export function statusOf(day: Day, tables: HolidayTables): DayStatus {
  const year = Number(day.slice(0, 4));
  if (!tables.years.includes(year)) throw unknownYear(day, year, tables);
  const mark = tables.marks.get(day);
  if (!mark) return isWeekend(day) ? WEEKEND : WORKDAY;
  return { kind: mark.isOff ? "holiday" : "makeUp", isWorking: !mark.isOff, name: mark.name };
}

/** True on a day that offices work. Throws `calendar.unknown` for a year without a table. */
export const isWorkingDay = (day: Day, tables: HolidayTables): boolean => statusOf(day, tables).isWorking;

/** The day itself if it is worked, else the first working day after it. */
export function workingDayFrom(day: Day, tables: HolidayTables): Day {
  return isWorkingDay(day, tables) ? day : addWorkingDays(day, 1, tables);
}

/** The day itself if it is worked, else the last working day before it. */
export function workingDayUpTo(day: Day, tables: HolidayTables): Day {
  return isWorkingDay(day, tables) ? day : addWorkingDays(day, -1, tables);
}

/** The n-th working day after a day, before it for a negative n; the day itself is not counted. */
export function addWorkingDays(from: Day, count: number, tables: HolidayTables): Day {
  const way = Math.sign(count);
  let day = from;
  for (let left = Math.abs(count); left > 0;) {
    day = step(day, way);
    if (isWorkingDay(day, tables)) left -= 1;
  }
  return day;
}

/** True when a day's status may be read: its year has a table. */
export const isKnown = (day: Day, tables: HolidayTables): boolean =>
  partsOf(day) !== null && tables.years.includes(Number(day.slice(0, 4)));

function unknownYear(day: Day, year: number, { years }: HolidayTables): Error {
  const known = years.length === 0 ? "–" : years.join(", ");
  return cannotCompute(
    {
      zh: `无法计算：没有 ${year} 年的节假日安排表，不知道 ${day} 是否上班（已有：${known}）。`,
      en: `Cannot be computed: no holiday table for ${year}, so whether ${day} is worked is unknown (known: ${known}).`,
    },
    `add the table of ${year} from the State Council's notice: bangban deadline --add-year FILE`,
  );
}
