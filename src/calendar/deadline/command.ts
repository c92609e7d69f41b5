import type { Language, Words } from "../../core/language.ts";
import { addYear, type HolidayTables } from "../holidays/tables.ts";
import { computeDeadline } from "./compute.ts";
import { listPeriods, showList } from "./list.ts";
import { flagOf, isOptionName, OPTIONS } from "./options.ts";
import { deadlineJson, showDeadline } from "./show.ts";

/** An answer both ways: one JSON value, and lines for a person. */
export interface Answer {
  readonly json: Readonly<Record<string, unknown>> | readonly unknown[];
  readonly text: string;
}

/** `bangban deadline KIND --from DATE …`: options by name, common options of the command line are left out. */
export function answerDeadline(
  kind: string,
  options: Readonly<Record<string, unknown>>,
  tables: HolidayTables,
  lang: Language,
): Answer {
  const deadline = computeDeadline(kind, options, tables);
  return { json: deadlineJson(deadline, lang), text: showDeadline(deadline, lang) };
}

/** `bangban deadline --list`: every kind with its article, its length and its options. */
export const answerList = (lang: Language): Answer => ({ json: listPeriods(lang), text: showList(lang) });

/** `bangban deadline --add-year FILE`: checks a year's table and keeps it in the folder. */
export function answerAddYear(file: string, folder: string, lang: Language): Answer {
  const { year, isReplaced, remarks } = addYear(file, folder);
  const said: Words = isReplaced
    ? {
        zh: `已用它代替原来的 ${year} 年节假日安排。`,
        en: `It now stands in for the former table of ${year}.`,
      }
    : { zh: `已加入 ${year} 年节假日安排。`, en: `Added the holiday table of ${year}.` };
  const sentences = [said, ...remarks].map((words) => words[lang]);
  return { json: { year, isReplaced, remarks: sentences.slice(1) }, text: sentences.join("\n") };
}

/** The options of every kind in the form a command line parser takes: `--act-on <DATE>` and what it means. */
export function commandOptions(
  lang: Language,
): readonly { readonly flags: string; readonly words: string }[] {
  return Object.entries(OPTIONS).map(([name, { value, words }]) => ({
    flags: value === null ? flagOf(name) : `${flagOf(name)} <${value}>`,
    words: words[lang],
  }));
}

/** Only the options that belong to a period, out of all that a command line was given. */
export const pickOptions = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(options).filter(([name]) => isOptionName(name)));
