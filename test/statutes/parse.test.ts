import { array, assert, boolean, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { articleKey, articleLabel, readArticleNumber } from "../../src/statutes/text/article-number.ts";
import { paragraphsOf, shapeOf, textOf } from "../../src/statutes/text/article.ts";
import { chineseNumber, numberOf } from "../../src/statutes/text/numerals.ts";
import { parseLaw, printLaw } from "../../src/statutes/text/parse.ts";
import { DRUM_RULES, LANTERN_2019, LANTERN_2024 } from "./own-laws.ts";

const keysIn = (source: string): string[] =>
  parseLaw(source).pieces.flatMap((piece) => (piece.kind === "article" ? [articleKey(piece.number)] : []));

describe("a law file", () => {
  it.each([LANTERN_2019, LANTERN_2024, DRUM_RULES])("comes back character for character", (source) => {
    expect(printLaw(parseLaw(source))).toBe(source);
  });

  it("comes back whatever it holds", () => {
    const line = constantFrom(
      "# 题",
      "## 第一章",
      "第一条 甲。",
      "第二条 乙。",
      "（一）丙；",
      "",
      " ",
      "| a |",
      "一、丁",
      "\r",
    );
    assert(
      property(array(line), boolean(), (lines, ends) => {
        const source = lines.join("\n") + (ends ? "\n" : "");
        expect(printLaw(parseLaw(source))).toBe(source);
      }),
    );
  });

  it("gives title, history, articles with 之一 and the headings above them", () => {
    const law = parseLaw(LANTERN_2024);
    expect(law.title).toBe("中华人民共和国灯笼管理法");
    expect(law.history).toHaveLength(2);
    expect(keysIn(LANTERN_2024)).toEqual(["1", "2", "3", "3-1", "4", "5", "6"]);
    expect(law.pieces.find(({ kind }) => kind === "article")).toMatchObject({ path: ["第一章 总则"] });
    expect(law.problems).toEqual([]);
  });

  it("takes numbered points for articles where there are none", () => {
    expect(parseLaw(DRUM_RULES).style).toBe("points");
    expect(keysIn(DRUM_RULES)).toEqual(["1", "2"]);
  });

  it("finds articles that stand on one line and those whose number was mistyped", () => {
    expect(keysIn("# 规则\n<!-- INFO END -->\n第一条 甲。 第二条 乙。\n第三 条丙。\n")).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  it("names what it could not place, and keeps it", () => {
    const source = "# 规则\n<!-- INFO END -->\n第一条 甲。\n第三条 丙。\n第二条 乙。\n";
    expect(parseLaw(source).problems.map(({ reason }) => reason)).toEqual([
      "article number skipped",
      "article number repeated",
    ]);
    expect(printLaw(parseLaw(source))).toBe(source);
  });
});

describe("an article", () => {
  it("is split into 款 and 项, tables and 目 staying where they belong", () => {
    const paragraphs = paragraphsOf(
      "第二条 分为：\n\n（一）甲：\n1. 子；\n（二）乙。\n\n| 表 |\n\n前款不包括丙。\n\u200b\n",
    );
    expect(shapeOf(paragraphs)).toEqual([2, 0]);
    expect(textOf(paragraphs)).toBe("分为：\n（一）甲：\n1. 子；\n（二）乙。\n| 表 |\n前款不包括丙。");
  });
});

describe("numbers", () => {
  it("are read back from the way laws write them", () => {
    for (let value = 1; value < 2_000; value += 1) expect(numberOf(chineseNumber(value))).toBe(value);
  });

  it.each([
    ["59", "第五十九条"],
    ["第５９条", "第五十九条"],
    ["120-1", "第一百二十条之一"],
    ["第一百二十条之一", "第一百二十条之一"],
    ["一○三", "第一百零三条"],
  ])("reads %s as %s", (text, label) => {
    const number = readArticleNumber(text);
    expect(number && articleLabel(number)).toBe(label);
  });

  it.each(["", "第条", "五六十", "十百", "0", "abc"])("does not read %s", (text) => {
    expect(readArticleNumber(text)).toBeNull();
  });
});
