import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import type { HolidayTables } from "../holidays/tables.ts";
import { cite } from "../periods/laws.ts";
import { addWorkingDays } from "../working-days.ts";
import type { Question } from "./read.ts";
import { lengthWords } from "./units.ts";

/** The same period by another provision, as a note with its date; none for most. */
export function alsoNotes({ period: { also }, input }: Question, tables: HolidayTables): readonly Words[] {
  if (!also) return [];
  const day = addWorkingDays(input.from.day, also.length, tables);
  const length = lengthWords(also);
  const article = cite(also.sources);
  return [
    {
      zh: `另按${length.zh}计算为 ${day}：${also.words.zh}（${article}）。`,
      en: `Counted as ${length.en} it is ${day}: ${also.words.en} (${article}).`,
    },
  ];
}

// 行政强制法 54, 69: ten working days after the demand was served
const DEMAND_WORKING_DAYS = 10;

/** When a demand for performance has run out, and so the first day to apply to the court. */
export function demandNotes(
  served: Day | undefined,
  tables: HolidayTables,
): { readonly notes: readonly Words[]; readonly earliest?: Day } {
  if (served === undefined) return { notes: [] };
  const end = addWorkingDays(served, DEMAND_WORKING_DAYS, tables);
  const earliest = addWorkingDays(end, 1, tables);
  const words = {
    zh: `催告书 ${served} 送达，第十个工作日为 ${end}，最早 ${earliest} 可以申请（行政强制法第五十四条、第六十九条）。`,
    en: `Demand served on ${served}; its tenth working day is ${end}, so ${earliest} is the first day to apply (compulsion law, articles 54 and 69).`,
  };
  return { notes: [words], earliest };
}
