import type { Day } from "./day.ts";
import { timeOf } from "./day.ts";
import { cannotCompute } from "./fault.ts";
import { daysAfter } from "./period.ts";

const DAY_MS = 86_400_000;

/** The day so many days later, earlier for a negative number. Throws `calendar.unknown` beyond the year 9999. */
export function step(day: Day, days: number): Day {
  const found = daysAfter(day, days);
  if (found !== null) return found;
  const words = {
    zh: `无法计算：${day} 之后已超出日历`,
    en: `cannot be computed: ${day} is at the end of the calendar`,
  };
  throw cannotCompute(words, "check the date");
}

/** How many days lie between two days, the first one not counted; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / DAY_MS);
}
