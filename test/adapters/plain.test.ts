import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/adapters/plain.ts";

describe("Markdown where nothing draws it", () => {
  it.each([
    ["a heading", "## 办理 *材料* ##", "【办理 材料】"],
    ["bullets and ticks", "- 一\n  * 二\n- [ ] 待办\n- [x] 已办", "• 一\n  • 二\n☐ 待办\n☑ 已办"],
    ["numbers", "1. **身份证** 原件\n2. 户口本", "1. 身份证 原件\n2. 户口本"],
    ["stress", "**粗** *斜* __粗__ _斜_ ~~划~~ ***都***", "粗 斜 粗 斜 划 都"],
    ["arithmetic and names", "3*4*5=60，snake_case_name，2 * 3", "3*4*5=60，snake_case_name，2 * 3"],
    ["a link", "见[指南](https://a.cn/x?y=1)。", "见指南（https://a.cn/x?y=1）。"],
    ["a bare link", "<https://a.cn> [https://b.cn](https://b.cn)", "https://a.cn https://b.cn"],
    ["a source mark", "免费[1]，当天办[2]", "免费[1]，当天办[2]"],
    ["code", "用 `a*b*c`：\n```ts\nconst a = **1**;\n```", "用 a*b*c：\nconst a = **1**;"],
    ["a quote and a rule", "> 原文\n\n---\n完", "原文\n\n————\n完"],
    ["escapes", "\\*不是斜体\\* \\[x]", "*不是斜体* [x]"],
    ["a call for everybody", "@所有人 @all 请看", "＠所有人 ＠all 请看"],
  ])("shows %s", (_, markdown, plain) => expect(plainText(markdown)).toBe(plain));

  it("reads a table row by row", () => {
    const table = "| 科室 | 位置 |\n|:--|---|\n| 消化内科 | 3 层 |\n| **急诊** | 1 层 |\n\n请带医保卡。";
    expect(plainText(table)).toBe("科室：消化内科\n位置：3 层\n\n科室：急诊\n位置：1 层\n\n请带医保卡。");
  });

  it("drops what could turn or steer a screen", () => {
    expect(plainText("安全\u001b[31m\u202e文字\u0007")).toBe("安全[31m文字");
  });

  it("keeps every word of any text", () => {
    const mark = fc.constantFrom(
      "**",
      "*",
      "_",
      "`",
      "# ",
      "- ",
      "> ",
      "|",
      "\n",
      "字",
      "word",
      " ",
      "[",
      "](",
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), (parts) => {
        const letters = (text: string) => text.replace(/[^\p{L}]/gu, "");
        const source = parts.join("");
        expect(letters(plainText(source)).length).toBeGreaterThanOrEqual(letters(source).length);
      }),
    );
  });

  it("is done with hostile marks at once", () => {
    const marks = ["*", "[", "`", "_", "~", "|", "<https://", "\\", "**a ", "`` ` ", "[a](", "__ a", "~~a ~"];
    for (const mark of marks) expect(plainText(`字 ${mark.repeat(20_000)}`)).toContain("字");
  });
});
