import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeDeepSeek, startFakeDeepSeek } from "../fakes/deepseek-server.ts";
import { handClock } from "./hand-clock.ts";
import { endpointAt, stage, turnOf } from "./stage.ts";

let fake: FakeDeepSeek;
beforeEach(async () => {
  fake = await startFakeDeepSeek();
});
afterEach(() => fake.close());

/** Resolves when the turn has shown its first words. */
function firstWords() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { words: promise, progress: (event: { type: string }) => event.type === "text" && resolve() };
}

describe("a model that keeps people waiting", () => {
  it.each(["hang", "stall", "keep-alive", "blank-lines"] as const)(
    "%s: is given up after sixty seconds without a token, and hung up on",
    async (mode) => {
      fake.behave(mode);
      const clock = handClock();
      const { runner, alerts } = stage({ endpoints: [endpointAt(fake.url)], clock });
      const reply = runner.answer(turnOf("出生证怎么办").turn);
      await fake.arrived(1);
      clock.advance(60_000);
      await fake.hungUp(1);
      expect((await reply).text).toMatch(/^模型迟迟没有开始回答。先给您知识库里查到的内容/);
      expect(alerts.map(({ kind }) => kind)).toEqual(["firstToken"]);
    },
  );

  it.each(["stall-later", "keep-alive-later"] as const)(
    "%s: is given up after thirty seconds of silence; what was said stays",
    async (mode) => {
      fake.behave(mode);
      const clock = handClock();
      const { words, progress } = firstWords();
      const { runner } = stage({ endpoints: [endpointAt(fake.url)], clock });
      const reply = runner.answer(turnOf("出生证怎么办", { progress }).turn);
      await words;
      clock.advance(30_000);
      await fake.hungUp(1);
      expect((await reply).failure).toBe("model.timeout");
      expect((await reply).text).toMatch(/由接生的医院签发.*\n\n模型答到一半停住了。以上内容不完整/s);
    },
  );

  it("is stopped after three minutes even if it drips a token now and then", async () => {
    fake.behave("drip");
    const clock = handClock();
    const { runner } = stage({ endpoints: [endpointAt(fake.url)], clock, limits: { idleMs: 999_999 } });
    const reply = runner.answer(turnOf("出生证怎么办").turn);
    await fake.arrived(2);
    await clock.armed(999_999);
    clock.advance(180_000);
    await fake.hungUp(1);
    expect((await reply).text).toMatch(/^模型用时太长，已经停下。先给您知识库里查到的内容/);
  });

  it("lets people know after eight seconds that it is still working", async () => {
    fake.behave("hang");
    const clock = handClock();
    const { runner } = stage({ endpoints: [endpointAt(fake.url)], clock });
    const { turn, seen } = turnOf("出生证怎么办");
    const reply = runner.answer(turn);
    await fake.arrived(1);
    clock.advance(8_000);
    expect(seen).toEqual([{ type: "working", words: "还在处理，复杂问题可能要一分钟。" }]);
    clock.advance(60_000);
    await reply;
  });

  it("closes the connection and answers nothing when the person stops the turn", async () => {
    fake.behave("stall");
    const { runner } = stage({ endpoints: [endpointAt(fake.url)], clock: handClock() });
    const stop = new AbortController();
    const reply = runner.answer(turnOf("出生证怎么办", { signal: stop.signal }).turn);
    const outcome = expect(reply).rejects.toMatchObject({ code: "turn.cancelled" });
    await fake.arrived(1);
    stop.abort();
    await fake.hungUp(1);
    await outcome;
  });
});

describe("trying again", () => {
  it("waits as long as the service asked, then goes on as if nothing had happened", async () => {
    fake.behave("busy-once");
    const clock = handClock();
    const { runner, alerts } = stage({ endpoints: [endpointAt(fake.url)], clock, limits: { retries: 2 } });
    const reply = runner.answer(turnOf("出生证怎么办").turn);
    await clock.armed(2_000);
    expect(fake.requests).toHaveLength(1);
    clock.advance(2_000);
    expect((await reply).mode).toBe("model");
    expect(alerts).toEqual([]);
  });

  it("does not wait an hour because the service asked for it", async () => {
    fake.behave("error-429");
    const { runner } = stage({
      endpoints: [endpointAt(fake.url)],
      clock: handClock(),
      limits: { retries: 2 },
    });
    expect((await runner.answer(turnOf("出生证怎么办").turn)).failure).toBe("model.busy");
    expect(fake.requests).toHaveLength(1);
  });

  it("mends a tool call that broke off by asking once more", async () => {
    fake.behave("bad-json-once");
    const clock = handClock();
    const { runner } = stage({ endpoints: [endpointAt(fake.url)], clock, limits: { retries: 2 } });
    const reply = runner.answer(turnOf("出生证怎么办").turn);
    await clock.armed(500);
    clock.advance(500);
    expect((await reply).text).toContain("由接生的医院签发");
    expect((await reply).mode).toBe("model");
  });

  it("never asks again for what will not pass", async () => {
    fake.behave("error-402");
    const { runner } = stage({ endpoints: [endpointAt(fake.url)], limits: { retries: 2 } });
    await runner.answer(turnOf("出生证怎么办").turn);
    expect(fake.requests).toHaveLength(1);
  });
});
