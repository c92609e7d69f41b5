import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Exchange } from "../../src/core/turn.ts";
import { type FakeDeepSeek, startFakeDeepSeek } from "../fakes/deepseek-server.ts";
import { MODES } from "../fakes/deepseek-modes.ts";
import { ending, speak, stream } from "../fakes/deepseek-wire.ts";
import { endpointAt, PACK, passage, resultOf, searchTool, stage, turnOf } from "./stage.ts";

let fake: FakeDeepSeek;
beforeEach(async () => {
  fake = await startFakeDeepSeek();
});
afterEach(() => fake.close());

const messages = (at: number) => fake.requests.at(at)?.body.messages ?? [];

describe("a turn with a model", () => {
  it("looks it up, streams whole sentences, and cites what it quotes", async () => {
    const { tool, queries } = searchTool();
    const { runner } = stage({ tool, endpoints: [endpointAt(fake.url)] });
    const { turn, seen, shown } = turnOf("娃的出生证咋办呀");
    const reply = await runner.answer(turn);
    expect(queries).toEqual(["娃的出生证咋办呀"]);
    expect(seen[0]).toEqual({ type: "tool", name: "search_knowledge" });
    expect(reply).toMatchObject({
      agent: "desk",
      mode: "model",
      model: "deepseek-flash",
      masked: 0,
      notices: [],
    });
    expect(reply.text).toBe("由接生的医院签发，一般出院前后就能办。[1]");
    expect(reply.citations).toMatchObject([
      { title: "出生医学证明首次签发", region: "全国", checkedOn: "2026-11-23" },
    ]);
    expect(reply.usage.inputTokens).toBe(
      fake.requests.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    );
    expect(reply.usage.cachedTokens).toBeGreaterThan(0);
    expect(shown()).toBe(`${reply.text}\n`);
  });

  it("never shows half a sentence", async () => {
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const { turn, seen } = turnOf("出生证怎么办");
    await runner.answer(turn);
    const pieces = seen.flatMap((event) => (event.type === "text" ? [event.delta] : []));
    expect(pieces.every((piece) => /[。\n]$|\]$/.test(piece))).toBe(true);
  });

  it("says hello without looking anything up", async () => {
    fake.behave(() => stream(...speak("您好，请说说要办什么事。"), ...ending("stop")));
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const reply = await runner.answer(turnOf("你好").turn);
    expect(reply.text).toBe("您好，请说说要办什么事。");
    expect(reply.citations).toEqual([]);
    expect(reply.notices).toEqual([]);
  });

  it("warns below a long answer that was given without looking anything up", async () => {
    fake.behave(() => stream(...speak("这件事要看具体情况。".repeat(8)), ...ending("stop")));
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const reply = await runner.answer(turnOf("离婚财产怎么分").turn);
    expect(reply.notices).toEqual(["这段回答没有引用来源，请以窗口答复为准"]);
  });

  it("throws the small talk away that a model says before it uses a tool", async () => {
    fake.behave((scene) => {
      const plan = MODES.ok(scene);
      return scene.index === 0 ? stream(...speak("好的，我来查一下。"), ...plan.moves) : plan;
    });
    const reply = await stage({ endpoints: [endpointAt(fake.url)] }).runner.answer(
      turnOf("出生证怎么办").turn,
    );
    expect(reply.text).not.toContain("我来查一下");
  });

  it("leaves out a sentence with a number that nothing supports, and says that it did", async () => {
    fake.behave((scene) =>
      scene.index === 0
        ? MODES.ok(scene)
        : stream(...speak("由接生的医院签发。[1]最长 5 个工作日。[1]加急费 200 元。"), ...ending("stop")),
    );
    const reply = await stage({ endpoints: [endpointAt(fake.url)] }).runner.answer(
      turnOf("出生证怎么办").turn,
    );
    expect(reply.text).toBe("由接生的医院签发。[1]最长 5 个工作日。[1]");
    expect(reply.notices).toEqual(["已略去 1 句没有来源支持的话"]);
  });

  it("numbers the sources in the order in which the answer cites them", async () => {
    const { tool } = searchTool(
      resultOf([
        passage({ text: "甲。" }),
        passage({ articleId: "law", title: "母婴保健法", source: "法", text: "乙。" }),
      ]),
    );
    fake.behave((scene) =>
      scene.index === 0 ? MODES.ok(scene) : stream(...speak("乙。[2]甲。【1】丙。[9]"), ...ending("stop")),
    );
    const reply = await stage({ tool, endpoints: [endpointAt(fake.url)] }).runner.answer(
      turnOf("出生证怎么办").turn,
    );
    expect(reply.text).toBe("乙。[1]甲。[2]丙。");
    expect(reply.citations.map(({ title }) => title)).toEqual(["母婴保健法", "出生医学证明首次签发"]);
  });

  it("hands over to a person when nothing reliable was found", async () => {
    const { tool } = searchTool({ text: "nothing", isAnswerable: false });
    fake.behave((scene) =>
      scene.index === 0 ? MODES.ok(scene) : stream(...speak("我不知道，请问 12366。"), ...ending("stop")),
    );
    const { runner } = stage({ tool, endpoints: [endpointAt(fake.url)] });
    const reply = await runner.answer(turnOf("火星上的税怎么交").turn);
    expect(reply.handover).toEqual({ to: "纳税服务热线 12366", reason: "知识库里没有可靠来源" });
  });

  it("names a person at once when somebody asks for one, and asks no model", async () => {
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const reply = await runner.answer(turnOf("转人工").turn);
    expect(reply).toMatchObject({
      mode: "rule",
      text: "您要找人工。请联系人工：政务服务便民热线 12345。",
      handover: { to: "政务服务便民热线 12345" },
      notices: [],
    });
    expect(fake.requests).toHaveLength(0);
  });

  it.each(["think", "dsml"] as const)("%s: shows neither thoughts nor tool markup", async (mode) => {
    fake.behave(mode);
    const reply = await stage({ endpoints: [endpointAt(fake.url)] }).runner.answer(
      turnOf("出生证怎么办").turn,
    );
    expect(reply.text).toBe("由接生的医院签发，一般出院前后就能办。[1]");
  });
});

