import { afterEach, describe, expect, it } from "vitest";
import type { IncomingMessage } from "../../../src/core/message.ts";
import { say } from "../../../src/core/reply.ts";
import { handClock, piecesOf, reply, startPlaying } from "./hand.ts";
import { OFFICE, openStage, type SlackStage, type StageOptions } from "./stage.ts";

let stage: SlackStage;
afterEach(() => stage.close());

const BOT = "<@U0BOT>";

async function asked(options: StageOptions = {}, text = "医保怎么报"): Promise<IncomingMessage> {
  stage = await openStage(options);
  const play = await startPlaying(stage);
  await stage.person("U0ANNA").write(`${BOT} ${text}`, { channel: OFFICE });
  return play.last().message;
}

const posts = () => stage.slack.calls.filter(({ method }) => method === "chat.postMessage");

describe("a piece whose sending broke", () => {
  it("is shown once when Slack had it and the line broke", async () => {
    const message = await asked();
    stage.slack.fail("chat.postMessage", { kind: "lost answer" });
    const [piece] = piecesOf(stage, say("答一次。"), message);
    if (!piece) throw new Error("no piece");
    await expect(stage.adapter.send(piece)).rejects.toThrow();
    await stage.adapter.send({ ...piece, isDoubtful: true });
    expect(stage.slack.saidIn(OFFICE)).toEqual(["答一次。"]);
    expect(posts()).toHaveLength(1);
  });

  it("is looked for a second time while the history lags behind", async () => {
    const message = await asked({ historyLagMs: 40, timing: { lookAgainMs: 80 } });
    const [piece] = piecesOf(stage, say("答一次。"), message);
    if (!piece) throw new Error("no piece");
    stage.slack.fail("chat.postMessage", { kind: "lost answer" });
    await expect(stage.adapter.send(piece)).rejects.toThrow();
    await stage.adapter.send({ ...piece, isDoubtful: true });
    expect(stage.slack.saidIn(OFFICE)).toEqual(["答一次。"]);
  });

  it("is sent again when it never arrived", async () => {
    const message = await asked();
    stage.slack.fail("chat.postMessage", { kind: "no answer" });
    const [piece] = piecesOf(stage, say("答一次。"), message);
    if (!piece) throw new Error("no piece");
    await expect(stage.adapter.send(piece)).rejects.toThrow();
    await stage.adapter.send({ ...piece, isDoubtful: true });
    expect(stage.slack.saidIn(OFFICE)).toEqual(["答一次。"]);
  });

  it("brings a file once, found again by the block it came with", async () => {
    const body = Buffer.from("PK");
    const message = await asked({ openFile: async () => ({ name: "笔录.docx", mime: "x", body }) });
    const files = [{ name: "笔录.docx", fileId: "f1", mime: "x" }];
    const [, file] = piecesOf(stage, say("好了。", { files }), message);
    if (!file) throw new Error("no file");
    stage.slack.fail("files.completeUploadExternal", { kind: "lost answer" });
    await expect(stage.adapter.send(file)).rejects.toThrow();
    await stage.adapter.send({ ...file, isDoubtful: true });
    const sent = stage.slack.workspace.messages.filter((kept) => kept.files.length > 0);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ channel: OFFICE, threadTs: message.conversation.threadId });
  });
});

