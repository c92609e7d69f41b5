import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { say } from "../../src/core/reply.ts";
import type { Handle, Progress } from "../../src/core/turn.ts";
import { RETRY_AFTER_MS } from "../../src/desk/courier.ts";
import { Desk, type DeskOptions } from "../../src/desk/desk.ts";
import type { Store } from "../../src/store/port.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { message } from "../samples.ts";
import { gate, handClock, memoryPlatform } from "./platform.ts";

const echo: Handle = async ({ text }) => say(`re: ${text}`);

let dir: string;
let store: Store;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "bangban-desk-"));
  store = openSqliteStore(dir);
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true });
});

function openDesk(handle: Handle, platform = memoryPlatform(), more: Partial<DeskOptions> = {}) {
  const clock = handClock();
  const desk = new Desk({ store, handle, adapters: [platform.adapter], pause: clock.pause, ...more });
  return { desk, platform, clock };
}

/** As after kill -9: a new process on what the old one left in the store. */
async function restart(handle: Handle, platform = memoryPlatform()) {
  await store.close();
  store = openSqliteStore(dir);
  const opened = openDesk(handle, platform);
  await opened.desk.recover();
  opened.desk.open();
  return opened;
}

describe("the desk", () => {
  it("answers a message once, however often it is delivered", async () => {
    const { desk, platform } = openDesk(echo);
    desk.open();
    const one = message("你好");
    expect(await Promise.all([desk.receive(one), desk.receive(one), desk.receive(one)])).toEqual([
      "stored",
      "duplicate",
      "duplicate",
    ]);
    await vi.waitFor(() => expect(platform.texts()).toEqual(["re: 你好"]));
    await desk.drain(0);
    expect(platform.texts()).toEqual(["re: 你好"]);
  });

  it("answers one conversation in order, and lets no stuck one delay another", async () => {
    const stuck = gate();
    const { desk, platform } = openDesk(async ({ text }) => {
      if (text === "slow") await stuck.promise;
      return say(text);
    });
    desk.open();
    await desk.receive(message("slow", { room: "a" }));
    await desk.receive(message("after slow", { room: "a" }));
    await desk.receive(message("elsewhere", { room: "b" }));
    await vi.waitFor(() => expect(platform.texts()).toEqual(["elsewhere"]));
    stuck.open();
    await vi.waitFor(() => expect(platform.texts()).toEqual(["elsewhere", "slow", "after slow"]));
  });

  it("works on no more conversations at once than it was told to", async () => {
    const gates = [gate(), gate(), gate()];
    let running = 0;
    let most = 0;
    const { desk, platform } = openDesk(
      async ({ text }) => {
        most = Math.max(most, (running += 1));
        await gates[Number(text)]?.promise;
        running -= 1;
        return say(text);
      },
      memoryPlatform(),
      { concurrency: 2 },
    );
    desk.open();
    for (const index of [0, 1, 2]) await desk.receive(message(String(index), { room: `r${index}` }));
    expect(desk.queue).toEqual({ waiting: 1, running: 2 });
    for (const each of gates) each.open();
    await vi.waitFor(() => expect(platform.texts()).toHaveLength(3));
    expect(most).toBe(2);
  });

  it("tells the second question of a conversation that it is in the queue", async () => {
    const stuck = gate();
    const { desk } = openDesk(async () => (await stuck.promise, say("done")));
    desk.open();
    const events: Progress[] = [];
    await desk.receive(message("first"));
    await desk.receive(message("second"), (event) => events.push(event));
    expect(events).toEqual([{ type: "queued", ahead: 1 }]);
    stuck.open();
  });

  it("sends the queue notice as a message where no progress can be shown, once a wait", async () => {
    const stuck = gate();
    const platform = memoryPlatform({ stream: "none" });
    const { desk } = openDesk(async () => (await stuck.promise, null), platform);
    desk.open();
    for (const text of ["一", "二", "三"]) await desk.receive(message(text));
    expect(platform.texts()).toEqual(["前面还有 1 条，您的问题已记下，会按顺序回答。"]);
    stuck.open();
  });

  it("passes on that it is still working, as a message where no progress can be shown", async () => {
    const platform = memoryPlatform({ stream: "none" });
    const { desk } = openDesk(async (_message, { progress }) => {
      progress({ type: "working", words: "还在处理" });
      return say("好了");
    }, platform);
    desk.open();
    const events: Progress[] = [];
    await desk.receive(message("难题"), (event) => events.push(event));
    await vi.waitFor(() => expect(platform.texts()).toEqual(["还在处理", "好了"]));
    expect(events).toContainEqual({ type: "working", words: "还在处理" });
  });

  it("refuses the fifty-first open message of a conversation with a sentence, and loses none", async () => {
    const stuck = gate();
    const { desk, platform } = openDesk(async ({ text }) => (await stuck.promise, say(text)));
    desk.open();
    for (let index = 0; index < 51; index += 1) await desk.receive(message(`question ${index}`));
    stuck.open();
    await vi.waitFor(() => expect(platform.shown).toHaveLength(51));
    expect(platform.texts().slice(0, 50)).toEqual(
      Array.from({ length: 50 }, (_, index) => `question ${index}`),
    );
    expect(platform.texts()[50]).toContain("Too many messages are waiting");
  });
});