describe("what a model is sent", () => {
  it("is the same prompt for every turn, then the talk so far, then the words with today's note", async () => {
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const history = [{ question: "社保怎么转", answer: "线上就能转。[1]" }];
    await runner.answer(turnOf("出生证怎么办").turn);
    await runner.answer(turnOf("那要多久", { history, known: { region: "杭州" }, today: "2026-11-24" }).turn);
    const [first, second] = [messages(0), messages(2)];
    expect(second[0]).toEqual(first[0]);
    expect(typeof first[0]?.content).toBe("string");
    expect(first[0]?.content).toContain("说话像窗口的老办事员");
    expect(first[0]?.content).not.toContain("2026");
    expect(second.slice(1).map(({ role, content }) => [role, content])).toEqual([
      ["user", "社保怎么转"],
      ["assistant", "线上就能转。[1]"],
      ["user", "那要多久\n\n[今天 2026-11-24，星期二。对方在杭州。请用中文回答。]"],
    ]);
  });

  it("gives thoughts back after a tool call when the model thinks, as the service demands", async () => {
    fake.behave("reasoning");
    const { runner } = stage({ endpoints: [endpointAt(fake.url, { thinking: "enabled" })] });
    const reply = await runner.answer(
      turnOf("出生证怎么办", { history: [{ question: "问", answer: "答" }] }).turn,
    );
    expect(fake.requests[1]?.body["thinking"]).toEqual({ type: "enabled" });
    const assistants = messages(1).filter(({ role }) => role === "assistant");
    expect(assistants.map((message) => message.reasoning_content)).toEqual(["", "先想一想。"]);
    expect(reply.text).not.toContain("想一想");
  });

  it("shares at least 85 % of a ten-turn talk's prompt with what was sent before", async () => {
    const guide = readFileSync(
      join(import.meta.dirname, "../../knowledge/citizen-services/guide.md"),
      "utf8",
    );
    const { runner } = stage({ pack: { ...PACK, guide }, endpoints: [endpointAt(fake.url)] });
    const history: Exchange[] = [];
    for (let turn = 0; turn < 10; turn++) {
      const question = `第${turn + 1}个问题：出生证的材料怎么准备`;
      const { text } = await runner.answer(turnOf(question, { history: [...history] }).turn);
      history.push({ question, answer: text });
    }
    const total = fake.requests.reduce((sum, { promptTokens }) => sum + promptTokens, 0);
    const shared = fake.requests.reduce((sum, { cachedTokens }) => sum + cachedTokens, 0);
    expect(fake.requests).toHaveLength(20);
    expect(shared / total).toBeGreaterThan(0.85);
  });

  it("never reaches beyond the address it was given", async () => {
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const { fetch } = globalThis;
    const hosts = new Set<string>();
    globalThis.fetch = (input, init) => {
      hosts.add(new URL(input instanceof Request ? input.url : input).host);
      return fetch(input, init);
    };
    try {
      await runner.answer(turnOf("出生证怎么办").turn);
    } finally {
      globalThis.fetch = fetch;
    }
    expect([...hosts]).toEqual([new URL(fake.url).host]);
  });
});

describe("starting", () => {
  it.each(["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGCHAIN_VERBOSE"])(
    "refuses to work while %s would send or print what people say",
    async (name) => {
      const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
      vi.stubEnv(name, "true");
      try {
        await expect(runner.warm()).rejects.toMatchObject({ code: "config.invalid" });
        await expect(runner.answer(turnOf("出生证怎么办").turn)).rejects.toMatchObject({
          code: "config.invalid",
        });
      } finally {
        vi.unstubAllEnvs();
      }
      expect(fake.requests).toHaveLength(0);
      await expect(runner.warm()).resolves.toBeUndefined();
    },
  );

  it("loads the agent library only when the first turn comes or somebody warms it", () => {
    const root = join(import.meta.dirname, "../../src/agent");
    const reached = new Set<string>();
    const guests: string[] = [];
    const follow = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      const source = readFileSync(file, "utf8");
      for (const [, from = ""] of source.matchAll(/^(?:import|export) (?!type)[\s\S]*?from "([^"]+)";/gm)) {
        if (from.startsWith(".")) follow(join(dirname(file), from));
        else if (from.includes("langchain")) guests.push(`${file} imports ${from}`);
      }
    };
    follow(join(root, "runner.ts"));
    expect(reached.size).toBeGreaterThan(20);
    expect(guests).toEqual([]);
  });
});
