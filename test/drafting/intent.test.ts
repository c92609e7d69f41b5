import { describe, expect, it } from "vitest";
import { readIntent, splitCaseNumber } from "../../src/drafting/talk/intent.ts";

describe("what an officer wants of the drafting desk", () => {
  it.each([
    ["/report", "menu", ""],
    ["/report list", "menu", ""],
    ["/report 现场检查笔录", "begin", "现场检查笔录"],
    ["/文书 询问笔录 今天下午三点", "begin", "询问笔录 今天下午三点"],
    ["帮我写一份现场检查笔录", "begin", "现场检查笔录"],
    ["请帮忙起草一下行政处罚决定书，当事人是丙", "begin", "行政处罚决定书，当事人是丙"],
    ["draft an inspection record", "begin", "inspection record"],
    ["/report due", "due", ""],
    ["期限", "due", ""],
    ["待审", "pending", ""],
    ["/report 2026-0147", "open", "2026-0147"],
    ["全文", "full", ""],
    ["全文 2026-0147", "full", "2026-0147"],
    ["通过 2026-0147", "approve", "2026-0147"],
    ["退回 2026-0147 缺听证告知", "return", "2026-0147 缺听证告知"],
    ["退回：缺听证告知", "return", "缺听证告知"],
    ["放行 C14 听证告知已另行送达", "override", "C14 听证告知已另行送达"],
    ["送达 2026-11-25 直接送达", "serve", "2026-11-25 直接送达"],
    ["提交审核", "submit", ""],
    ["/report 提交", "submit", ""],
    ["改 检查时间 10点40到11点", "change", "检查时间 10点40到11点"],
  ])("reads %s", (text, name, words) => {
    expect(readIntent(text)).toMatchObject({ name, words });
  });

  it.each([
    "改正后的照片有三张",
    "开具了责令改正通知书，要求3日内改正",
    "出示了证件",
    "查获过期酸奶6盒",
    "检查时间：今天10:20到10:55",
    "检查 冷柜时发现酸奶6盒",
    "提交 的材料有三份",
    "当事人通过微信销售",
    "送达地址是青石路18号",
    "行政处罚法第五十九条怎么说？",
  ])("takes %s for what it is: words, no command", (text) => {
    expect(readIntent(text)).toBeNull();
  });

  it("finds the case number wherever it stands", () => {
    expect(splitCaseNumber("2026-0147 缺听证告知")).toEqual({ caseNumber: "2026-0147", rest: "缺听证告知" });
    expect(splitCaseNumber("缺听证告知 2026-0147")).toEqual({ caseNumber: "2026-0147", rest: "缺听证告知" });
    expect(splitCaseNumber("2026-11-25 直接送达")).toEqual({ caseNumber: null, rest: "2026-11-25 直接送达" });
  });
});
