import { describe, expect, it } from "vitest";
import type { ToolResult } from "../../src/tools/define.ts";
import { z } from "zod";
import { defineTool } from "../../src/tools/define.ts";
import { PHRASES } from "../../src/agent/offline/phrases.ts";
import { BIRTH_CARD, FOUND, PACK, passage, resultOf, searchTool, stage, turnOf } from "./stage.ts";

const ask = async (text: string, result: ToolResult = FOUND, more: Parameters<typeof turnOf>[1] = {}) =>
  stage({ tool: searchTool(result).tool }).runner.answer(turnOf(text, more).turn);

describe("a question without any model", () => {
  it("gets the conclusion first, then papers, place, time and fee, with the source", async () => {
    const reply = await ask("娃的出生证咋办呀");
    expect(reply.text).toBe(
      [
        "由接生的医院签发，一般出院前后就能办。[1]",
        "**材料**",
        "1. 父母双方有效身份证件原件\n2. 首次签发登记表（医院现场填）",
        "**渠道**：出生医院的出生证窗口。",
        "**时限**：当场办结，最长 5 个工作日。",
        "**费用**：首次签发不收费。",
      ].join("\n\n"),
    );
    expect(reply).toMatchObject({ mode: "offline", model: "", agent: "desk", asks: [] });
    expect(reply.citations).toEqual([
      {
        title: "出生医学证明首次签发",
        source: "《中华人民共和国母婴保健法》第二十三条",
        region: "全国",
        checkedOn: "2026-11-23",
      },
    ]);
    expect(reply.notices).toEqual(["未接入大模型，以上为知识库原文整理"]);
    expect(reply.tools).toEqual([{ name: "search_knowledge", ms: expect.any(Number), ok: true }]);
    expect(reply.failure).toBeUndefined();
  });

  it.each([
    ["出生证要带什么材料", "材料", ["费用", "渠道"]],
    ["办出生证要多少钱", "费用", ["材料", "渠道"]],
    ["出生证多久能办好", "时限", ["材料", "费用"]],
    ["办出生证的流程", "步骤", ["材料", "费用"]],
  ])("%s: is answered with the conclusion and just that part", async (text, part, others) => {
    const reply = await ask(text);
    expect(reply.text).toMatch(/^由接生的医院签发/);
    expect(reply.text).toContain(`**${part}**`);
    for (const other of others) expect(reply.text).not.toContain(`**${other}**`);
  });

  it("asks for the city instead of naming a figure that differs from place to place", async () => {
    const result = { ...FOUND, withheld: ["窗口时间"], asks: ["您在哪个城市（区县）办理？"] };
    const reply = await ask("出生证窗口几点开门", result);
    expect(reply.text).toBe(
      "由接生的医院签发，一般出院前后就能办。[1]\n\n窗口时间各地不一样。您在哪个城市（区县）办理？",
    );
    expect(reply.asks).toEqual(["您在哪个城市（区县）办理？"]);
  });

  it("asks on its own account when the tool has no question ready", async () => {
    const reply = await ask("出生证加急费用要多少钱", { ...FOUND, withheld: ["加急费用"] });
    expect(reply.text).toContain("加急费用各地不一样。您在哪个城市（区县）办理？");
    expect(reply.asks).toHaveLength(1);
  });

  it("says that it holds nothing on that city, and who does, once the city is known", async () => {
    const reply = await ask(
      "出生证窗口几点开门",
      { ...FOUND, withheld: ["窗口时间"] },
      { known: { region: "杭州" } },
    );
    expect(reply.text).toContain("我这里没有杭州的窗口时间，可以问政务服务便民热线 12345。");
    expect(reply.asks).toEqual([]);
  });

  it("answers from a card of that very city", async () => {
    const local = BIRTH_CARD.map((piece) => ({ ...piece, region: "杭州市" }));
    const reply = await ask(
      "出生证窗口几点开门",
      { ...FOUND, passages: local },
      { known: { region: "杭州" } },
    );
    expect(reply.text).toContain("**渠道**：出生医院的出生证窗口。");
    expect(reply.text).not.toContain("各地不一样");
  });

  it("says in one line that it does not know, and who does", async () => {
    const nothing = { text: "nothing", isAnswerable: false, passages: [passage({ text: "别的事。" })] };
    const reply = await ask("火星上怎么落户", nothing);
    expect(reply.text).toBe("我没有可靠来源回答这个问题。可以问政务服务便民热线 12345，或回复“转人工”。");
    expect(reply.actions).toEqual([]);
    expect(reply.handover).toEqual({ to: "政务服务便民热线 12345", reason: "知识库里没有可靠来源" });
    expect(reply.citations).toEqual([]);
    expect((await ask("火星上的税怎么交", nothing)).text).toContain("纳税服务热线 12366");
  });

  it("quotes the best articles of a law with title and number", async () => {
    const law = (article: string, text: string, order: number) =>
      passage({ articleId: "law", title: "中华人民共和国民法典", source: "民法典", article, text, order });
    const reply = await ask(
      "借钱不还怎么办",
      resultOf([
        law("第六百七十五条", "第六百七十五条 借款人应当按照约定的期限返还借款。", 0),
        law("第六百七十六条", "借款人未按照约定的期限返还借款的，应当按照约定支付逾期利息。", 1),
        law("第六百七十七条", "多余的一条。", 2),
      ]),
    );
    expect(reply.text).toBe(
      "《中华人民共和国民法典》第六百七十五条：借款人应当按照约定的期限返还借款。[1]\n\n" +
        "《中华人民共和国民法典》第六百七十六条：借款人未按照约定的期限返还借款的，应当按照约定支付逾期利息。[2]",
    );
    expect(reply.citations.map(({ article }) => article)).toEqual(["第六百七十五条", "第六百七十六条"]);
  });

  it("offers what comes near as buttons, cites nothing and names who knows", async () => {
    const reply = await ask("我55了养老才交了11年，怎么搞", {
      text: "nothing",
      isAnswerable: false,
      near: ["养老金最少要交多少年", "多缴的税怎么退"],
    });
    expect(reply.text).toContain("是不是下面的哪一项");
    expect(reply.text).toMatch(/1\. 养老金最少要交多少年\n2\. 多缴的税怎么退$/);
    expect(reply.actions.map(({ text }) => text)).toEqual(["养老金最少要交多少年", "多缴的税怎么退"]);
    expect(reply.citations).toEqual([]);
    expect(reply.handover?.to).toContain("12345");
  });

  it("puts a word of doubt before what is only likely meant", async () => {
    const reply = await ask("老板压了我工资", { ...FOUND, isGuess: true });
    expect(reply.text).toMatch(/^不确定这是不是您要问的，最接近的是：\n\n由接生的医院签发/);
    expect(reply.citations).toHaveLength(1);
  });

  it("answers in English from an English card", async () => {
    const card = [
      passage({
        path: ["In short"],
        text: "The hospital of birth issues it.",
        language: "en",
        title: "Birth certificate",
      }),
      passage({
        path: ["Bring"],
        text: "1. Both parents' identity documents",
        order: 1,
        language: "en",
        title: "Birth certificate",
      }),
      passage({ path: ["Fee"], text: "Free.", order: 2, language: "en", title: "Birth certificate" }),
    ];
    const reply = await ask("How do I get a birth certificate?", resultOf(card));
    expect(reply.text).toBe(
      "The hospital of birth issues it.[1]\n\n**Bring**\n\n1. Both parents' identity documents\n\n**Fee**: Free.",
    );
    expect(reply.notices).toEqual(["working without a model: quoted from the knowledge base"]);
  });

  it("says so when the source is in the other language", async () => {
    const reply = await ask("How do I get a birth certificate?");
    expect(reply.text).toMatch(/^The source is in Chinese and quoted as it stands:\n\n由接生的医院签发/);
  });

  it("finds the part that a question means by its words, even when it does not name it", async () => {
    const card = [
      ...BIRTH_CARD,
      passage({ path: ["注意"], text: "还没取好名字的，可以等名字定了再办。", order: 6 }),
    ];
    const reply = await ask("孩子的出生证，还没取名", resultOf(card));
    expect(reply.text).toContain("**注意**：还没取好名字的，可以等名字定了再办。");
    expect(reply.text).not.toContain("**费用**");
  });

  it("answers whether something may be done with the conditions before the papers", async () => {
    const card = [...BIRTH_CARD, passage({ path: ["条件"], text: "在有助产资质的医院出生。", order: 6 })];
    const { text } = await ask("出生证现在可以办吗", resultOf(card));
    expect(text.indexOf("**条件**")).toBeGreaterThan(0);
    expect(text.indexOf("**条件**")).toBeLessThan(text.indexOf("**材料**"));
  });

  it.each([
    [
      "帮我查下我社保交了几个月",
      "个人档案和办理进度要由人工核实身份后查。请联系人工：政务服务便民热线 12345。",
    ],
    ["我要投诉你们窗口", "投诉和举报由人工受理。请联系人工：政务服务便民热线 12345。"],
    [
      "这个协议你说我该不该签",
      "您自己的案子怎么选，要由专业人员看过材料再说。请联系人工：政务服务便民热线 12345。",
    ],
  ])("%s: names the person who must take it, and looks nothing up", async (text, words) => {
    const { tool, queries } = searchTool();
    const reply = await stage({ tool }).runner.answer(turnOf(text).turn);
    expect(reply.text).toBe(words);
    expect(reply.handover?.to).toBe("政务服务便民热线 12345");
    expect(queries).toEqual([]);
  });

  it.each(["帮我查一下出生证怎么办", "举报电话是多少", "签合同要注意什么"])(
    "%s: is a question like any other",
    async (text) => {
      expect((await ask(text)).text).toContain("由接生的医院签发");
    },
  );

  it("reads a follow-up together with the question before it", async () => {
    const { tool, queries } = searchTool();
    const history = [
      { question: "出生证怎么办", answer: "由接生的医院签发。" },
      { question: "多久能好", answer: "当场。" },
    ];
    const reply = await stage({ tool }).runner.answer(turnOf("那费用呢", { history }).turn);
    expect(queries).toEqual(["出生证怎么办 那费用呢"]);
    expect(reply.text).toContain("**费用**：首次签发不收费。");
  });

  it("greets and takes thanks without looking anything up", async () => {
    const { tool, queries } = searchTool();
    const { runner } = stage({ tool });
    expect((await runner.answer(turnOf("你好").turn)).text).toBe(
      "您好，这里是政务服务窗口。请直接说要办什么事。",
    );
    expect((await runner.answer(turnOf("thanks!").turn)).text).toBe("You are welcome.");
    expect(queries).toEqual([]);
  });

  it("stays short: a long list is cut at a whole line, with the way to the rest", async () => {
    const items = Array.from(
      { length: 30 },
      (_, place) => `${place + 1}. 第${place + 1}样材料的名称写在这里`,
    );
    const card = [
      passage({ path: ["结论"], text: "到窗口办。" }),
      passage({ path: ["材料"], text: items.join("\n"), order: 1 }),
    ];
    const reply = await ask("怎么办理这件事", resultOf(card));
    expect(reply.text.length).toBeLessThan(420);
    expect(reply.text).toMatch(/\n……（回复“材料”看全部）$/);
  });

  it("says nothing but quotations and phrases of the table", async () => {
    const questions = ["出生证怎么办", "出生证几点开门", "出生证材料", "加急费用多少钱", "出生证注意什么"];
    const ours = Object.values(PHRASES).flatMap(({ zh }) =>
      zh.split(/\{\w+\}/).filter((part) => part !== ""),
    );
    const quoted = BIRTH_CARD.flatMap(({ text, path, local }) => [...text.split("\n"), ...path, ...local]);
    for (const question of questions) {
      let rest = (await ask(question)).text;
      const parts = [...quoted, ...ours, "[1]", "**", "\n"].toSorted(
        (one, other) => other.length - one.length,
      );
      for (const part of parts) rest = rest.replaceAll(part, "");
      expect(rest).toBe("");
    }
  });
});

