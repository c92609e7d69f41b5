import { describe, expect, it } from "vitest";
import type { Block } from "../../src/files/content.ts";
import { splitBlocks } from "../../src/knowledge/split/blocks.ts";
import { splitLawBlocks } from "../../src/knowledge/split/law.ts";
import { PIECE_CHARS } from "../../src/knowledge/split/pieces.ts";

const heading = (level: number, text: string): Block => ({ type: "heading", level, text });
const text = (words: string, page?: number): Block =>
  page === undefined ? { type: "text", text: words } : { type: "text", text: words, page };
const row = (words: string): Block => ({ type: "row", text: words });

describe("a document of headings, paragraphs and rows", () => {
  it("is cut at marked and at written headings, and at pages", () => {
    const { title, sections } = splitBlocks([
      heading(1, "办事指南"),
      text("总说明。", 1),
      text("一、办理条件", 1),
      text("年满十六周岁。", 1),
      text("（一）外地户口", 2),
      text("住满半年。", 2),
      text("有稳定工作。", 3),
      text("二、收费", 3),
      text("不收费。", 3),
    ]);
    expect(title).toBe("办事指南");
    expect(sections.map(({ path, text, page }) => [page, path.join(" > "), text])).toEqual([
      [1, "", "总说明。"],
      [1, "一、办理条件", "年满十六周岁。"],
      [2, "一、办理条件 > （一）外地户口", "住满半年。"],
      [3, "一、办理条件 > （一）外地户口", "有稳定工作。"],
      [3, "二、收费", "不收费。"],
    ]);
  });

  it("has each row alone, and its first column with every piece of a long one", () => {
    const long = `科室：内科\n职责：${"看病，".repeat(300)}`;
    const { sections } = splitBlocks([
      text("各科职责："),
      row(long),
      row("科室：外科\n职责：手术"),
      text("以上。"),
    ]);
    expect(sections.at(0)?.text).toBe("各科职责：");
    const pieces = sections.filter((section) => section.text.includes("内科"));
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) {
      expect(piece.text.startsWith("科室：内科\n")).toBe(true);
      expect(piece.text.length).toBeLessThanOrEqual(PIECE_CHARS + 10);
      expect(piece.text).not.toContain("外科");
    }
    expect(sections.at(-2)?.text).toBe("科室：外科\n职责：手术");
    expect(sections.at(-1)?.text).toBe("以上。");
  });

  it("keeps a heading under which nothing stands", () => {
    const { sections } = splitBlocks([
      heading(1, "甲"),
      heading(2, "乙"),
      heading(2, "丙"),
      text("丙的内容。"),
    ]);
    expect(sections.map(({ path, text }) => [...path, text])).toEqual([
      ["乙", "乙"],
      ["丙", "丙的内容。"],
    ]);
  });
});

describe("a law from an office file", () => {
  it("never has two articles or rows in one piece; its contents are left out and its dates are no answer", () => {
    const { title, history, sections } = splitLawBlocks([
      heading(1, "某市办法"),
      text("（2026年1月1日公布 自2026年2月1日起施行）"),
      text("目　录"),
      text("第一章　总则……1"),
      text("第二章　附则……2"),
      text("第一章　总则"),
      text("第一条　甲。\n有下列情形的：\n（一）子；"),
      text("第二条　乙。"),
      row("项目：丙\n标准：1元"),
      row("项目：丁\n标准：2元"),
      text("第二章　附则"),
      text("第三条　自公布之日起施行。"),
    ]);
    expect([title, history]).toEqual(["某市办法", ["（2026年1月1日公布 自2026年2月1日起施行）"]]);
    expect(
      sections.map(({ article, path, text }) => [article, path.join(), text.replaceAll("\n", "/")]),
    ).toEqual([
      ["第一条", "第一章　总则", "第一条　甲。/有下列情形的：/（一）子；"],
      ["第二条", "第一章　总则", "第二条　乙。"],
      ["第二条", "第一章　总则", "项目：丙/标准：1元"],
      ["第二条", "第一章　总则", "项目：丁/标准：2元"],
      ["第三条", "第二章　附则", "第三条　自公布之日起施行。"],
    ]);
  });
});
