import { describe, expect, it } from "vitest";
import { addPeriodTool } from "../../src/tools/add-period.ts";
import { periodQuestion } from "../../src/tools/period-question.ts";
import { call, toolContract } from "../contracts/tool.ts";

const tool = addPeriodTool();
const found = { from: "2026-11-03", amount: 1, unit: "month" };

describe("add_period as a tool", () => {
  toolContract(() => ({ tool, found, missing: { ...found, from: "2026-02-30" } }));
});

describe("the answer", () => {
  it("shows the last day, its weekday and the working", async () => {
    const { plain, citations } = await call(tool, found);
    expect(plain).toContain("最后一天：2026-12-03（星期四）");
    expect(plain).toContain("2026-11-03 当日不计入，从 2026-11-04 开始算（民法典第二百零一条）");
    expect(plain).toContain("到期月的对应日是 2026-12-03（第二百零二条）");
    expect(citations?.map(({ article }) => article)).toEqual(["第二百零一条", "第二百零二条"]);
  });

  it("says when the month's end took the place of a missing day", async () => {
    const { text } = await call(tool, { from: "2026-01-31", amount: 1, unit: "month" }, { language: "en" });
    expect(text).toContain("Last day: 2026-02-28 (Saturday)");
    expect(text).toContain("the end of a month without that day");
  });

  it("says that holidays were not looked at, and points at a weekend", async () => {
    const { text } = await call(tool, { from: "2026-11-13", amount: 15, unit: "day" });
    expect(text).toContain("最后一天：2026-11-28（星期六）");
    expect(text).toContain("没有顺延；注意这一天是周末");
  });

  it("does not count working days, and says who does", async () => {
    const { text, citations } = await call(tool, { from: "2026-09-28", amount: 7, unit: "working_day" });
    expect(text).toMatch(/^不能计算：工作日/);
    expect(text).toContain("法定期限工具");
    expect(text).not.toMatch(/\d{4}-\d{2}/);
    expect(citations).toBeUndefined();
  });

  it("shows what was assumed", async () => {
    const { text } = await call(tool, { ...found, assumptions: ["年份按 2026 年"] });
    expect(text).toContain("假设：年份按 2026 年");
  });
});

describe("a question in plain words", () => {
  const today = "2026-11-23";

  it.each([
    ["孩子11月3号出生，一个月内是到哪天", "2026-11-03", 1, "month"],
    ["2026年8月31日起6个月到几号", "2026-08-31", 6, "month"],
    ["昨天收到决定书，15天内复议最后一天是哪天", "2026-11-22", 15, "day"],
    ["十一月三号签的合同，半年到期是几号", "2026-11-03", 6, "month"],
    ["今天起两周截止到哪天", "2026-11-23", 14, "day"],
    ["2019-05-06办的护照，10年有效，哪天到期", "2019-05-06", 10, "year"],
    ["11月3号收到，5个工作日到哪天", "2026-11-03", 5, "working_day"],
    ["born on 3 November 2026, one month: what is the last day", "2026-11-03", 1, "month"],
    ["I received it on Nov 3rd. By when must I pay within 15 days?", "2026-11-03", 15, "day"],
    ["Starting yesterday, half a year: what date?", "2026-11-22", 6, "month"],
    ["From 1 December 2026, ten working days, which day?", "2026-12-01", 10, "working_day"],
  ])("%s", (text, from, amount, unit) =>
    expect(periodQuestion(text, today)).toMatchObject({ from, amount, unit }),
  );

  it("takes the year nearest to today, a past one for what has happened, and says so", () => {
    expect(periodQuestion("12月25号开始三个月到什么时候", today)?.from).toBe("2026-12-25");
    expect(periodQuestion("12月25号出生的，一年到期是哪天", today)?.from).toBe("2025-12-25");
    expect(periodQuestion("1月5号开始，30天到哪天", today)?.assumptions).toEqual(["年份按 2027 年"]);
    expect(periodQuestion("2026年1月5号开始，30天到哪天", today)?.assumptions).toEqual([]);
  });

  it.each([
    "孩子11月3号出生，一个月内上户口要什么材料",
    "办理时限几天",
    "3月1日到6月30日汇算什么时候截止",
    "身份证什么时候到期要换",
    "2月30号起一个月到哪天",
    "How long does it take, 15 days?",
  ])("leaves 「%s」 to the search", (text) => expect(periodQuestion(text, today)).toBeNull());
});