describe("tools chosen by rule", () => {
  const calculator = defineTool({
    name: "calculate_tax",
    description: "Works out a tax.",
    roles: ["citizen"],
    input: z.object({ salary: z.number() }),
    async run({ salary }) {
      if (salary === 0) return { text: "missing", asks: ["您全年的收入是多少？"] };
      const plain = `全年收入 ${salary} 元，应纳税 0 元。`;
      return { text: plain, plain, citations: [{ title: "个人所得税法", source: "《个人所得税法》第三条" }] };
    },
  });
  const rules = [
    {
      tool: "calculate_tax",
      read: (words: string) =>
        words.includes("税") ? { salary: Number(/\d+/.exec(words)?.[0] ?? 0) } : null,
    },
  ];
  const pack = { ...PACK, tools: ["search_knowledge", "calculate_tax"] };

  it("calculates where a rule can read the words, and shows the steps and the source", async () => {
    const search = searchTool();
    const { runner } = stage({ pack, rules, tools: [search.tool, calculator] });
    const reply = await runner.answer(turnOf("年薪60000要交多少税").turn);
    expect(reply.text).toBe("全年收入 60000 元，应纳税 0 元。[1]");
    expect(reply.citations).toEqual([{ title: "个人所得税法", source: "《个人所得税法》第三条" }]);
    expect(search.queries).toEqual([]);
  });

  it("puts the tool's question to the person when something is missing", async () => {
    const { runner } = stage({ pack, rules, tools: [searchTool().tool, calculator] });
    const reply = await runner.answer(turnOf("要交多少税").turn);
    expect(reply.text).toBe("您全年的收入是多少？");
    expect(reply.asks).toEqual(["您全年的收入是多少？"]);
  });

  it("looks a telephone number up by what it is for", async () => {
    const asked: unknown[] = [];
    const table = defineTool({
      name: "look_up_table",
      description: "Reads rows.",
      roles: ["citizen"],
      input: z.object({ words: z.string(), table: z.string() }),
      async run(input) {
        asked.push(input);
        return { text: "12393", plain: "医疗保障服务热线 12393" };
      },
    });
    const { runner } = stage({
      pack: { ...PACK, tools: ["search_knowledge", "look_up_table"] },
      tools: [searchTool().tool, table],
    });
    expect((await runner.answer(turnOf("医保的事打哪个电话问").turn)).text).toBe("医疗保障服务热线 12393");
    expect(asked).toEqual([{ words: "医保", table: "hotlines" }]);
  });

  it("searches where no rule can read the words, and where the tool is not allowed", async () => {
    const search = searchTool();
    const { runner } = stage({ rules, tools: [search.tool, calculator] });
    await runner.answer(turnOf("出生证怎么办").turn);
    await runner.answer(turnOf("年薪60000要交多少税").turn);
    expect(search.queries).toEqual(["出生证怎么办", "年薪60000要交多少税"]);
  });

  it("searches when the chosen tool fails", async () => {
    const broken = { ...calculator, run: () => Promise.reject(new Error("broken")) };
    const search = searchTool();
    const { runner, log } = stage({ pack, rules, tools: [search.tool, broken] });
    const reply = await runner.answer(turnOf("年薪60000要交多少税").turn);
    expect(reply.text).toContain("由接生的医院签发");
    expect(log).toHaveLength(1);
  });
});