describe("the end of a turn", () => {
  it("is told to whoever waits, with an answer or rightly without one", async () => {
    const { desk, platform } = openDesk(async ({ text }) => (text === "quiet" ? null : say(text)));
    desk.open();
    const heard: string[] = [];
    for (const text of ["loud", "quiet"]) {
      await desk.receive(message(text, { room: text }), ({ type }) => heard.push(`${text} ${type}`));
    }
    await vi.waitFor(() => expect(heard.toSorted()).toEqual(["loud done", "quiet done"]));
    expect(platform.texts()).toEqual(["loud"]);
  });
});

describe("taking a question back", () => {
  it("cuts off the running turn and goes on with the next message", async () => {
    const { desk, platform } = openDesk(async ({ text, kind }, { signal }) => {
      if (kind === "stop") return null;
      if (text !== "endless") return say(text);
      return new Promise((resolve) =>
        signal.addEventListener("abort", () => resolve(say(`cut off: ${signal.reason}`))),
      );
    });
    desk.open();
    await desk.receive(message("endless"));
    await desk.receive(message("", { kind: "stop" }));
    await desk.receive(message("next"));
    await vi.waitFor(() => expect(platform.texts()).toEqual(["cut off: stop", "next"]));
  });

  it("leaves out a message that was deleted while it waited", async () => {
    const stuck = gate();
    const { desk, platform } = openDesk(async ({ text, kind }) => {
      if (kind === "delete") return null;
      if (text === "first") await stuck.promise;
      return say(text);
    });
    desk.open();
    const wrong = message("wrong");
    await desk.receive(message("first"));
    await desk.receive(wrong);
    await desk.receive(message("", { kind: "delete", targetMessageId: wrong.id }));
    stuck.open();
    await vi.waitFor(async () => expect(await store.inbox.countOpen()).toBe(0));
    expect(platform.texts()).toEqual(["first"]);
  });

  it("does not reach into another conversation, nor remember what was never there", async () => {
    const stuck = gate();
    const { desk, platform } = openDesk(async ({ text, kind }) => {
      if (kind === "delete" || kind === "stop") return null;
      await stuck.promise;
      return say(text);
    });
    desk.open();
    const mine = message("mine", { room: "a" });
    const later = message("later", { room: "a" });
    await desk.receive(message("", { kind: "delete", room: "a", targetMessageId: "not-yet-sent" }));
    await desk.receive(mine);
    await desk.receive(later);
    for (const targetMessageId of [mine.id, later.id]) {
      await desk.receive(message("", { kind: "delete", room: "b", targetMessageId }));
    }
    await desk.receive(message("new", { room: "a", id: "not-yet-sent" }));
    stuck.open();
    await vi.waitFor(() => expect(platform.texts()).toEqual(["mine", "later", "new"]));
  });
});

