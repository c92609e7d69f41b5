import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bufferSentences, sentencesOf } from "../../../src/agent/guards/sentences.ts";

describe("cutting into sentences", () => {
  it.each([
    ["带身份证。再填表。", ["带身份证。", "再填表。"]],
    ["带身份证。[1]再填表。[2]", ["带身份证。[1]", "再填表。[2]"]],
    ["1. 身份证\n2. 户口簿\n", ["1. 身份证\n", "2. 户口簿\n"]],
    ["Bring ID. Fill in the form! Ready?\n", ["Bring ID. ", "Fill in the form! ", "Ready?\n"]],
    ["费用 1.5 元；见 https://a.cn/x?id=1 吧", ["费用 1.5 元；", "见 https://a.cn/x?id=1 吧"]],
    ["他说：“可以。”然后走了", ["他说：“可以。”", "然后走了"]],
  ])("%j", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it("loses and adds nothing, however the stream is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(..."。！.!? \n[1]a甲5") })), (deltas) => {
        const buffer = bufferSentences();
        const pieces = [...deltas.flatMap((delta) => buffer.push(delta)), ...buffer.end()];
        expect(pieces.join("")).toBe(deltas.join(""));
      }),
    );
  });

  it("keeps a citation mark with its sentence, wherever the stream is cut", () => {
    for (let at = 0; at <= 8; at++) {
      const text = "甲乙。[12]丙";
      const buffer = bufferSentences();
      const pieces = [...buffer.push(text.slice(0, at)), ...buffer.push(text.slice(at)), ...buffer.end()];
      expect(pieces).toEqual(["甲乙。[12]", "丙"]);
    }
  });

  it("does not wait for ever for the end of a very long line", () => {
    expect(bufferSentences().push("字".repeat(700))).toHaveLength(1);
  });
});
