import type { Words } from "../../core/language.ts";
import type { LegalPeriod } from "../periods/legal-period.ts";
import { deadlineInput, type OptionName } from "./input.ts";

/** An option as the command line shows it; a null `value` marks a switch. */
export interface Option {
  readonly value: string | null;
  readonly words: Words;
}

/** Every option with what it means and how it is written. */
export const OPTIONS: Readonly<Record<OptionName, Option>> = {
  from: { value: "DATE", words: { zh: "起算日（事件发生之日）", en: "the day of the event" } },
  time: {
    value: "HH:MM",
    words: { zh: "起算时刻，按小时计算的期限需要", en: "the time of the event, for periods in hours" },
  },
  extension: { value: "DAYS", words: { zh: "批准延长的天数", en: "days of an approved extension" } },
  suspended: {
    value: "A..B",
    words: {
      zh: "不计入期限的起止日（含首尾，可用逗号写多段），或者天数",
      en: "days not counted, both ends included (several with commas), or just their number",
    },
  },
  days: {
    value: "DAYS",
    words: { zh: "另有规定的天数，须同时写明 basis", en: "the number another provision sets; needs basis" },
  },
  basis: { value: "TEXT", words: { zh: "所依据的条款", en: "the provision relied on" } },
  done: {
    value: "DATE",
    words: { zh: "实际办理的日期，用来判断是否在期限内", en: "when it was done, to judge whether in time" },
  },
  found: { value: "DATE", words: { zh: "违法行为被发现之日", en: "the day the act was discovered" } },
  fine: { value: "YUAN", words: { zh: "罚款数额（元）", en: "the fine in yuan" } },
  paid: {
    value: "DATE",
    words: { zh: "缴清之日（未缴的，写算到哪一天）", en: "the day it was paid, or the day to count up to" },
  },
  actOn: {
    value: "DATE",
    words: { zh: "行政行为作出之日（用于最长期限）", en: "the day the act was done (for the outer limit)" },
  },
  informedOn: {
    value: "DATE",
    words: {
      zh: "未告知权利和期限的，后来知道之日",
      en: "where the right was not told: the day it became known",
    },
  },
  service: { value: "HOW", words: { zh: "送达方式", en: "how the document was served" } },
  announcedDays: {
    value: "DAYS",
    words: { zh: "公告期限（默认30日）", en: "days of the announcement (30 unless given)" },
  },
  demandServed: { value: "DATE", words: { zh: "催告书送达之日", en: "the day the demand was served" } },
  harm: {
    value: null,
    words: {
      zh: "涉及生命健康安全、金融安全且有危害后果",
      en: "life, health or financial safety, with harm",
    },
  },
  realEstate: { value: null, words: { zh: "因不动产提出", en: "about real estate" } },
  simple: { value: null, words: { zh: "适用简易程序", en: "the simple procedure applies" } },
  many: { value: null, words: { zh: "涉案人数众多或者身份不明", en: "many persons, or identity unknown" } },
  detention: { value: null, words: { zh: "情况复杂，可能适用行政拘留", en: "complex, detention possible" } },
  minor: { value: null, words: { zh: "仅通报批评或者较低数额罚款", en: "only criticism or a low fine" } },
};

const A_DAY: Words = { zh: "应为日期，写作 2026-11-23", en: "a day is written 2026-11-23" };
const A_COUNT: Words = { zh: "应为 1 到 3650 的整数", en: "a whole number from 1 to 3650 is needed" };

const FORM: Partial<Readonly<Record<OptionName, Words>>> = {
  from: {
    zh: "应为日期，写作 2026-11-23（按小时计的可写 2026-11-23T17:20）",
    en: "a day is written 2026-11-23 (with hours: 2026-11-23T17:20)",
  },
  time: { zh: "应为时刻，写作 17:20", en: "a time is written 17:20" },
  extension: A_COUNT,
  days: A_COUNT,
  announcedDays: A_COUNT,
  suspended: {
    zh: "应为起止日 2026-06-15..2026-06-20（止日不早于起日；尚未结束的不能计算），或者天数",
    en: "days are written 2026-06-15..2026-06-20, in order and both known, or as a number",
  },
  fine: { zh: "应为金额（元），最多两位小数", en: "an amount in yuan is needed, with two decimals at most" },
  basis: { zh: "应写明条款", en: "name the provision" },
  service: {
    zh: "应为 spot（当场）、direct（直接送达）、refused（拒绝签收）、post（邮寄）、electronic（电子）、announcement（公告）、later（补充告知）之一",
    en: "one of spot, direct, refused, post, electronic, announcement, later is needed",
  },
};
const SWITCH: Words = { zh: "是开关，写上即可", en: "is a switch: just name it" };

/** How an option's value is written, for the sentence on a wrong one. */
export const formOf = (name: OptionName): Words =>
  FORM[name] ?? (OPTIONS[name].value === null ? SWITCH : A_DAY);

/** The option as it is typed: actOn becomes --act-on. */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** True for a name that is an option. */
export const isOptionName = (name: string): name is OptionName => name in deadlineInput.shape;

/** The options that a period takes, `from` first. */
export function optionsOf(period: LegalPeriod): readonly OptionName[] {
  const has = (is: unknown, ...names: readonly OptionName[]) =>
    is === undefined || is === false ? [] : names;
  return [
    "from",
    ...has(period.unit === "hour", "time"),
    ...has(period.extension, "extension"),
    ...has(period.suspension, "suspended"),
    ...has(period.otherwise, "days", "basis"),
    ...(period.branches ?? []).map(({ flag }) => flag),
    ...has(period.isByService, "service", "announcedDays"),
    ...has(period.untold, "informedOn"),
    ...has(period.outer, "actOn", "realEstate"),
    ...has(period.isAfterDemand, "demandServed"),
    ...has(period.isLateFine, "fine", "paid"),
    ...(period.isLimitation ? ["found" as const] : has(!period.isLateFine, "done")),
  ];
}
