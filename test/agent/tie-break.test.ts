import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTieBreak } from "../../src/agent/tie-break.ts";
import { startFakeDeepSeek, type FakeDeepSeek } from "../fakes/deepseek-server.ts";
import { ending, speak, stream } from "../fakes/deepseek-wire.ts";
import { handClock } from "./hand-clock.ts";
import { turnOf } from "./stage.ts";

const CHOICES = [
  { id: "window", name: { zh: "办事窗口", en: "Window" }, purpose: { zh: "办证", en: "papers" } },
  { id: "hospital", name: { zh: "导诊", en: "Nurse" }, purpose: { zh: "看病", en: "health" } },
];

describe("a model that chooses between desks", () => {
  let model: FakeDeepSeek;
  beforeAll(async () => {
    model = await startFakeDeepSeek();
  });
  afterAll(() => model.close());

  const choose = (clock = handClock()) => {
    const endpoint = { name: "main", kind: "compatible" as const, baseUrl: model.url, model: "m" };
    return createTieBreak({ endpoint, clock })(turnOf("肚子疼").turn, CHOICES);
  };
  const saying = (words: string) => () => stream(...speak(words), ...ending("stop"));

  it("is believed when it names one of them", async () => {
    model.behave(saying("hospital"));
    expect(await choose()).toBe("hospital");
  });

  it.each(["none", "the hospital, I think", "admin", ""])(
    "leaves the choice to the person when it says %j",
    async (words) => {
      model.behave(saying(words));
      expect(await choose()).toBeNull();
    },
  );

  it.each(["error-500", "garbage", "cut"] as const)(
    "leaves the choice to the person when it fails: %s",
    async (mode) => {
      model.behave(mode);
      expect(await choose()).toBeNull();
    },
  );

  it("leaves the choice to the person when it takes too long", async () => {
    model.behave("hang");
    const before = model.requests.length;
    const clock = handClock();
    const chosen = choose(clock);
    await model.arrived(before + 1);
    clock.advance(5_000);
    expect(await chosen).toBeNull();
  });
});
