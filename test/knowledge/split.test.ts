import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLaw, splitLaw } from "../../src/knowledge/split/law.ts";
import { splitMarkdown, splitPlain } from "../../src/knowledge/split/markdown.ts";
import { chineseNumber } from "../../src/knowledge/split/numerals.ts";
import { cut, PIECE_CHARS, tidy } from "../../src/knowledge/split/pieces.ts";
import type { Outline } from "../../src/knowledge/split/section.ts";

const bare = (text: string): string => text.replace(/\s+/g, "");

/** Everything an outline holds, headings once each, in reading order of first sight. */
function everythingIn({ title, sections, history }: Outline): string {
  return bare([title ?? "", ...history, ...sections.flatMap(({ path, text }) => [...path, text])].join("\n"));
}

const sentence = fc
  .array(fc.constantFrom("办理", "证件", "机关", "，", "（一）", "公民", "VAT ", "3.5", "。", "；", "𠮷"), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(""));
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("。"));

describe("cutting a long text", () => {
  it("loses no character, repeats none, and keeps every piece within the limit", () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 5, max: 200 }),
        (all, max) => {
          const text = tidy(all.join("\n"));
          const pieces = cut(text, max);
          expect(bare(pieces.join(""))).toBe(bare(text));
          expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(max);
        },
      ),
    );
  });

  it("breaks between sentences where it can", () => {
    const text = `${"甲".repeat(30)}。${"乙".repeat(30)}。${"丙".repeat(30)}。`;
    expect(cut(text, 40)).toEqual([`${"甲".repeat(30)}。`, `${"乙".repeat(30)}。`, `${"丙".repeat(30)}。`]);
  });

  it("does not tear 3.5 or a closing quote from its sentence", () => {
    expect(cut("他说：“税率3.5。”然后走了。", 12)).toEqual(["他说：“税率3.5。”", "然后走了。"]);
  });
});

describe("Markdown", () => {
  it("makes one passage a section and keeps the headings above it", () => {
    const { title, sections } = splitMarkdown("# 总题\n\n开头。\n\n## 甲\n一\n### 乙\n二\n## 丙\n三\n");
    expect(title).toBe("总题");
    expect(sections).toEqual([
      { path: [], text: "开头。" },
      { path: ["甲"], text: "一" },
      { path: ["甲", "乙"], text: "二" },
      { path: ["丙"], text: "三" },
    ]);
  });

  it("keeps deeper headings as text when told where to stop, and # in code as code", () => {
    expect(splitMarkdown("## 甲\n### 乙\n二\n```\n# 注释\n```\n", 2).sections).toEqual([
      { path: ["甲"], text: "### 乙\n二\n```\n# 注释\n```" },
    ]);
  });

  it("loses no word, a heading without text included", () => {
    const line = fc.oneof(
      sentence,
      sentence.map((text) => `# ${text}`),
      sentence.map((text) => `## ${text}`),
      sentence.map((text) => `#### ${text}`),
      fc.constant(""),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join("\n");
        const kept = everythingIn(splitMarkdown(text));
        for (const each of lines)
          expect(kept).toContain(bare(each.replace(/^#+\s+/, "").replace(/\s#*$/, "")));
        expect(kept.length === 0).toBe(bare(text.replace(/^#+\s*$/gm, "")) === "");
      }),
    );
  });

  it("packs short paragraphs of plain text together up to the limit", () => {
    const { sections } = splitPlain(
      Array.from({ length: 30 }, (_, i) => `${i}${"字".repeat(48)}`).join("\n\n"),
    );
    expect(sections.length).toBe(4);
    expect(sections.every(({ text }) => text.length <= PIECE_CHARS)).toBe(true);
  });
});

const LAW = `# 中华人民共和国某法

1994年10月27日 第八届全国人民代表大会常务委员会第十次会议通过

<!-- INFO END -->

序言一段。

## 第一编 总则

### 第一章 任务

第一条 为了保障权益，制定本法。

第二条 公民有下列权利：

（一）依照第一条 申请；

第三条规定的情形除外。

## 第二编 分则

第一百二十条之一 帮助活动的，处罚款。

## 附件

附件的文字。
`;

describe("a law", () => {
  it("is cut at its articles, with chapters as the path and its dates kept aside", () => {
    const { title, history, sections } = splitLaw(LAW);
    expect(title).toBe("中华人民共和国某法");
    expect(history).toEqual(["1994年10月27日 第八届全国人民代表大会常务委员会第十次会议通过"]);
    expect(sections.map(({ article, path }) => [article, path.join(" / ")])).toEqual([
      [undefined, ""],
      ["第一条", "第一编 总则 / 第一章 任务"],
      ["第二条", "第一编 总则 / 第一章 任务"],
      ["第一百二十条之一", "第二编 分则"],
      [undefined, "附件"],
    ]);
    expect(sections[2]?.text).toBe(
      "第二条 公民有下列权利：\n（一）依照第一条 申请；\n第三条规定的情形除外。",
    );
  });

  it("is known by its articles, also in plain text without marks or blanks", () => {
    const plain =
      "某市管理办法\n\n第一章 总则\n\n第一条为了管理，制定本办法。\n第二条本办法适用于本市。\n第三条由市政府负责。\n";
    expect(isLaw(plain)).toBe(true);
    expect(splitLaw(plain)).toMatchObject({
      title: "某市管理办法",
      sections: [{ article: "第一条" }, { article: "第二条" }, { article: "第三条", path: ["第一章 总则"] }],
    });
    expect(isLaw("第一条消息：放假。\n\n普通的通知。")).toBe(false);
  });

  it("cuts an article that is too long and names it on every piece", () => {
    const long = `第一条 ${"甲".repeat(300)}\n\n（一）${"乙".repeat(300)}\n\n（二）${"丙".repeat(300)}\n\n第二条 短。`;
    const { sections } = splitLaw(`# 法\n\n<!-- INFO END -->\n\n${long}`);
    expect(sections.map(({ article }) => article)).toEqual(["第一条", "第一条", "第一条", "第二条"]);
    expect(bare(sections.map(({ text }) => text).join(""))).toBe(bare(long));
  });

  it("never mixes two articles in a passage and loses no word, whatever stands in it", () => {
    const articles = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 4 }), {
      minLength: 3,
      maxLength: 12,
    });
    fc.assert(
      fc.property(articles, (all) => {
        const body = all.map((parts, i) => `第${i + 1}条 ${parts.join("\n\n")}`).join("\n\n");
        const outline = splitLaw(`# 名\n\n公布\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n${body}`);
        expect(bare(outline.sections.map(({ text }) => text).join(""))).toBe(bare(body));
        for (const { text, article } of outline.sections) {
          const starts = text.match(/^第\d+条(?=\s)/gm) ?? [];
          expect(starts.every((start) => start === article)).toBe(true);
          expect(text.length).toBeLessThanOrEqual(800);
        }
        expect([...new Set(outline.sections.map(({ article }) => article))]).toEqual(
          all.map((_, i) => `第${i + 1}条`),
        );
      }),
    );
  });

  it("reads numbers as laws write them", () => {
    expect(["十", "二十一", "一百零三", "一千二百六十", "42", "两百", "编"].map(chineseNumber)).toEqual([
      10,
      21,
      103,
      1260,
      42,
      200,
      Number.NaN,
    ]);
  });
});
