import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { say } from "../../../src/core/reply.ts";
import { tempFolder } from "../../commands/run.ts";
import type { Kept, Workspace } from "../../fakes/slack-state.ts";
import { handClock } from "./hand.ts";
import { OFFICE, openStage, type SlackStage, type StageOptions } from "./stage.ts";

let stage: SlackStage;
afterEach(() => stage.close());

const BOT = "<@U0BOT>";
const HOUR_MS = 3_600_000;

/** A workspace in which people wrote while the bot was away since so many ms. */
async function away(sinceMs: number, options: StageOptions = {}) {
  const aliveFile = join(tempFolder(), "alive.json");
  stage = await openStage({ aliveFile, ...options });
  const { workspace } = stage.slack;
  const nowMs = workspace.now();
  writeFileSync(aliveFile, JSON.stringify({ aliveMs: nowMs - sinceMs, eventMs: 0 }));
  stage.person("U0ANNA");
  stage.person("U0BEN");
  workspace.channels.add("D0ANNA");
  return { workspace, aliveFile, ago: (ms: number) => ((nowMs - ms) / 1_000).toFixed(6) };
}

function write(workspace: Workspace, text: string, ts: string, more: Partial<Kept> = {}): Kept {
  const rest = { blocks: [], metadata: undefined, files: [], streamSinceMs: undefined, threadTs: undefined };
  return workspace.keep({ channel: OFFICE, user: "U0ANNA", text, shown: text, ...rest, ...more, ts });
}

/** Resolves when the bot has read everything: the last channel's history was asked for. */
const read = () =>
  expect.poll(() => stage.slack.calls.filter(({ method }) => method.endsWith("history")).length).toBe(2);

describe("after some hours away", () => {
  it("answers what was asked meanwhile, in channels, threads and alone, once each", async () => {
    const { workspace, ago } = await away(2 * HOUR_MS);
    const old = write(workspace, `${BOT} 昨天的问题`, ago(5 * HOUR_MS));
    write(workspace, "昨天的回答", ago(5 * HOUR_MS - 1_000), {
      user: workspace.botUser,
      botId: workspace.botId,
      threadTs: old.ts,
    });
    write(workspace, `${BOT} 一小时前的问题`, ago(HOUR_MS));
    write(workspace, "大家聊天", ago(HOUR_MS - 1_000), { user: "U0BEN" });
    write(workspace, `${BOT} 老话题里的新问题`, ago(HOUR_MS - 2_000), { threadTs: old.ts });
    write(workspace, "私下问", ago(HOUR_MS - 3_000), { channel: "D0ANNA" });
    await stage.start();
    await expect.poll(() => stage.received.length).toBe(3);
    await read();
    expect(stage.received.map(({ text }) => text).toSorted()).toEqual(
      ["一小时前的问题", "老话题里的新问题", "私下问"].toSorted(),
    );
    // Slack tells of one of them after all
    const [first] = stage.received;
    const before = stage.received.length;
    const told = workspace.messages.find(({ ts }) => first?.id.endsWith(ts));
    if (!told) throw new Error("nothing was caught up");
    const { eventsOf } = await import("../../fakes/slack-people.ts");
    for (const envelope of eventsOf(workspace, told)) await stage.line.event(envelope);
    expect(stage.received).toHaveLength(before);
  });

  it("says one line of apology for each talk that is too old to answer, and not again", async () => {
    const { workspace, ago, aliveFile } = await away(30 * HOUR_MS);
    const first = write(workspace, `${BOT} 昨天一早问的`, ago(28 * HOUR_MS));
    write(workspace, `${BOT} 又问了一次`, ago(27 * HOUR_MS), { threadTs: first.ts });
    await stage.start();
    await expect.poll(() => stage.slack.saidIn(OFFICE).length).toBe(1);
    expect(stage.slack.saidIn(OFFICE, first.ts)).toEqual([expect.stringContaining("不在线")]);
    expect(stage.received).toEqual([]);
    await stage.adapter.stop();
    writeFileSync(aliveFile, JSON.stringify({ aliveMs: workspace.now() - 30 * HOUR_MS, eventMs: 0 }));
    const calls = stage.slack.calls.length;
    const heir = await openHeir(aliveFile);
    await expect.poll(() => stage.slack.calls.length - calls).toBeGreaterThan(6);
    expect(stage.slack.saidIn(OFFICE)).toHaveLength(1);
    await heir.stop();
  });

  it("reads nothing back on its very first start, and notes from then on that it listens", async () => {
    const aliveFile = join(tempFolder(), "alive.json");
    stage = await openStage({ aliveFile });
    stage.person("U0ANNA");
    write(stage.slack.workspace, `${BOT} 装好以前的问题`, stage.slack.workspace.ts());
    await stage.start();
    expect(stage.slack.calls.map(({ method }) => method)).not.toContain("conversations.history");
    expect(JSON.parse(readFileSync(aliveFile, "utf8")).aliveMs).toBeGreaterThan(0);
  });
});

describe("after a lost connection", () => {
  it("reads up on what was said meanwhile", async () => {
    stage = await openStage({ transport: "socket" });
    await stage.start();
    stage.person("U0ANNA");
    stage.slack.socket.drop();
    write(stage.slack.workspace, `${BOT} 断线时的问题`, stage.slack.workspace.ts());
    await expect
      .poll(() => stage.received.map(({ text }) => text), { timeout: 5_000 })
      .toEqual(["断线时的问题"]);
  });
});

describe("after a connection that was lost for long", () => {
  it("reads up from when it was lost, not from when it was back", async () => {
    const clock = handClock();
    stage = await openStage({ transport: "socket", clock });
    await stage.start();
    stage.person("U0ANNA");
    const lost = stage.slack.workspace.ts();
    stage.slack.fail("apps.connections.open", { kind: "error", error: "internal_error" }, 4);
    stage.slack.socket.drop();
    write(stage.slack.workspace, `${BOT} 断线时的问题`, lost);
    await expect.poll(() => stage.problems.length).toBeGreaterThan(0);
    await clock.pass(10 * 60_000);
    await expect.poll(() => stage.received.length, { timeout: 10_000 }).toBe(1);
  });
});

async function openHeir(aliveFile: string) {
  const { createSlackAdapter } = await import("../../../src/adapters/slack/adapter.ts");
  const heir = createSlackAdapter({
    botToken: "xoxb-fake-0000",
    signingSecret: "fake-signing-secret-0123456789abcdef",
    port: 0,
    apiUrl: stage.slack.apiUrl,
    aliveFile,
    history: async () => [{ id: "m", reply: say("x") }],
    openFile: async () => null,
    timing: { lookAgainMs: 0, messageEveryMs: 0 },
  });
  await heir.start(async () => "stored");
  return heir;
}
