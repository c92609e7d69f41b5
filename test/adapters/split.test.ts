import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeOf } from "../../src/adapters/measure.ts";
import { splitText, withinCount } from "../../src/adapters/split.ts";

const inChars = (text: string, maxPiece: number) => splitText(text, { maxPiece, unit: "chars" });
const inBytes = (text: string, maxPiece: number) => splitText(text, { maxPiece, unit: "bytes" });
const inked = (text: string) => text.replace(/\s/g, "");

describe("splitting a long text", () => {
  it("leaves a text that fits as it is, and makes nothing of nothing", () => {
    expect(inChars("短。", 100)).toEqual(["短。"]);
    expect(inChars(" \n ", 100)).toEqual([]);
    expect(inChars("长".repeat(5_000), Infinity)).toHaveLength(1);
  });

  it("cuts between paragraphs before it cuts between sentences", () => {
    const [first, second] = inChars(`${"甲乙。".repeat(20)}\n\n${"丙丁。".repeat(20)}`, 100);
    expect(first).toBe("甲乙。".repeat(20));
    expect(second).toBe("丙丁。".repeat(20));
  });

  it("cuts after the end of a sentence, never inside a number", () => {
    const pieces = inChars(`${"每盒9.9元，共6盒。".repeat(30)}`, 100);
    expect(pieces.every((piece) => piece.endsWith("。"))).toBe(true);
    const english = inChars("It costs 9.9 yuan. ".repeat(30), 100);
    expect(english.every((piece) => piece.endsWith("yuan."))).toBe(true);
  });

  it("counts UTF-8 bytes where the platform does", () => {
    const pieces = inBytes("字".repeat(200), 100);
    expect(Math.max(...pieces.map((piece) => sizeOf(piece, "bytes")))).toBeLessThanOrEqual(100);
    expect(pieces.join("")).toBe("字".repeat(200));
  });

  it("closes code that it cuts and opens it again with its language", () => {
    const code = Array.from({ length: 20 }, (_, line) => `const line${line} = ${line};`).join("\n");
    const pieces = inChars(`看：\n\`\`\`ts\n${code}\n\`\`\`\n完`, 120);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect((piece.match(/^```/gm) ?? []).length % 2).toBe(0);
    expect(pieces[1]).toMatch(/^```ts\nconst line/);
    expect(pieces.at(-1)).toMatch(/完$/);
  });

  it("keeps a link and a joined emoji whole", () => {
    const link = "[办事指南](https://example.gov.cn/guide?id=1)";
    expect(inChars(`${"前".repeat(80)}${link}后`, 100)).toEqual(["前".repeat(80), `${link}后`]);
    const family = "👨‍👩‍👧‍👦";
    const pieces = inChars(`${"家".repeat(95)}${family}到`, 100);
    expect(pieces).toEqual(["家".repeat(95), `${family}到`]);
  });

  it("holds every character, in order, in pieces no longer than the limit", () => {
    const words = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("。", "\n\n", "\n", "，", " ", "👨‍👩‍👧‍👦", "e\u0301", "字".repeat(60), "a".repeat(130)),
    );
    const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join("").replace(/[`~]/g, ""));
    fc.assert(
      fc.property(text, fc.integer({ min: 100, max: 300 }), fc.boolean(), (text, maxPiece, isBytes) => {
        const unit = isBytes ? "bytes" : "chars";
        const pieces = splitText(text, { maxPiece, unit });
        for (const piece of pieces) expect(sizeOf(piece, unit)).toBeLessThanOrEqual(maxPiece);
        expect(inked(pieces.join(""))).toBe(inked(text));
        if (text.isWellFormed()) expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
      }),
    );
  });

  it("keeps code whole in the same way, fences aside", () => {
    const lines = fc.array(
      fc.constantFrom("```", "```ts", "~~~", "let a = 1;", "", "说明文字，很长。".repeat(9)),
      { maxLength: 40 },
    );
    const unfenced = (text: string) => inked(text.replace(/^(```(ts)?|~~~)$/gm, ""));
    fc.assert(
      fc.property(lines, fc.integer({ min: 100, max: 200 }), (lines, maxPiece) => {
        const text = lines.join("\n");
        const pieces = inChars(text, maxPiece);
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(maxPiece);
        expect(unfenced(pieces.join("\n"))).toBe(unfenced(text));
      }),
    );
  });

  it("cuts a megabyte of lines in well under a second", () => {
    const text = Array.from(
      { length: 20_000 },
      (_, line) => `${line} [见](https://a.cn/${line})，一行文字。`,
    );
    const pieces = inBytes(text.join("\n"), 2_048);
    expect(inked(pieces.join(""))).toBe(inked(text.join("")));
  });

  it("says so in the last piece when a platform takes no more", () => {
    expect(withinCount(["一", "二", "三"], 2, "后面还有")).toEqual(["一", "后面还有"]);
    expect(withinCount(["一", "二"], 2, "后面还有")).toEqual(["一", "二"]);
  });

  it("refuses a limit that no text could be cut to", () => {
    expect(() => inChars("字", 10)).toThrow(RangeError);
  });
});
