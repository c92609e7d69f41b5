import type { Words } from "../../core/language.ts";
import { weekdayOf, type Day } from "../day.ts";
import { daysBetween, step } from "../step.ts";
import type { Holiday, HolidayYear } from "./form.ts";

/** Where a table contradicts itself, and how. */
export interface TableFault {
  readonly field: string;
  readonly words: Words;
}

/** True for a Saturday or a Sunday, the weekly rest days of 国务院关于职工工作时间的规定, article 7. */
export const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

/** Every day of a span, both ends included. */
export function daysOf(from: Day, to: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => step(from, index));
}

/** The first contradiction in a table, or null: spans turned round, days twice, days of another year. */
export function findFault(table: HolidayYear): TableFault | null {
  const seen = new Set<Day>();
  for (const [index, holiday] of table.holidays.entries()) {
    const field = `holidays.${index}`;
    const words = faultOf(holiday, table.year);
    if (words) return { field, words };
    for (const day of [...daysOf(holiday.from, holiday.to), ...holiday.makeUp]) {
      if (seen.has(day)) return { field, words: { zh: `${day} 出现了两次`, en: `${day} appears twice` } };
      seen.add(day);
    }
  }
  return null;
}

function faultOf({ from, to, legal, makeUp }: Holiday, year: number): Words | null {
  if (from > to) return { zh: `${from} 晚于 ${to}`, en: `${from} is later than ${to}` };
  // a notice may move the last days of the December before: 2019's made 2018-12-29 a working day
  const isAstray = (day: Day) => day < `${year - 1}-12-01` || day > `${year}-12-31`;
  const astray = [from, to, ...makeUp].find(isAstray);
  if (astray !== undefined) {
    return { zh: `${astray} 不属于 ${year} 年的安排`, en: `${astray} does not belong to the year ${year}` };
  }
  const outside = legal.find((day) => day < from || day > to);
  if (outside !== undefined) {
    return {
      zh: `法定节日 ${outside} 不在放假日期内`,
      en: `the legal holiday ${outside} is outside the span`,
    };
  }
  const weekday = makeUp.find((day) => !isWeekend(day));
  if (weekday === undefined) return null;
  return {
    zh: `调休上班日 ${weekday} 不是周六或周日`,
    en: `the make-up working day ${weekday} is no Saturday or Sunday`,
  };
}

/**
 * A remark when the sum does not close, or null: working days given off must be the legal holidays plus the days
 * worked in exchange (全国年节及纪念日放假办法, articles 6 and 7). Extraordinary and local holidays break it rightly.
 */
export function findImbalance({ holidays }: HolidayYear): Words | null {
  for (const { name, from, to, legal, makeUp } of holidays) {
    const given = daysOf(from, to).filter((day) => !isWeekend(day)).length;
    if (given === legal.length + makeUp.length) continue;
    return {
      zh: `${name.zh}：放假的工作日 ${given} 天，法定节日 ${legal.length} 天加调休上班 ${makeUp.length} 天，请核对`,
      en: `${name.en}: ${given} weekdays off against ${legal.length} legal holidays and ${makeUp.length} make-up days; check it`,
    };
  }
  return null;
}
