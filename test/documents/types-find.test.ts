import { describe, expect, it } from "vitest";
import { findType } from "../../src/documents/types/find-type.ts";
import { types } from "./examples.ts";

function found(words: string): string | string[] {
  const answer = findType(types, words);
  return "type" in answer ? answer.type.id : answer.candidates.map(({ id }) => id);
}

describe("the document that words mean", () => {
  it.each([
    ["现场检查笔录", "inspection-record"],
    ["inspection-record", "inspection-record"],
    ["帮我写一份现场检查笔录，今天上午去了超市", "inspection-record"],
    ["处罚决定书", "penalty-decision"],
    ["当场处罚决定书", "spot-penalty"],
    ["不予行政处罚决定书", "no-penalty-decision"],
    ["起草个通知", "official-notice"],
    ["责令改正通知书", "correction-order"],
    ["《送达回证》", "service-receipt"],
    ["先行登记保存", "evidence-preservation"],
    ["麻烦帮我拟一个请示", "official-request"],
    ["draft an interview record", "interview-record"],
    ["开个函", "official-letter"],
    ["帮我写一份关于开展冬季食品安全检查的通知，主送各所", "official-notice"],
    ["拟一个关于增设检测点的请示", "official-request"],
    ["关于国庆值班安排通知", "official-notice"],
    ["案件终结报告", "final-report"],
    ["结案报告", "final-report"],
    ["行政处罚事先告之书", "penalty-notice"],
    ["现场捡查笔录", "inspection-record"],
    ["会义纪要", "meeting-minutes"],
  ])("“%s” is %s", (words, id) => {
    expect(found(words)).toBe(id);
  });

  it("gives those it may be where the words fit several", () => {
    expect(found("责改通知")).toContain("correction-order");
    expect(found("笔录")).toEqual(expect.arrayContaining(["inspection-record", "interview-record"]));
    expect(found("审批表")).toEqual(expect.arrayContaining(["case-filing", "case-closing"]));
  });

  it.each(["", "今天天气怎么样", "合同", "banana"])("“%s” means none", (words) => {
    expect(found(words)).toEqual([]);
  });
});
