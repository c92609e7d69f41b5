import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { emsOf } from "../../../src/documents/layout/measure.ts";
import { titleLines } from "../../../src/documents/layout/title-lines.ts";

const WIDEST = 19;

describe("a title", () => {
  it("stays in one line while it fits", () => {
    expect(titleLines("关于开展节前食品安全检查的通知", WIDEST)).toHaveLength(1);
  });

  it("parts between the organ and its subject", () => {
    expect(titleLines("云溪区市场监督管理局关于增设河沿街快速检测点的请示", WIDEST)).toEqual([
      "云溪区市场监督管理局",
      "关于增设河沿街快速检测点的请示",
    ]);
  });

  it("tears no words, numbers or names of months", () => {
    const [, second = ""] = titleLines("云溪区市场监督管理局关于第三季度食品安全监督检查情况的报告", WIDEST);
    expect(second.startsWith("季度")).toBe(false);
    const lines = titleLines("云溪区人民政府办公室关于印发云溪区突发公共卫生事件应急预案的通知", WIDEST);
    expect(lines.some((line) => line.startsWith("发"))).toBe(false);
  });

  it("never leaves a kind of document or a mark alone at a line's head", () => {
    const lines = titleLines(
      "关于转发《市市场监督管理局关于进一步加强电梯安全监管工作的若干意见》的通知",
      WIDEST,
    );
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[》的，、]/);
  });

  it("loses no character and is never wider than the page, whatever it says", () => {
    const title = array(constantFrom(..."关于开展食品安全检查的通知《》（）和第三季度2026年局区"), {
      minLength: 1,
      maxLength: 60,
    });
    assert(
      property(title, (characters) => {
        const text = characters.join("");
        const lines = titleLines(text, WIDEST);
        expect(lines.join("")).toBe(text);
        for (const line of lines) expect(emsOf(line)).toBeLessThanOrEqual(WIDEST);
      }),
      { numRuns: 60 },
    );
  });

  it("gives a text of a thousand characters back at once, cut by width", () => {
    const text = "关于开展食品安全检查".repeat(100);
    expect(titleLines(text, WIDEST).join("")).toBe(text);
  });
});
