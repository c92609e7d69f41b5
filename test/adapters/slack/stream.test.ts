import { afterEach, describe, expect, it } from "vitest";
import { say } from "../../../src/core/reply.ts";
import { wholeSentences } from "../../../src/adapters/slack/deliver/sentences.ts";
import { handClock, reply, startPlaying, type HandClock } from "./hand.ts";
import { OFFICE, openStage, type SlackStage } from "./stage.ts";

let stage: SlackStage;
let clock: HandClock;
afterEach(() => stage.close());

const BOT = "<@U0BOT>";
const TIMES = { statusAfterMs: 400, streamAfterMs: 300, appendEveryMs: 700, editEveryMs: 3_000 };

/** A question in a channel, and a way to write its answer word by word. */
async function asked() {
  clock = handClock();
  stage = await openStage({ clock, timing: TIMES });
  const play = await startPlaying(stage);
  const kept = await stage.person("U0ANNA").write(`${BOT} 讲讲医保`, { channel: OFFICE });
  const { message, progress } = play.last();
  return {
    kept,
    message,
    progress,
    write: async (delta: string, ms = 1_000) => {
      progress({ type: "text", delta });
      await clock.pass(ms);
    },
    /** What stands in the thread. */
    shown: () => stage.slack.saidIn(OFFICE),
    calls: (method: string) => stage.slack.calls.filter((call) => call.method === method),
  };
}

/** Lets time go on until something is done: a real call, waiting for a hand clock. */
async function through(work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  void work.then(end, end);
  for (let step = 0; step < 100; step += 1) {
    if (isOver) break;
    await clock.pass(100);
  }
  await work;
}

describe("an answer as it is written", () => {
  it("shows whole sentences only, in the thread, and ends in the reply with its sources and thumbs", async () => {
    const turn = await asked();
    await turn.write("医保分");
    expect(turn.shown()).toEqual([]);
    await turn.write("两种。一种是职工");
    expect(turn.shown()).toEqual(["医保分两种。"]);
    await turn.write("医保，一种是居民医保。");
    const text = "医保分两种。一种是职工医保，一种是居民医保。见[1]。";
    const citations = [{ title: "医保指南", source: "https://ybj.gov.cn/a" }];
    await through(
      reply(stage, turn.message, say(text, { agent: "citizen-services", mode: "model", citations })),
    );
    expect(turn.shown()).toHaveLength(1);
    expect(turn.shown()[0]).toContain(text);
    expect(turn.shown()[0]).toContain("来源：\n<https://ybj.gov.cn/a|[1] 医保指南");
    const [start] = turn.calls("chat.startStream");
    expect(start?.args).toMatchObject({ recipient_user_id: "U0ANNA", recipient_team_id: "T0WORK" });
    expect(turn.calls("chat.update")).toHaveLength(0);
    const last = stage.slack.workspace.messages.at(-1);
    expect(JSON.stringify(last?.blocks)).toContain("feedback_buttons");
    expect(last?.metadata).toMatchObject({ event_payload: { key: `${turn.message.id}/1` } });
  });

  it("is posted in one piece when it is whole at once", async () => {
    const turn = await asked();
    turn.progress({ type: "text", delta: "很快就答完了。" });
    await through(reply(stage, turn.message, "很快就答完了。"));
    expect(turn.shown()).toEqual(["很快就答完了。"]);
    expect(turn.calls("chat.startStream")).toHaveLength(0);
  });

  it("is put right as a whole when the reply turned out otherwise", async () => {
    const turn = await asked();
    await turn.write("这是草稿。");
    await through(reply(stage, turn.message, "这是定稿。"));
    expect(turn.shown()).toEqual(["这是定稿。"]);
  });

  it("calls nobody and links nowhere while it is being written", async () => {
    const turn = await asked();
    await turn.write("<!channel> @here 请看 [这里](https://evil.example/?q=1) 和 <@U0BEN>。");
    expect(turn.shown()[0]).not.toMatch(/<[!@]|(?<!＠)@here|\]\(/u);
    expect(turn.shown()[0]).toContain("`https://evil.example/?q=1`");
  });

  it("keeps within the pace of one append for each stream and second, and under a limit waits", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    for (let index = 0; index < 10; index += 1) await turn.write(`句${index}。`, 70);
    expect(turn.calls("chat.appendStream").length).toBeLessThanOrEqual(2);
    stage.slack.fail("chat.appendStream", { kind: "rate", retryAfter: 5 });
    await turn.write("再一句。", 1_000);
    const before = turn.calls("chat.appendStream").length;
    await turn.write("又一句。", 3_000);
    expect(turn.calls("chat.appendStream")).toHaveLength(before);
    await clock.pass(3_000);
    expect(turn.shown()[0]).toContain("又一句。");
  });

  it("is closed before Slack kills it, and written on in the same message", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    await clock.pass(241_000);
    await turn.write("四分钟以后。", 4_000);
    expect(turn.calls("chat.stopStream")).toHaveLength(1);
    stage.slack.workspace.advance(6 * 60_000);
    await turn.write("十分钟以后。", 4_000);
    expect(turn.shown()).toEqual(["第一句。四分钟以后。十分钟以后。"]);
    await through(reply(stage, turn.message, "第一句。四分钟以后。十分钟以后。完。"));
    expect(turn.shown()).toEqual(["第一句。四分钟以后。十分钟以后。完。"]);
  });

  it("survives a stream that Slack has killed already", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    stage.slack.workspace.advance(6 * 60_000);
    await turn.write("第二句。", 8_000);
    await through(reply(stage, turn.message, "第一句。第二句。第三句。"));
    expect(turn.shown()).toEqual(["第一句。第二句。第三句。"]);
  });

  it("is one message when nobody knows whether it was begun", async () => {
    const turn = await asked();
    stage.slack.fail("chat.startStream", { kind: "lost answer" });
    await turn.write("第一句。");
    await through(reply(stage, turn.message, "第一句。第二句。"));
    expect(turn.shown()).toEqual(["第一句。第二句。"]);
  });

  it("is one message when the answer is whole while its first words are on their way", async () => {
    const turn = await asked();
    stage.slack.fail("chat.startStream", { kind: "slow", ms: 100 });
    await turn.write("第一句。", 400);
    await through(reply(stage, turn.message, "第一句。第二句。"));
    expect(turn.shown()).toEqual(["第一句。第二句。"]);
  });

  it("keeps what was written when the person stops it", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    await through(reply(stage, turn.message, say("已停止。", { failure: "turn.cancelled" })));
    expect(turn.shown()).toEqual(["第一句。\n\n已停止。"]);
  });

  it("goes away with a question that was taken back", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    turn.progress({ type: "done" });
    await clock.pass(100);
    expect(turn.shown()).toEqual([]);
  });

  it("goes out of the channel when it turns out to be for one person, though Slack's answer was lost", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    stage.slack.fail("chat.delete", { kind: "lost answer" });
    const secret = say("只给您看。", { isPrivate: true });
    await expect(through(reply(stage, turn.message, secret))).rejects.toThrow();
    await through(reply(stage, turn.message, secret));
    expect(turn.shown()).toEqual([expect.stringContaining("私信")]);
    expect(stage.slack.saidIn("D0ANNA")).toEqual(["只给您看。"]);
  });

  it("becomes the answer of the next process when this one dies over it", async () => {
    const turn = await asked();
    await turn.write("第一句。");
    const second = await openStage();
    const { createSlackAdapter } = await import("../../../src/adapters/slack/adapter.ts");
    const heir = createSlackAdapter({
      botToken: "xoxb-fake-0000",
      signingSecret: "fake-signing-secret-0123456789abcdef",
      apiUrl: stage.slack.apiUrl,
      history: async () => [],
      openFile: async () => null,
      timing: { lookAgainMs: 0, messageEveryMs: 0 },
    });
    const [piece] = heir.render(say("另一个答案。"), turn.message);
    if (!piece) throw new Error("no piece");
    await heir.send({ ...piece, key: `${turn.message.id}/1`, message: turn.message, isDoubtful: false });
    expect(turn.shown()).toEqual(["另一个答案。"]);
    await second.close();
  });
});

