import { z } from "zod";
import { weekdayOf } from "../calendar/day.ts";
import { addPeriod } from "../calendar/period.ts";
import type { PeriodEnd, PeriodUnit } from "../calendar/period.ts";
import type { Language, Words } from "../core/language.ts";
import type { Citation } from "../core/reply.ts";
import { defineTool } from "./define.ts";
import type { ToolResult } from "./define.ts";
import { EVERYONE } from "./everyone.ts";

const UNITS: Readonly<Record<PeriodUnit, Words>> = {
  day: { zh: "日", en: "day(s)" },
  month: { zh: "个月", en: "month(s)" },
  year: { zh: "年", en: "year(s)" },
};

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};

const LAW = "中华人民共和国民法典";
const CITATIONS: readonly Citation[] = [
  {
    title: LAW,
    source: `《${LAW}》第二百零一条`,
    article: "第二百零一条",
    quote: "按照年、月、日计算期间的，开始的当日不计入，自下一日开始计算。",
  },
  {
    title: LAW,
    source: `《${LAW}》第二百零二条`,
    article: "第二百零二条",
    quote: "按照年、月计算期间的，到期月的对应日为期间的最后一日；没有对应日的，月末日为期间的最后一日。",
  },
];

const CANNOT: Words = {
  zh: "不能计算：请给出真实存在的起算日（年-月-日）和大于零的整数。",
  en: "Cannot be computed: give a start day that exists (YYYY-MM-DD) and a whole number above zero.",
};
const WORKING_DAYS: Words = {
  zh: "不能计算：工作日要按放假和调休安排来数，这里没有节假日表，不能估算。请用法定期限工具，或向受理机关确认。",
  en:
    "Cannot be computed: working days follow the official holiday table, which this tool does not have, " +
    "and are not to be guessed. Use the tool for legal deadlines, or ask the authority.",
};

const input = z.object({
  from: z
    .string()
    .describe("the day the period starts from, YYYY-MM-DD; work it out from today where it is relative"),
  amount: z.number().describe("how many units, a whole number"),
  unit: z.enum(["day", "month", "year", "working_day"]).describe("what is counted; half a year is 6 months"),
  assumptions: z
    .array(z.string())
    .optional()
    .describe("each thing you assumed, such as the year, in the person's language; it is shown to them"),
});

/** What the tool needs to count a period. */
export type PeriodInput = z.output<typeof input>;

/** Adds days, months or years to a day by the calendar and shows the working. */
export const addPeriodTool = () =>
  defineTool({
    name: "add_period",
    description:
      "Finds the last day of a period of days, months or years from a given day, with the working. Use it " +
      "whenever a date has to be counted; never count days yourself. " +
      "It does not count working days and will say so.",
    roles: EVERYONE,
    input,
    async run({ from, amount, unit, assumptions = [] }, { language, signal }): Promise<ToolResult> {
      signal.throwIfAborted();
      if (unit === "working_day") return answer(WORKING_DAYS[language]);
      const end = addPeriod(from, amount, unit);
      if (!end) return answer(CANNOT[language]);
      const lines = language === "zh" ? chinese(end, amount, unit) : english(end, amount, unit);
      const assumed = assumptions.map((one) => (language === "zh" ? `假设：${one}` : `Assumed: ${one}`));
      return { ...answer([...lines, ...assumed].join("\n")), citations: CITATIONS };
    },
  });

const answer = (text: string): ToolResult => ({ text, plain: text });

function chinese({ from, firstDay, due, isMonthEnd }: PeriodEnd, amount: number, unit: PeriodUnit): string[] {
  return [
    `**最后一天：${due}（${WEEKDAYS.zh[weekdayOf(due)]}）**`,
    `1. ${from} 当日不计入，从 ${firstDay} 开始算（民法典第二百零一条）`,
    unit === "day"
      ? `2. 数 ${amount} 日，到 ${due}`
      : `2. 加 ${amount} ${UNITS[unit].zh}，${isMonthEnd ? "到期月没有对应日，取月末" : "到期月的对应日是"} ${due}（第二百零二条）`,
    `最后一天是法定休假日的，顺延到休假结束的次日（第二百零三条）；这里没有节假日表，没有顺延${weekend(due, "zh")}。法律另有规定的，从其规定。`,
  ];
}

function english({ from, firstDay, due, isMonthEnd }: PeriodEnd, amount: number, unit: PeriodUnit): string[] {
  return [
    `**Last day: ${due} (${WEEKDAYS.en[weekdayOf(due)]})**`,
    `1. ${from} itself does not count; counting starts on ${firstDay} (Civil Code, art. 201)`,
    unit === "day"
      ? `2. ${amount} day(s) later: ${due}`
      : `2. ${amount} ${UNITS[unit].en} later: ${due}` +
        `${isMonthEnd ? ", the end of a month without that day" : ", the day of the same number"} (art. 202)`,
    `If the last day is a public holiday, the period ends on the first day after it (art. 203); there is ` +
      `no holiday table here, so nothing was moved${weekend(due, "en")}. ` +
      `A law that says otherwise comes first.`,
  ];
}

function weekend(due: string, language: Language): string {
  if (![0, 6].includes(weekdayOf(due))) return "";
  return language === "zh" ? "；注意这一天是周末" : "; note that this day is a weekend";
}
