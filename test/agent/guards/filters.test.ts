import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dropMarkup, dropMarkupInStream } from "../../../src/agent/guards/markup.ts";
import { dropThoughts, type StreamFilter } from "../../../src/agent/guards/thought.ts";

/** The text that comes out when it goes in cut at these places. */
function through(filter: StreamFilter, text: string, cuts: readonly number[]): string {
  const places = [...cuts.map((cut) => cut % (text.length + 1)), 0, text.length].toSorted((a, b) => a - b);
  const deltas = places.slice(1).map((place, index) => text.slice(places[index], place));
  return deltas.map((delta) => filter.push(delta)).join("") + filter.end();
}

const anyCuts = fc.array(fc.nat(200), { maxLength: 12 });

describe("thoughts", () => {
  it.each([
    ["<think>想</think>答", "答"],
    ["前<think>想 < 5 </think>后<think>再想</think>完", "前后完"],
    ["<thinking>hm</thinking>answer", "answer"],
    ["3 < 5 and 7 > 6", "3 < 5 and 7 > 6"],
    ["答<think>没有结束", "答"],
  ])("%s: shows %s, wherever the stream is cut", (text, shown) => {
    fc.assert(
      fc.property(anyCuts, (cuts) => {
        expect(through(dropThoughts(), text, cuts)).toBe(shown);
      }),
    );
  });

  it("takes all before a lone closing tag for a thought", () => {
    let orphans = 0;
    expect(
      through(
        dropThoughts(() => orphans++),
        "想了想</think>答",
        [],
      ),
    ).toBe("答");
    expect(orphans).toBe(1);
  });
});

describe("tool markup that leaked", () => {
  it.each([
    [
      '甲<｜DSML｜function_calls><｜DSML｜invoke name="x">秘密</｜DSML｜invoke></｜DSML｜function_calls>乙',
      "甲乙",
    ],
    ["甲<|tool_call_end|>乙", "甲乙"],
    ['甲<tool_call>{"name":"x"}</tool_call>乙', "甲乙"],
    ["甲<｜tool▁calls▁begin｜>秘密<｜tool▁calls▁end｜>乙", "甲乙"],
    ["甲<｜DSML｜function_calls>没有结束", "甲"],
    ["金额 < 500 元，年龄 > 18", "金额 < 500 元，年龄 > 18"],
    ["带上身份证[1]和表", "带上身份证[1]和表"],
  ])("%s: shows %s, wherever the stream is cut", (text, shown) => {
    expect(dropMarkup(text)).toBe(shown);
    fc.assert(
      fc.property(anyCuts, (cuts) => {
        expect(through(dropMarkupInStream(), text, cuts)).toBe(shown);
      }),
    );
  });
});
