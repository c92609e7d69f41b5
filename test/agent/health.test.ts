import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeDeepSeek, startFakeDeepSeek } from "../fakes/deepseek-server.ts";
import { handClock } from "./hand-clock.ts";
import { endpointAt, stage, turnOf } from "./stage.ts";

let fake: FakeDeepSeek;
beforeEach(async () => {
  fake = await startFakeDeepSeek();
});
afterEach(() => fake.close());

describe("telling the operator", () => {
  it("alerts once for a failure, not once for every person, and again after a recovery", async () => {
    const { runner, alerts } = stage({ endpoints: [endpointAt(fake.url)] });
    const ask = () => runner.answer(turnOf("出生证怎么办").turn);
    fake.behave("error-402");
    await ask();
    await ask();
    expect(alerts).toEqual([
      {
        endpoint: "deepseek",
        kind: "balance",
        code: "model.balance",
        message: "402 Insufficient Balance",
        remedy: "top up the model account",
      },
    ]);
    fake.behave("ok");
    expect((await ask()).mode).toBe("model");
    fake.behave("error-402");
    await ask();
    expect(alerts.map(({ kind }) => kind)).toEqual(["balance", "balance"]);
  });

  it("alerts separately for another kind of failure", async () => {
    const { runner, alerts } = stage({ endpoints: [endpointAt(fake.url)] });
    fake.behave("error-401", "error-500", "error-401");
    for (const text of ["一", "二", "三"]) await runner.answer(turnOf(`出生证${text}`).turn);
    expect(alerts.map(({ kind }) => kind)).toEqual(["key", "server"]);
  });

  it("does not blame the endpoint for what a person or a long answer caused", async () => {
    const { runner, alerts } = stage({ endpoints: [endpointAt(fake.url)] });
    fake.behave("content-filter", "length", "empty");
    for (const text of ["一", "二", "三"]) await runner.answer(turnOf(`出生证${text}`).turn);
    expect(alerts).toEqual([]);
    expect(runner.endpoints()).toEqual([{ name: "deepseek", model: "deepseek-flash", ok: true }]);
  });
});

describe("an endpoint that keeps failing", () => {
  it("is left alone for half a minute, with the same words for people, then asked by one turn", async () => {
    const clock = handClock();
    const { runner } = stage({ endpoints: [endpointAt(fake.url)], clock });
    const ask = () => runner.answer(turnOf("出生证怎么办").turn);
    fake.behave("error-500");
    for (let turn = 0; turn < 3; turn++) await ask();
    expect(fake.requests).toHaveLength(3);
    const skipped = await ask();
    expect(fake.requests).toHaveLength(3);
    expect(skipped.text).toMatch(/^模型服务出了故障，已通知管理员。先给您知识库里查到的内容/);
    expect(runner.endpoints()).toEqual([
      { name: "deepseek", model: "deepseek-flash", ok: false, failure: "model.unavailable" },
    ]);

    clock.advance(30_000);
    await ask();
    await ask();
    expect(fake.requests).toHaveLength(4);

    clock.advance(30_000);
    fake.behave("ok");
    expect((await ask()).mode).toBe("model");
    expect((await ask()).mode).toBe("model");
    expect(runner.endpoints()[0]?.ok).toBe(true);
  });
});
