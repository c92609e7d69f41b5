import { describe, expect, it } from "vitest";
import { numbersIn, unsupportedNumbers } from "../../../src/agent/guards/numbers.ts";
import { valueOf } from "../../../src/agent/guards/numerals.ts";

const KNOWN = numbersIn([
  "出生后三十日内登记；罚款５００元以上1.5万元以下；依据第二十三条；税率20%；",
  "工作日9:00-17:30；电话0571-8888 1234；2026-11-23 起；每人 2 份，共 12,000 元。",
]);

describe("numbers that the sources give", () => {
  it.each([
    "在 30 日内办理。",
    "thirty days at most",
    "罚款五百元以上、一万五千元以下。",
    "罚款 15,000 元。",
    "见第23条。",
    "税率百分之二十，即20％。",
    "9:00 开门，17:30 关门。",
    "9点开门",
    "拨打 0571-88881234。",
    "拨打 0571-8888-1234。",
    "2026年11月23日起。",
    "带两份。",
    "two copies",
    "1.2万元",
  ])("%s: may be said", (sentence) => {
    expect(unsupportedNumbers(sentence, KNOWN)).toEqual([]);
  });

  it.each([
    ["在 15 日内办理。", [15]],
    ["罚款 98765 元。", [98_765]],
    ["见第二十四条。", [24]],
    ["税率百分之三。", [3]],
    ["三个工作日", [3]],
    ["拨打 0571-88889999。", [88_889_999]],
    ["2025年起", [2025]],
    ["within five days", [5]],
    ["十万元", [100_000]],
    ["1.6万元", [16_000]],
  ])("%s: has no support", (sentence, numbers) => {
    expect(unsupportedNumbers(sentence, KNOWN)).toEqual(numbers);
  });
});

describe("what looks like a number and states none", () => {
  it.each([
    "1. 身份证\n",
    "2、户口簿",
    "（3）照片",
    "带上：1 身份证 3 照片",
    "③ 照片",
    "第三步，交表",
    "一般一次性告知，万一缺件十分麻烦",
    "请先办第一件事[4]",
    "⟦身份证_7⟧ 已收到",
    "急症请拨打 120",
    "唯一的一个",
  ])("%s", (sentence) => {
    expect(unsupportedNumbers(sentence, numbersIn([]))).toEqual([]);
  });
});

describe("Chinese numerals", () => {
  it.each([
    ["三百二十", 320],
    ["二〇二六", 2026],
    ["一万五千", 15_000],
    ["十", 10],
    ["一百零三", 103],
    ["两亿", 200_000_000],
    ["伍佰", 500],
  ])("%s is %d", (numeral, value) => {
    expect(valueOf(numeral)).toBe(value);
  });
});
