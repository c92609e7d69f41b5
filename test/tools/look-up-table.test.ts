import { describe, expect, it } from "vitest";
import { NOBODY } from "../../src/core/principal.ts";
import { lookUpTable } from "../../src/tools/look-up-table.ts";
import { call, toolContract } from "../contracts/tool.ts";
import { BRACKETS, DEDUCTIONS, HOTLINES } from "./tables.ts";

const tool = lookUpTable({
  tablesOf: (agent, roles) =>
    agent === "citizen-services" && roles.includes("citizen") ? [HOTLINES, DEDUCTIONS, BRACKETS] : [],
});

describe("look_up_table as a tool", () => {
  toolContract(() => ({ tool, found: { words: "12366" }, missing: { words: "月球登陆费" } }));
});

const rows = async (words: string, table?: string) =>
  (await call(tool, table === undefined ? { words } : { words, table })).text.split("\n");

describe("a row", () => {
  it("is found by its exact key before anything that only holds it", async () => {
    expect(await rows("120")).toEqual(["- number：120；name：医疗急救；for：急病、受伤"]);
  });

  it("is found by words in any column, in either language", async () => {
    expect((await rows("婴幼儿"))[0]).toContain("3岁以下婴幼儿照护");
    expect((await rows("MORTGAGE"))[0]).toContain("住房贷款利息");
    expect((await rows("发票"))[0]).toContain("12366");
    expect(await rows("住房 其他城市")).toEqual([expect.stringContaining("其他城市")]);
  });

  it("is found when the words hold its key", async () => {
    expect((await rows("政务服务便民热线是多少号"))[0]).toContain("12345");
  });

  it("is shown in the person's language with source and date", async () => {
    const { text, plain, citations } = await call(tool, { words: "12366" }, { language: "en" });
    expect(plain).toBe("- number: 12366; name: Tax hotline; for: tax, invoices");
    expect(text).toBe(plain);
    expect(citations).toEqual([{ title: "hotlines", source: "各主管部门", checkedOn: "2026-11-23" }]);
  });

  it("is one of ten at most, and the rest is counted", async () => {
    const many = {
      ...HOTLINES,
      rows: Array.from({ length: 14 }, (_, at) => ({ number: String(at), name_zh: "窗口" })),
    };
    const { text } = await call(lookUpTable({ tablesOf: () => [many] }), { words: "窗口" });
    expect(text.split("\n")).toHaveLength(11);
    expect(text).toContain("还有 4 行");
  });
});

describe("a table", () => {
  it("can be named, and a wrong name is no reason to find nothing", async () => {
    expect(await rows("3", "income-tax-brackets")).toHaveLength(1);
    expect((await rows("12366", "no-such-table"))[0]).toContain("12366");
  });

  it("is not read by a role that may not, nor for another pack", async () => {
    const stranger = { principal: { ...NOBODY, effectiveRoles: ["auditor"] as const } };
    for (const more of [stranger, { agent: "clinical" }]) {
      const { text, isAnswerable } = await call(tool, { words: "12366" }, more);
      expect([isAnswerable, text.includes("纳税")]).toEqual([false, false]);
    }
  });
});

describe("what no table holds", () => {
  it("is said, with the tables there are", async () => {
    const { text, isAnswerable } = await call(tool, { words: "月球$&登陆" });
    expect(isAnswerable).toBe(false);
    expect(text).toContain("表里没有“月球$&登陆”");
    expect(text).toContain("hotlines, income-tax-deductions, income-tax-brackets");
  });

  it("is not blank words either", async () => {
    expect((await call(tool, { words: "  " })).isAnswerable).toBe(false);
  });
});
