import type { DeadlineInput, Moment } from "./input.ts";

/** A moment as it is written: the day, and the time if there is one. */
export const momentText = ({ day, time }: Moment): string => (time === undefined ? day : `${day}T${time}`);

/** When the period starts, from `--from` with a time in it or `--from` and `--time`. */
export const startMoment = ({ from, time }: DeadlineInput): string =>
  momentText(from.time === undefined && time !== undefined ? { ...from, time } : from);