describe("Slack's limits", () => {
  it("waits as long as it is told to, and is not held back elsewhere", async () => {
    const clock = handClock();
    const message = await asked({ clock });
    stage.slack.fail("chat.postMessage", { kind: "rate", retryAfter: 7 });
    const sent = reply(stage, message, "答。");
    await clock.pass(6_900);
    expect(stage.slack.saidIn(OFFICE)).toEqual([]);
    await clock.pass(200);
    await sent;
    expect(stage.slack.saidIn(OFFICE)).toEqual(["答。"]);
  });

  it("says one thing a second in a channel, and does not wait for other channels", async () => {
    const clock = handClock();
    stage = await openStage({ clock, timing: { messageEveryMs: 1_000 } });
    stage.slack.workspace.channels.add("C0HALL");
    const play = await startPlaying(stage);
    const anna = stage.person("U0ANNA");
    for (const channel of [OFFICE, OFFICE, OFFICE, "C0HALL"]) await anna.write(`${BOT} 问`, { channel });
    const all = Promise.all(play.turns.map(({ message }) => reply(stage, message, "答。")));
    await clock.pass(10);
    expect([stage.slack.saidIn(OFFICE).length, stage.slack.saidIn("C0HALL").length]).toEqual([1, 1]);
    await clock.pass(1_000);
    expect(stage.slack.saidIn(OFFICE)).toHaveLength(2);
    await clock.pass(1_000);
    await all;
    expect(stage.slack.saidIn(OFFICE)).toHaveLength(3);
  });

  it("sends the words alone where Slack will not have the layout", async () => {
    const message = await asked();
    stage.slack.fail("chat.postMessage", { kind: "error", error: "invalid_blocks" });
    await reply(stage, message, `**重要**：${"很长的一句话。".repeat(900)}`);
    const said = stage.slack.saidIn(OFFICE);
    expect(said.length).toBeGreaterThan(1);
    expect(said.join("")).toContain("重要：");
    for (const each of said) expect(each.length).toBeLessThanOrEqual(4_000);
  });
});

describe("who sees it", () => {
  it("answers in person where the channel is closed to the bot", async () => {
    const message = await asked();
    stage.slack.workspace.channels.delete(OFFICE);
    await reply(stage, message, "答。");
    expect(stage.slack.saidIn("D0ANNA")).toEqual(["答。"]);
  });

  it("takes a private answer out of the channel, and tells the channel", async () => {
    const message = await asked();
    await reply(stage, message, say("您的身份证号是 110101199003070011。", { isPrivate: true }));
    expect(stage.slack.saidIn("D0ANNA")).toEqual([expect.stringContaining("110101199003070011")]);
    const inChannel = stage.slack.saidIn(OFFICE);
    expect(inChannel).toEqual([expect.stringContaining("私信")]);
    expect(inChannel.join("")).not.toContain("110101");
  });

  it("shows slash answers to the person alone, by another way when the address is used up", async () => {
    stage = await openStage();
    const play = await startPlaying(stage);
    await stage.person("U0ANNA").slash("/ask", "医保怎么报", OFFICE);
    const { message } = play.last();
    const { ephemerals, advance } = stage.slack.workspace;
    await reply(stage, message, "第一答。");
    advance(31 * 60_000);
    const [second] = piecesOf(stage, say("第二答。"), message);
    if (!second) throw new Error("no piece");
    await stage.adapter.send({ ...second, key: "k2" });
    expect(ephemerals.map(({ via, user }) => [via, user])).toEqual([
      ["response_url", "U0ANNA"],
      ["postEphemeral", "U0ANNA"],
    ]);
    expect(stage.slack.saidIn(OFFICE)).toEqual([]);
  });

  it("never posts its words to an address that is not Slack's", async () => {
    stage = await openStage();
    const play = await startPlaying(stage);
    await stage.person("U0ANNA").slash("/ask", "医保怎么报", OFFICE);
    const stolen = { ...play.last().message, replyAddress: "http://127.0.0.1:1/steal" };
    await reply(stage, stolen, "答。");
    expect(stage.slack.workspace.ephemerals[0]?.via).toBe("postEphemeral");
  });

  it("answers openly where it is alone with the person", async () => {
    stage = await openStage();
    const play = await startPlaying(stage);
    await stage.person("U0ANNA").slash("/ask", "医保怎么报");
    await reply(stage, play.last().message, "答。");
    expect(stage.slack.saidIn("D0ANNA")).toEqual(["答。"]);
  });
});