describe("the status line", () => {
  it("says what is being done after a moment, again before Slack forgets it, and ends with the answer", async () => {
    const turn = await asked();
    const { statuses } = stage.slack.workspace;
    await clock.pass(300);
    expect(statuses).toEqual([]);
    await clock.pass(200);
    turn.progress({ type: "tool", name: "find_statute" });
    await clock.pass(100);
    expect(statuses.map(({ status }) => status)).toEqual(["正在查阅…", "正在查法律条文…"]);
    await clock.pass(95_000);
    expect(statuses).toHaveLength(3);
    await through(reply(stage, turn.message, "答。"));
    turn.progress({ type: "done" });
    await clock.pass(200_000);
    expect(statuses).toHaveLength(3);
  });

  it("is taken away when there is nothing to say", async () => {
    const turn = await asked();
    await clock.pass(500);
    turn.progress({ type: "done" });
    await clock.pass(100);
    expect(stage.slack.workspace.statuses.at(-1)?.status).toBe("");
  });

  it("is a pair of eyes on the question where Slack knows no status line", async () => {
    const turn = await asked();
    stage.slack.fail("assistant.threads.setStatus", { kind: "error", error: "not_allowed" }, 5);
    await clock.pass(500);
    turn.progress({ type: "tool", name: "search_knowledge" });
    await clock.pass(500);
    expect(stage.slack.workspace.reactions).toEqual([{ channel: OFFICE, ts: turn.kept.ts, name: "eyes" }]);
  });
});

describe("whole sentences", () => {
  it.each([
    ["没有句号", 0],
    ["一。二。三", 4],
    ["税率是 3.5", 0],
    ["see a.cn. Then", 9],
    ["看：\n```js\nlet a = 1;\n", 3],
    ["看：\n```js\nlet a = 1;\n```\n好", 24],
    ["| 科室 | 位置 |\n|--|--|\n| 急诊。", 20],
  ])("of %j are the first %i characters", (text, end) => {
    expect(wholeSentences(text)).toBe(end);
  });
});
