import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculateTax } from "../../src/tools/calculate-tax.ts";
import { readBrackets } from "../../src/tools/tax/brackets.ts";
import { computeTax } from "../../src/tools/tax/compute.ts";
import { taxQuestion } from "../../src/tools/tax/question.ts";
import { call, toolContract } from "../contracts/tool.ts";
import { BRACKETS, DEDUCTIONS } from "./tables.ts";

const tool = calculateTax({ brackets: BRACKETS, deductions: DEDUCTIONS });

describe("calculate_tax as a tool", () => {
  toolContract(() => ({ tool, found: { salary: 240_000 }, missing: { withheld: 100 } }));
});

const show = async (input: unknown, language: "zh" | "en" = "zh") =>
  (await call(tool, input, { language })).text;

describe("the yearly tax", () => {
  it("is shown with every step", async () => {
    const text = await show({
      salary: 200_000,
      socialInsurance: 30_000,
      deductions: [{ item: "child_education" }, { item: "elderly_only_child" }],
      withheld: 3_000,
    });
    expect(text).toContain("全年应纳个人所得税：2480.00 元**，可退 **520.00 元");
    expect(text).toContain("子女教育 2000.00×1×12 = 24000.00，赡养老人（独生子女） 3000.00×1×12 = 36000.00");
    expect(text).toContain(
      "200000.00 − 减除费用 60000.00 − 社保公积金 30000.00 − 专项附加扣除 60000.00 = 50000.00",
    );
    expect(text).toContain("50000.00 × 10% − 速算扣除数 2520.00 = 2480.00");
    expect(text).toContain("四舍五入到分");
  });

  it("takes a fifth off services and royalties, and of manuscripts three tenths more", async () => {
    const text = await show({ labourService: 80_000, manuscript: 20_000, royalties: 10_000 });
    expect(text).toContain(
      "劳务报酬×80% 64000.00 + 稿酬×80%×70% 11200.00 + 特许权使用费×80% 8000.00 = 83200.00",
    );
    expect(text).toContain("全年应纳个人所得税：696.00 元");
  });

  it("is nothing below the basic deduction, and never negative", async () => {
    expect(await show({ salary: 60_000 })).toContain("全年应纳个人所得税：0.00 元");
    expect(await show({ salary: 10_000, socialInsurance: 50_000 })).toContain("= 0.00 元");
  });

  it("by quick deduction is the tax that the rates give step by step", () => {
    const brackets = readBrackets(BRACKETS);
    const stepByStep = (taxable: number) =>
      brackets.reduce(
        (tax, { from, to, ratePercent }) =>
          tax + (Math.max(0, Math.min(taxable, to) - from) * ratePercent) / 100,
        0,
      );
    fc.assert(
      fc.property(fc.integer({ min: 60_000, max: 3_000_000 }), (salary) => {
        const result = computeTax({ salary }, brackets, DEDUCTIONS);
        if (!result || "missing" in result) throw new Error("no result");
        expect(Math.abs(result.tax - stepByStep(result.taxable))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("rises with income and falls with deductions", () => {
    const brackets = readBrackets(BRACKETS);
    const taxOf = (salary: number, socialInsurance = 0) => {
      const result = computeTax({ salary, socialInsurance }, brackets, DEDUCTIONS);
      return result && "tax" in result ? result.tax : Number.NaN;
    };
    const amounts = fc.double({ min: 0, max: 2_000_000, noNaN: true });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(taxOf(Math.max(a, b))).toBeGreaterThanOrEqual(taxOf(Math.min(a, b)));
        expect(taxOf(a, b)).toBeLessThanOrEqual(taxOf(a));
        expect(Number.isInteger(taxOf(a))).toBe(true);
      }),
    );
  });
});

describe("what must be done after the year", () => {
  it.each([
    [{ salary: 100_000, withheld: 0 }, "可以不补"],
    [{ salary: 120_000.01, withheld: 3_100 }, "可以不补"],
    [{ salary: 200_000, withheld: 100 }, "必须办理并补税"],
    [{ salary: 200_000, withheld: 20_000 }, "可以退税"],
    [{ salary: 200_000, withheld: 11_480 }, "不用办"],
    [{ salary: 200_000 }, "不能判断补税还是退税"],
  ])("%j: %s", async (input, words) => expect(await show(input)).toContain(words));

  it("is said in English too", async () => {
    expect(await show({ salary: 200_000, withheld: 100 }, "en")).toContain(
      "filing and paying the difference is required between 1 March and 30 June",
    );
  });
});

describe("what cannot be calculated", () => {
  it("asks what a serious illness cost instead of guessing", async () => {
    const { text, asks } = await call(tool, { salary: 200_000, deductions: [{ item: "serious_illness" }] });
    expect(text).toContain("大病医疗全年可以扣多少元");
    expect(asks).toHaveLength(1);
  });

  it("says so when the table lacks a row", async () => {
    const text = await show({ salary: 200_000, deductions: [{ item: "rent_medium_city" }] });
    expect(text).toContain("扣除表里没有这一项");
  });

  it("refuses amounts below zero and months that no year has", () => {
    expect(tool.input.safeParse({ salary: -1 }).success).toBe(false);
    expect(
      tool.input.safeParse({ salary: 1, deductions: [{ item: "infant_care", months: 13 }] }).success,
    ).toBe(false);
    expect(tool.input.safeParse({ salary: Number.POSITIVE_INFINITY }).success).toBe(false);
  });

  it.each([
    ["quick_deduction_yuan", 2, { quick_deduction_yuan: "16290" }],
    ["from_yuan", 3, { from_yuan: "300001" }],
    ["rate_percent", 1, { rate_percent: "" }],
    ["to_yuan", 6, { to_yuan: "1000000" }],
  ])("finds a wrong %s in the table of rates", (field, at, change) => {
    const rows = BRACKETS.rows.map((row, index) => (index === at ? { ...row, ...change } : row));
    expect(() => readBrackets({ ...BRACKETS, rows })).toThrow(
      expect.objectContaining({ code: "pack.invalid", detail: expect.objectContaining({ field }) }),
    );
  });
});

describe("a question in plain words", () => {
  it.each([
    ["月薪2万，五险一金每月3000，一个孩子，要交多少税", { salary: 240_000, socialInsurance: 36_000 }],
    [
      "我一年工资12万，社保公积金自己一共交了1万8，没别的抵扣，全年个税多少",
      { salary: 120_000, socialInsurance: 18_000 },
    ],
    ["年薪30万年终奖5万，社保每月4000，已经预扣了2万税，要补多少税", { salary: 350_000, withheld: 20_000 }],
    ["去年没上班，就接私活劳务费总共8万，没社保，全年该交多少个税", { labourService: 80_000 }],
    ["工资9万6，另外稿费2万，三险一金1万2，一年个税是好多", { manuscript: 20_000, salary: 96_000 }],
    ["两万五的月薪，公积金两千，交多少个税", { salary: 300_000, socialInsurance: 24_000 }],
    [
      "annual salary 200k, social insurance 2,000 a month: how much income tax?",
      { salary: 200_000, socialInsurance: 24_000 },
    ],
    ["I earn 20,000 a month. How much tax for the year?", { salary: 240_000 }],
  ])("%s", (text, expected) => expect(taxQuestion(text)).toMatchObject(expected));

  it.each([
    ["租房每月抵1500", [{ item: "rent_large_city", yearlyYuan: 18_000 }]],
    ["房贷抵1000一个月", [{ item: "mortgage_interest", yearlyYuan: 12_000 }]],
    ["养两个娃", [{ item: "child_education", count: 2 }]],
    ["孩子和老婆各扣一半", [{ item: "child_education", count: 0.5 }]],
    ["宝宝刚出生", [{ item: "infant_care", count: 1 }]],
    ["独生子女，爸妈都过60了", [{ item: "elderly_only_child" }]],
    ["父母60多了，我有个姐姐", [{ item: "elderly_with_siblings" }]],
    ["爸妈还不到60", []],
    ["没有房贷", []],
    ["没孩子，有房贷，也租房", [{ item: "mortgage_interest" }]],
  ])("reads the deductions of 「%s」", (words, deductions) => {
    expect(taxQuestion(`月薪2万，社保3000，${words}，交多少个税`)?.deductions).toEqual(deductions);
  });

  it("shows what had to be guessed, in the language of the question", async () => {
    const zh = taxQuestion("工资8000，个税多少");
    expect(zh?.assumptions).toContain("没说按月还是按年，工资按每月计，乘以 12");
    expect(zh?.assumptions).toContain("没说社保公积金，按 0 计；有的话税会更少");
    expect(await show(zh)).toContain("假设：没说按月还是按年");
    expect(taxQuestion("my wage is 8000, rent 3000: how much tax?")?.assumptions?.join()).toContain(
      "provincial capitals",
    );
  });

  it.each([
    "增值税5万要交多少税",
    "个税起征点是5000吗",
    "收入12万以下要不要汇算补税",
    "3岁孩子的专项附加扣除怎么填，个税能退吗",
    "月薪2万够不够在北京生活",
    "个税app怎么下载，算不算实名",
    "How much is the VAT on 20,000 yuan?",
  ])("leaves 「%s」 to the search", (text) => expect(taxQuestion(text)).toBeNull());
});
