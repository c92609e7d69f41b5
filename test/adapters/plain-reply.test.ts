import { describe, expect, it } from "vitest";
import { plainBelow, plainReply, sourceLine } from "../../src/adapters/plain-reply.ts";
import { say } from "../../src/core/reply.ts";

const law = { title: "母婴保健法", source: "母婴保健法", article: "第二十三条", checkedOn: "2026-11-01" };

describe("a reply where nothing is drawn", () => {
  it("puts questions, choices, files, sources and notices below the answer", () => {
    const reply = say("**免费**，当天办[1]。", {
      citations: [{ ...law, region: "全国" }],
      asks: ["您在哪个城市？"],
      actions: [
        { label: "提交审核", text: "提交" },
        { label: "修改", text: "修改" },
      ],
      files: [{ name: "笔录.docx", fileId: "f1", mime: "application/msword" }],
      handover: { to: "云溪区政务服务中心 12345", reason: "需要人工核实" },
      notices: ["未接入大模型，以上为知识库原文整理"],
    });
    expect(plainReply(reply, { language: "zh" })).toBe(
      [
        "免费，当天办[1]。",
        "还需要知道：您在哪个城市？",
        "1) 提交审核\n2) 修改",
        "文件：笔录.docx",
        "可以找：云溪区政务服务中心 12345：需要人工核实",
        "来源：\n[1] 母婴保健法 第二十三条（全国，2026-11-01 核对）",
        "（未接入大模型，以上为知识库原文整理）",
      ].join("\n\n"),
    );
  });

  it("says who must be called before anything else, once", () => {
    const alarm = { category: "stroke", contacts: ["120"] };
    expect(plainReply(say("不要自己开车。", { escalation: alarm }), { language: "zh" })).toBe(
      "‼ 请立即联系：120\n\n不要自己开车。",
    );
    expect(plainReply(say("请立即拨打 **120**。", { escalation: alarm }), { language: "zh" })).toBe(
      "请立即拨打 120。",
    );
  });

  it("names a source in the reader's language, on one line", () => {
    const guide = { title: "Birth certificate", source: "Guide of\nYunxi", checkedOn: "2026-11-01" };
    expect(sourceLine(guide, 3, "en")).toBe("[3] Birth certificate (Guide of Yunxi, checked 2026-11-01)");
    expect(sourceLine(law, 1, "zh")).toBe("[1] 母婴保健法 第二十三条（2026-11-01 核对）");
  });

  it("does not repeat a question the answer has asked already", () => {
    expect(plainReply(say("您在哪个城市？", { asks: ["您在哪个城市？"] }), { language: "zh" })).toBe(
      "您在哪个城市？",
    );
  });

  it("does not say again below what the answer says itself", () => {
    const reply = say("可以问热线 12333。\n\n1. 养老金\n2. 退税", {
      actions: [
        { label: "养老金", text: "养老金" },
        { label: "退税", text: "退税" },
      ],
      handover: { to: "热线 12333", reason: "没有可靠来源" },
    });
    expect(plainBelow(reply, { language: "zh" })).toBe("");
    expect(plainBelow({ ...reply, text: "不知道。" }, { language: "zh" })).toContain("1) 养老金\n2) 退税");
  });
});
