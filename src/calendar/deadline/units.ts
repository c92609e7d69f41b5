import type { Words } from "../../core/language.ts";
import { weekdayOf, type Day } from "../day.ts";
import type { Length } from "../periods/legal-period.ts";

const UNITS = {
  workingDay: { zh: "个工作日", en: "working day" },
  day: { zh: "日", en: "day" },
  month: { zh: "个月", en: "month" },
  year: { zh: "年", en: "year" },
  hour: { zh: "小时", en: "hour" },
} as const;

const WEEKDAYS_ZH = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const WEEKDAYS_EN = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * A length in words.
 *
 * @example lengthWords({ length: 7, unit: "workingDay" }).en // "7 working days"
 */
export function lengthWords({ length, unit }: Length): Words {
  const { zh, en } = UNITS[unit];
  return { zh: `${length}${zh}`, en: `${length} ${en}${length === 1 ? "" : "s"}` };
}

/** A day with its weekday. */
export function dayWords(day: Day): Words {
  const weekday = weekdayOf(day);
  return { zh: `${day} ${WEEKDAYS_ZH[weekday] ?? ""}`, en: `${day} ${WEEKDAYS_EN[weekday] ?? ""}` };
}

/** Days from one to another: one day with its weekday, or both ends. */
export function spanWords(from: Day, to: Day): Words {
  return from === to ? dayWords(from) : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` };
}