describe("sending", () => {
  it("tries again after a failure, marked as doubtful, in order", async () => {
    const { desk, platform, clock } = openDesk(async () => say("one|two"));
    platform.failures.push(new Error("socket reset"), new Error("again"));
    desk.open();
    const asked = message("x");
    await desk.receive(asked);
    for (const ms of RETRY_AFTER_MS.slice(0, 2)) {
      await vi.waitFor(() => expect(clock.asked()).toContain(ms));
      clock.pass(ms);
    }
    await vi.waitFor(() => expect(platform.texts()).toEqual(["one", "two"]));
    expect(platform.doubtful).toEqual([`${asked.id}/1`, `${asked.id}/1`]);
  });

  it("gives a piece up after the last attempt, keeps it, and goes on", async () => {
    const reports: (number | undefined)[] = [];
    const events = {
      received: () => undefined,
      answered: () => undefined,
      broken: () => undefined,
      sendFailed: (_key: string, _reason: string, retryInMs: number | undefined) => reports.push(retryInMs),
    };
    const { desk, platform } = openDesk(echo, memoryPlatform(), { pause: async () => undefined, events });
    platform.failures.push(...Array.from({ length: RETRY_AFTER_MS.length + 1 }, () => new Error("gone")));
    desk.open();
    await desk.receive(message("lost"));
    await desk.receive(message("found"));
    await vi.waitFor(() => expect(platform.texts()).toEqual(["re: found"]));
    expect(reports).toEqual([...RETRY_AFTER_MS, undefined]);
    expect(await store.outbox.unsent()).toEqual([]);
  });
});

describe("a restart", () => {
  it("answers what was stored but not answered, in order", async () => {
    const { desk } = openDesk(echo);
    for (const text of ["一", "二", "三"]) await desk.receive(message(text, { room: "same" }));
    const { platform } = await restart(echo);
    await vi.waitFor(() => expect(platform.texts()).toEqual(["re: 一", "re: 二", "re: 三"]));
  });

  it("keeps what came over a platform that is not served now until it is", async () => {
    await store.inbox.accept(message("later", { platform: "elsewhere" }));
    const { desk, platform } = await restart(echo);
    await desk.drain(0);
    expect(platform.texts()).toEqual([]);
    expect(await store.inbox.countOpen()).toBe(1);
  });

  it("looks up a send of which nobody knows whether it arrived, and does not ask the agent again", async () => {
    const never = gate();
    const hanging = memoryPlatform();
    const { desk } = openDesk(echo, {
      ...hanging,
      adapter: { ...hanging.adapter, send: () => never.promise },
    });
    desk.open();
    const asked = message("问");
    await desk.receive(asked);
    await vi.waitFor(async () => expect((await store.outbox.unsent())[0]?.isDoubtful).toBe(true));
    let asks = 0;
    const { platform } = await restart(async (incoming, way) => ((asks += 1), echo(incoming, way)));
    await vi.waitFor(() => expect(platform.texts()).toEqual(["re: 问"]));
    expect(platform.doubtful).toEqual([`${asked.id}/1`]);
    expect(asks).toBe(0);
  });

  it("answers a message that kills the process each time with an apology, not with another crash", async () => {
    const deadly = message("deadly");
    await store.inbox.accept(deadly);
    for (let crash = 0; crash < 8; crash += 1) {
      store.inbox.begin(deadly.id);
      await store.inbox.countOpen();
      await store.close();
      store = openSqliteStore(dir);
      await store.inbox.recover();
    }
    const { platform } = await restart(async () => {
      throw new Error("must not be handled again");
    });
    await vi.waitFor(() => expect(platform.texts()[0]).toContain("failed several times"));
  });

  it("finishes what runs when told to leave, and leaves the rest to the next process", async () => {
    const running = gate();
    const { desk, platform, clock } = openDesk(async ({ text }) => (await running.promise, say(text)));
    desk.open();
    await desk.receive(message("runs", { room: "same" }));
    await desk.receive(message("waits", { room: "same" }));
    const left = desk.drain(10_000);
    running.open();
    await left;
    expect(platform.texts()).toEqual(["runs"]);
    expect(clock.asked()).toContain(10_000);
    const after = await restart(echo);
    await vi.waitFor(() => expect(after.platform.texts()).toEqual(["re: waits"]));
  });

  it("cuts off what does not end in time and answers it after the next start", async () => {
    const { desk, platform, clock } = openDesk(
      (_message, { signal }) =>
        new Promise((resolve) => signal.addEventListener("abort", () => resolve(say("half an answer")))),
    );
    desk.open();
    await desk.receive(message("endless"));
    await vi.waitFor(() => expect(desk.queue.running).toBe(1));
    const left = desk.drain(10_000);
    clock.pass(10_000);
    await left;
    expect(platform.texts()).toEqual([]);
    const after = await restart(echo);
    await vi.waitFor(() => expect(after.platform.texts()).toEqual(["re: endless"]));
  });
});
