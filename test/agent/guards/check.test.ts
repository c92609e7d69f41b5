import { describe, expect, it } from "vitest";
import { gatherEvidence } from "../../../src/agent/evidence.ts";
import { checkSentence } from "../../../src/agent/guards/check.ts";
import { orderCitations } from "../../../src/agent/guards/citations.ts";
import { dropLinks, addressesIn } from "../../../src/agent/guards/links.ts";
import { disarmMentions } from "../../../src/agent/guards/mentions.ts";

describe("links", () => {
  const allowed = addressesIn("网上办：https://zwfw.example.gov.cn/birth?id=1，邮箱 a@example.gov.cn");

  it.each([
    ["见 https://zwfw.example.gov.cn/birth?id=1。", "见 https://zwfw.example.gov.cn/birth?id=1。"],
    [
      "见 [办事网](https://zwfw.example.gov.cn/birth?id=1)",
      "见 [办事网](https://zwfw.example.gov.cn/birth?id=1)",
    ],
    ["上 zwfw.example.gov.cn 办", "上 zwfw.example.gov.cn 办"],
    ["见 https://evil.example/pay 缴费", "见  缴费"],
    ["见 [官网](http://evil.example)", "见 官网"],
    ["见 [http://evil.example](http://evil.example)", "见 "],
    ["见 <https://evil.example|官网>", "见 官网"],
    ["上 evil-site.com/x 办", "上  办"],
    ["写信到 b@evil.com", "写信到 "],
    ["![x](https://zwfw.example.gov.cn/p.png)图", "图"],
    ["javascript:alert", ""],
    ["费用 1.5 元，见 3.2 节", "费用 1.5 元，见 3.2 节"],
  ])("%s", (text, safe) => {
    expect(dropLinks(text, allowed)).toBe(safe);
  });
});

describe("mentions", () => {
  it.each([
    "@所有人 开会",
    "＠全体成员",
    "@all hi",
    "@here",
    "<!channel>",
    "<!here|here>",
    "<!subteam^S1|@team>",
    "<@U123>",
    "<@all>",
  ])("%s: calls nobody", (text) => {
    expect(disarmMentions(text)).not.toMatch(/[@＠](?:所有人|全体成员|all|here|channel|U123|team)|<[!@]/);
  });

  it("leaves an e-mail address and a plain name alone", () => {
    expect(disarmMentions("a@allied.cn 张三")).toBe("a@allied.cn 张三");
  });
});

describe("citation marks", () => {
  it("numbers known sources by first mention and drops unknown ones", () => {
    const order = orderCitations((source) => source <= 3);
    expect(order.mark("甲[3]乙【1】丙［3］丁[9]戊[^2]己[1, 3]")).toBe("甲[1]乙[2]丙[1]丁戊[3]己[2][1]");
    expect(order.cited()).toEqual([3, 1, 2]);
  });

  it("does not take a link for a mark", () => {
    expect(orderCitations(() => true).mark("[1](https://a.cn)")).toBe("[1](https://a.cn)");
  });
});

describe("a sentence before it is shown", () => {
  const grounds = gatherEvidence([
    "依据《中华人民共和国母婴保健法》第二十三条，三十日内办理。",
    "https://a.gov.cn/x",
  ]);

  it.each([
    ["依据《中华人民共和国母婴保健法》第23条办理。", true],
    ["30 天内办好就行。", true],
    ["请看 https://a.gov.cn/x 上的说明。", true],
    ["依据《不存在的办法》办理。", false],
    ["依据母婴保健法第八十八条办理。", false],
    ["请到 https://evil.example 缴费。", false],
    ["![点](https://a.gov.cn/x.png)", false],
  ])("%s: shown %s", (sentence, isShown) => {
    expect(checkSentence(sentence, grounds) !== "").toBe(isShown);
  });

  it("learns what a tool found in the middle of the turn", () => {
    expect(checkSentence("费用 77 元。", grounds)).toBe("");
    grounds.add("费用 77 元");
    expect(checkSentence("费用 77 元。", grounds)).toBe("费用 77 元。");
  });
});
