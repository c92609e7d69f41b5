import type { Words } from "../../core/language.ts";
import { dayOf, type Day } from "../day.ts";
import { cannotCompute } from "../fault.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { step } from "../step.ts";
import { isKnown, isWorkingDay } from "../working-days.ts";

/** Says that the end of a party's period lies in a year whose rest days are unknown; the nominal end is in the sentence. */
export function unknownRoll(nominal: Day, { years }: HolidayTables): Error {
  const year = nominal.slice(0, 4);
  return cannotCompute(
    {
      zh: `无法计算：按历日的期满日是 ${nominal}，但没有 ${year} 年的节假日安排表（已有：${years.join(", ")}），是否顺延无法确定。`,
      en: `Cannot be computed: by the calendar it ends on ${nominal}, but without a holiday table for ${year} (known: ${years.join(", ")}) nobody can say whether it rolls over.`,
    },
    `add the table of ${year} from the State Council's notice: bangban deadline --add-year FILE`,
  );
}

/** The last working day up to a day, not before the start; null when there is none or the year is unknown. */
export function safeDay(due: Day, start: Day, tables: HolidayTables): Day | null {
  for (let day = due; day >= start && isKnown(day, tables); day = step(day, -1)) {
    if (isWorkingDay(day, tables)) return day;
  }
  return null;
}

/** What to plan with, for a period that binds the agency. */
export function safeNote(safe: Day | null, due: Day, tables: HolidayTables): Words {
  if (safe !== null && safe === due) {
    return {
      zh: `期满日 ${due} 是工作日，不晚于当日办结。`,
      en: `The last day ${due} is a working day: be done by then.`,
    };
  }
  if (safe !== null) {
    return {
      zh: `期满日 ${due} 是休息日，不顺延；内部安排不晚于 ${safe}（其前最后一个工作日）。`,
      en: `The last day ${due} is a day of rest and does not roll over: be done by ${safe}, the last working day before it.`,
    };
  }
  if (isKnown(due, tables)) {
    return {
      zh: `至期满日 ${due} 没有工作日，请安排值班人员办理。`,
      en: `There is no working day up to ${due}: have somebody on duty.`,
    };
  }
  const year = due.slice(0, 4);
  return {
    zh: `没有 ${year} 年的节假日安排表，无法给出稳妥的内部日期；法定期满日 ${due} 不受影响。`,
    en: `Without a holiday table for ${year} no safe internal day can be named; the legal last day ${due} stands.`,
  };
}

// notices of a coming year have reached back to 29 December (2018); a weekend of margin before that
const DOUBTFUL_FROM = { month: 12, day: 26 };

/** A warning when rest days of late December were read without the next year's notice, else null. */
export function decemberNote(day: Day, { years }: HolidayTables): Words | null {
  const year = Number(day.slice(0, 4));
  const from = dayOf(year, DOUBTFUL_FROM.month, DOUBTFUL_FROM.day) ?? day;
  if (day < from || !years.includes(year) || years.includes(year + 1)) return null;
  return {
    zh: `${year + 1} 年的放假通知可能调整 ${year} 年最后几天（2019 年的通知曾把 2018-12-29 调为上班），公布后请复核。`,
    en: `The notice for ${year + 1} may still move the last days of ${year} (that of 2019 made 2018-12-29 a working day): check again once it is out.`,
  };
}
