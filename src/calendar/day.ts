/** A day as `YYYY-MM-DD`, always one that exists. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

// Date.UTC reads years below 100 as 19xx; nobody asks about them, and four digits keep the text form fixed
const FIRST_YEAR = 1000;
const LAST_YEAR = 9999;

/** How many days the month has, leap years counted; months from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day with these numbers, or null when the calendar has none. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const isWhole = [year, month, day].every(Number.isInteger);
  if (!isWhole || year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The year, month and day of a `YYYY-MM-DD`, or null when it is not a day of the calendar. */
export function partsOf(text: string): readonly [number, number, number] | null {
  const [, year, month, day] = DAY.exec(text) ?? [];
  const parts = [Number(year), Number(month), Number(day)] as const;
  return dayOf(...parts) === text ? parts : null;
}

/** Milliseconds of the day's midnight in UTC, for differences only; NaN for what is no day. */
export function timeOf(day: Day): number {
  return partsOf(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(timeOf(day)).getUTCDay();
}
