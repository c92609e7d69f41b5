import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse as parseYaml } from "yaml";
import { BotError, messageOf, type ErrorCode } from "../../core/errors.ts";
import type { Words } from "../../core/language.ts";
import { findFault } from "./check.ts";
import { holidayYear, type HolidayYear } from "./form.ts";

const A_DAY = { zh: "应为日期 YYYY-MM-DD", en: "a day YYYY-MM-DD is needed" };
const EXPECTED: Readonly<Record<string, Words>> = {
  year: { zh: "应为四位年份", en: "a year of four digits is needed" },
  from: A_DAY,
  to: A_DAY,
  date: A_DAY,
  legal: A_DAY,
  makeUp: A_DAY,
  url: { zh: "应为网址", en: "a web address is needed" },
  holidays: { zh: "应为节假日列表，至少一项", en: "a list of holidays is needed, at least one" },
};
const TEXT = { zh: "缺少内容或格式不对", en: "it is missing or has the wrong form" };
const EXTRA = { zh: "没有这个字段", en: "there is no such field" };

/**
 * Reads a year's table from a YAML or JSON file. Throws one sentence that names file and field, under the code given:
 * `usage.invalid` for a file somebody hands in, `config.invalid` for one already kept.
 */
export function readHolidayYear(file: string, code: ErrorCode): HolidayYear {
  const parsed = holidayYear.safeParse(readYaml(file, code));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = (issue?.path ?? []).map(String);
    const extra = issue?.code === "unrecognized_keys" ? issue.keys : [];
    const last = path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    throw faulty(
      file,
      [...path, ...extra].join("."),
      extra.length > 0 ? EXTRA : (EXPECTED[last] ?? TEXT),
      code,
    );
  }
  const fault = findFault(parsed.data);
  if (fault) throw faulty(file, fault.field, fault.words, code);
  return parsed.data;
}

function readYaml(file: string, code: ErrorCode): unknown {
  try {
    return parseYaml(readFileSync(file, "utf8"));
  } catch (error) {
    const words = { zh: "读不出来", en: `it cannot be read: ${messageOf(error)}` };
    throw faulty(file, "", words, code);
  }
}

function faulty(file: string, field: string, words: Words, code: ErrorCode): BotError {
  const name = basename(file);
  const where = field === "" ? name : `${name}, ${field}`;
  return new BotError(code, `holiday table ${where}: ${words.en}`, {
    forUser: { zh: `节假日表 ${where}：${words.zh}。`, en: `Holiday table ${where}: ${words.en}.` },
    file,
    ...(field === "" ? {} : { field }),
    remedy: "mend the named field; src/calendar/holidays/2026.yaml shows the form",
  });
}
