import { dayOf, daysInMonth, partsOf, timeOf } from "./day.ts";
import type { Day } from "./day.ts";

/** Units that the calendar alone can count; working days need a table of holidays. */
export type PeriodUnit = "day" | "month" | "year";

/** The end of a period and how it was found. */
export interface PeriodEnd {
  /** The day that starts the period; it is not counted. */
  readonly from: Day;
  /** The first day that counts. */
  readonly firstDay: Day;
  /** The last day of the period. */
  readonly due: Day;
  /** The month of the end has no day of that number, so its last day took its place. */
  readonly isMonthEnd: boolean;
}

const DAY_MS = 86_400_000;
const MONTHS_IN_YEAR = 12;

/**
 * The last day of a period counted by the calendar, or null when it cannot be counted.
 *
 * 民法典 第二百零一条: the day it starts from does not count. 第二百零二条: a period of months or years ends on the
 * day of the same number, or on the last day of the month where there is none.
 *
 * @example addPeriod("2026-11-30", 3, "month")?.due // "2027-02-28"
 */
export function addPeriod(from: Day, amount: number, unit: PeriodUnit): PeriodEnd | null {
  const parts = partsOf(from);
  const firstDay = daysAfter(from, 1);
  if (!parts || !firstDay || !Number.isInteger(amount) || amount < 1) return null;
  if (unit === "day") {
    const due = daysAfter(from, amount);
    return due === null ? null : { from, firstDay, due, isMonthEnd: false };
  }
  const [year, month, day] = parts;
  const months = year * MONTHS_IN_YEAR + (month - 1) + amount * (unit === "year" ? MONTHS_IN_YEAR : 1);
  const [endYear, endMonth] = [Math.floor(months / MONTHS_IN_YEAR), (months % MONTHS_IN_YEAR) + 1];
  const isMonthEnd = day > daysInMonth(endYear, endMonth);
  const due = dayOf(endYear, endMonth, isMonthEnd ? daysInMonth(endYear, endMonth) : day);
  return due === null ? null : { from, firstDay, due, isMonthEnd };
}

/** The day so many days later, earlier for a negative number; null beyond the calendar. */
export function daysAfter(day: Day, days: number): Day | null {
  const date = new Date(timeOf(day) + days * DAY_MS);
  if (Number.isNaN(date.getTime())) return null;
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
