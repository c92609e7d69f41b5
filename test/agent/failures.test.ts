import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FailureKind } from "../../src/agent/failures.ts";
import { FAILURES } from "../../src/agent/failures.ts";
import { type FakeDeepSeek, startFakeDeepSeek } from "../fakes/deepseek-server.ts";
import type { Mode } from "../fakes/deepseek-modes.ts";
import { endpointAt, stage, turnOf } from "./stage.ts";

let fake: FakeDeepSeek;
beforeAll(async () => {
  fake = await startFakeDeepSeek();
});
afterAll(() => fake.close());

/** What fails before a word is shown, and as what. */
const BEFORE_WORDS: Readonly<Partial<Record<Mode, FailureKind>>> = {
  "error-402": "balance",
  "error-401": "key",
  "error-400": "refused",
  "error-404": "refused",
  "error-422": "refused",
  "error-429": "busy",
  "error-500": "server",
  "error-503": "overloaded",
  "mid-error": "overloaded",
  resource: "overloaded",
  cut: "cut",
  garbage: "garbage",
  html: "garbage",
  empty: "empty",
  "content-filter": "filtered",
  "bad-json": "badCall",
};

const AFTER_WORDS: Readonly<Partial<Record<Mode, FailureKind>>> = {
  "cut-later": "cut",
  "no-finish": "cut",
  "garbage-later": "garbage",
  "content-filter-later": "filtered",
  length: "length",
};

const isMode = (name: string): name is Mode => name in BEFORE_WORDS || name in AFTER_WORDS;
const cases = (table: Readonly<Partial<Record<Mode, FailureKind>>>) =>
  Object.entries(table).flatMap(([mode, kind]) => (isMode(mode) ? [{ mode, kind }] : []));

describe("a model that fails before a word was shown", () => {
  it.each(cases(BEFORE_WORDS))(
    "$mode: says so in its own words, then quotes the sources",
    async ({ mode, kind }) => {
      fake.behave(mode);
      const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
      const { turn, shown } = turnOf("娃的出生证咋办呀");
      const reply = await runner.answer(turn);

      expect(reply.text.startsWith(FAILURES[kind].words.zh)).toBe(true);
      expect(reply.text).toContain("先给您知识库里查到的内容");
      expect(reply.text).toContain("由接生的医院签发");
      expect(reply.failure).toBe(FAILURES[kind].code);
      expect(reply.mode).toBe("offline");
      expect(reply.citations.map(({ title }) => title)).toEqual(["出生医学证明首次签发"]);
      expect(shown()).toBe(reply.text);
    },
  );

  it("tells an English speaker in English", async () => {
    fake.behave("error-402");
    const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
    const reply = await runner.answer(turnOf("How do I get a birth certificate?").turn);
    expect(reply.text).toMatch(
      /^The model account has run out of balance; the administrator has been told\./,
    );
  });

  it("has a sentence of its own for a server that is not there, and for a name that does not exist", async () => {
    for (const url of ["http://127.0.0.1:9", "http://no-such-host.invalid"]) {
      const { runner, alerts } = stage({ endpoints: [endpointAt(url)] });
      const reply = await runner.answer(turnOf("出生证怎么办").turn);
      expect(reply.text).toContain("连不上模型服务，已通知管理员。");
      expect(alerts.map(({ kind }) => kind)).toEqual(["unreachable"]);
    }
  });
});

describe("a model that fails after words were shown", () => {
  it.each(cases(AFTER_WORDS))(
    "$mode: keeps the words and says that they are not all",
    async ({ mode, kind }) => {
      fake.behave(mode);
      const { runner } = stage({ endpoints: [endpointAt(fake.url)] });
      const { turn, shown } = turnOf("娃的出生证咋办呀");
      const reply = await runner.answer(turn);

      expect(reply.text).toContain("由接生的医院签发，一般出院前后就能办。[1]");
      expect(reply.text.endsWith(`${FAILURES[kind].words.zh}以上内容不完整，可以再问一次。`)).toBe(true);
      expect(reply.text).not.toContain("后面还有");
      expect(reply.mode).toBe("model");
      expect(reply.failure).toBe(FAILURES[kind].code);
      expect(shown()).toBe(reply.text);
    },
  );
});

describe("going from one model to the next", () => {
  it("asks the second endpoint when the first one fails, and says which one answered", async () => {
    const main = await startFakeDeepSeek({ mode: "error-503" });
    fake.behave("ok");
    const { runner, alerts } = stage({
      endpoints: [
        endpointAt(main.url),
        endpointAt(fake.url, { name: "fallback", kind: "compatible", model: "own" }),
      ],
    });
    const { turn, seen } = turnOf("出生证怎么办");
    const reply = await runner.answer(turn);
    expect(reply.mode).toBe("model");
    expect(reply.model).toBe("own");
    expect(reply.failure).toBeUndefined();
    expect(reply.notices).toContain("主用模型不可用，由备用模型回答");
    expect(seen).toContainEqual({ type: "working", words: "主用模型没有回应，正在换备用模型。" });
    expect(alerts.map(({ endpoint }) => endpoint)).toEqual(["deepseek"]);
    expect(runner.endpoints().map(({ ok }) => ok)).toEqual([false, true]);
    await main.close();
  });

  it("does not carry words that one provider refused to another one", async () => {
    const other = await startFakeDeepSeek();
    fake.behave("content-filter");
    const { runner } = stage({
      endpoints: [endpointAt(fake.url), endpointAt(other.url, { name: "fallback" })],
    });
    const reply = await runner.answer(turnOf("出生证怎么办").turn);
    expect(reply.failure).toBe("model.filtered");
    expect(other.requests).toHaveLength(0);
    await other.close();
  });

  it("sends no field of DeepSeek's own to a compatible server, and a hash instead of a name to DeepSeek", async () => {
    const own = await startFakeDeepSeek();
    const turns = [endpointAt(own.url), endpointAt(own.url, { kind: "compatible" })].map(async (endpoint) => {
      await stage({ endpoints: [endpoint], userSalt: "pepper" }).runner.answer(turnOf("出生证怎么办").turn);
    });
    await Promise.all(turns);
    const bodies = own.requests.map(({ body }) => body);
    const deepseek = bodies.filter((body) => "thinking" in body);
    const compatible = bodies.filter((body) => !("thinking" in body));
    expect(deepseek).toHaveLength(2);
    expect(deepseek[0]?.["thinking"]).toEqual({ type: "disabled" });
    expect(deepseek[0]?.["user_id"]).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(deepseek)).not.toContain('"u1"');
    expect(compatible).toHaveLength(2);
    expect(compatible.every((body) => !("user_id" in body))).toBe(true);
    await own.close();
  });
});
