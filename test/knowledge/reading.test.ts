import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/files/decode.ts";
import { readTextDocument } from "../../src/knowledge/read/document.ts";
import { readLinePassages } from "../../src/knowledge/read/line-passages.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

// 中华人民共和国母婴保健法 as older offices save it
const GB18030 = Uint8Array.from(
  "d6d0bbaac8cbc3f1b9b2bacdb9fac4b8d3a4b1a3bda1b7a8".match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);

describe("a file's bytes", () => {
  it("are read as UTF-8, with or without a mark, and as GB18030", () => {
    expect(decodeText(utf8("出生证\r\n第二行")).text).toBe("出生证\n第二行");
    expect(decodeText(utf8("\u{feff}出生证")).text).toBe("出生证");
    expect(decodeText(GB18030).text).toBe("中华人民共和国母婴保健法");
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xfa, 0x51)).text).toBe("出");
  });

  it("of a binary or empty file are refused in one line, in both languages", () => {
    const refusals = [
      utf8("%PDF-1.7 text"),
      Uint8Array.of(0x50, 0x4b, 3, 4, 20),
      Uint8Array.of(1, 2, 0, 3),
      new Uint8Array(),
      utf8("  \n \t\n"),
      Uint8Array.from({ length: 400 }, (_, i) => ((i * 7919) % 126) + 129),
    ].map((bytes) => decodeText(bytes).refusal);
    expect(refusals.map((refusal) => refusal?.reason.en)).toEqual([
      "a binary file (PDF)",
      "a binary file (Office/ZIP)",
      "a binary file (NUL)",
      "the file is empty",
      "there is no text in the file",
      "neither UTF-8 nor GB18030 text; a binary file or another encoding",
    ]);
    expect(refusals.every((refusal) => refusal !== undefined && /^[^\n]+$/.test(refusal.reason.zh))).toBe(
      true,
    );
  });
});

describe("a text file", () => {
  it("gives passages with title, headings and what its front matter says", () => {
    const { passages } = readTextDocument(
      "---\ntitle: 值班表\nregion: 天津\nvalid_to: 2026-12-31\nextra: [1]\n---\n## 白班\n张三\n\n## 夜班\n李四\n",
      "notes/duty.md",
    );
    expect(passages).toMatchObject([
      {
        id: "notes/duty.md#0",
        title: "值班表",
        path: ["值班表", "白班"],
        text: "张三",
        region: "天津",
        validTo: "2026-12-31",
      },
      { id: "notes/duty.md#1", path: ["值班表", "夜班"], order: 1, language: "zh" },
    ]);
  });

  it("keeps what only looks like front matter as text", () => {
    const { passages } = readTextDocument("---\n: : :\n\t-\n---\n正文", "a.md");
    expect(passages.map(({ text }) => text).join("")).toContain("正文");
    expect(passages.map(({ text }) => text).join("")).toContain(": : :");
  });

  it("takes front matter that multiplies or nests without end for text", () => {
    const multiplying = "---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: 假题\n---\n正文";
    const nesting = `---\n${"[".repeat(15_000)}\n---\n正文`;
    for (const content of [multiplying, nesting]) {
      const { passages } = readTextDocument(content, "甲.md");
      expect(passages.at(-1)?.text).toContain("正文");
      expect(passages[0]?.title).toBe("甲");
    }
  });

  it("takes what stands beside it where it says nothing itself", () => {
    const beside = ["region: 济南\nsource: 市局\naliases: [水]\n", "valid_to: 2026-12-31\n"];
    const { passages } = readTextDocument(
      "---\nsource: 第5号\naliases: [断水]\n---\n停水。",
      "a.md",
      undefined,
      beside,
    );
    expect(passages).toMatchObject([
      { region: "济南", source: "第5号", validTo: "2026-12-31", aliases: ["水", "断水"], text: "停水。" },
    ]);
  });

  it("keeps a law's history as what is known of the document, not as something to answer from", () => {
    const { meta, passages } = readTextDocument(
      "# 某法\n\n1994年10月27日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 乙。\n",
      "某法.md",
    );
    expect(meta).toEqual({ title: "某法", kind: "statute", history: ["1994年10月27日 通过"] });
    expect(passages.map(({ article, source, text }) => [article, source, text])).toEqual([
      ["第一条", "某法", "第一条 甲。"],
      ["第二条", "某法", "第二条 乙。"],
    ]);
  });
});

describe("a file of passages, one a line", () => {
  it("keeps each line's own id and finds the article in the title", () => {
    const { passages } = readLinePassages(
      '{"id":"g1","title":"民法典第五条之一","text":"甲"}\n\n{"id":"g2","text":"one"}',
      "x.jsonl",
    );
    expect(passages).toMatchObject([
      { id: "g1", articleId: "g1", article: "第五条之一", source: "民法典第五条之一", language: "zh" },
      { id: "g2", language: "en" },
    ]);
  });

  it("names broken lines and second ids and keeps the rest", () => {
    const { passages, faults } = readLinePassages(
      '{"id":"a","text":"甲"}\n{"id":"a","text":"乙"}\n{"id":"b"}\nno',
      "x.jsonl",
    );
    expect(passages.map(({ text }) => text)).toEqual(["甲"]);
    expect(faults.map(({ line, field }) => [line, field])).toEqual([
      [3, "text"],
      [4, undefined],
      [2, "id"],
    ]);
  });
});
