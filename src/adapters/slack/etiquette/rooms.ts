import type { Language } from "../../../core/language.ts";

/** Hours in which nothing is said unasked, in China's time; `from` after `to` goes over midnight. */
export interface QuietHours {
  /** HH:MM */
  readonly from: string;
  /** HH:MM, the first minute that is not quiet. */
  readonly to: string;
}

/** How the bot behaves in one channel, as the institution's file says. */
export interface RoomManners {
  /** The language of answers there, whatever the question is in. */
  readonly language?: Language | undefined;
  readonly quiet?: QuietHours | undefined;
}

/** Manners by channel id; undefined for a channel nobody wrote about. */
export type RoomsOf = (channelId: string) => RoomManners | undefined;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const HOUR_MINUTES = 60;
// China keeps one time all year
const CHINA_OFFSET_MINUTES = 8 * 60;

/**
 * When the quiet that holds at a moment ends, in ms since 1970; null where it is not quiet.
 *
 * @example quietUntil({ from: "22:00", to: "07:00" }, Date.parse("2026-11-24T23:30+08:00")) // 07:00 the next day
 */
export function quietUntil(quiet: QuietHours | undefined, nowMs: number): number | null {
  if (quiet === undefined) return null;
  const minutesNow = Math.floor(nowMs / MINUTE_MS);
  const ofDay = (minutesNow + CHINA_OFFSET_MINUTES) % DAY_MINUTES;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const isQuiet = from <= to ? ofDay >= from && ofDay < to : ofDay >= from || ofDay < to;
  if (!isQuiet) return null;
  const left = (to - ofDay + DAY_MINUTES) % DAY_MINUTES;
  return (minutesNow + left) * MINUTE_MS;
}

function minutesOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * HOUR_MINUTES + Number(minutes);
}
