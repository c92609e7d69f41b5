import { afterEach, describe, expect, it } from "vitest";
import { createSlackAdapter } from "../../../src/adapters/slack/adapter.ts";
import { BOT_TOKEN, deliverTo, form } from "../../fakes/slack-delivery.ts";
import { enveloped, eventsOf } from "../../fakes/slack-people.ts";
import type { Kept } from "../../fakes/slack-state.ts";
import { reply } from "./hand.ts";
import { OFFICE, openStage, type SlackStage, type StageOptions } from "./stage.ts";

let stage: SlackStage;
afterEach(() => stage.close());

const BOT = "<@U0BOT>";

async function begin(options: StageOptions = {}) {
  stage = await openStage(options);
  await stage.start();
  return { anna: stage.person("U0ANNA"), ben: stage.person("U0BEN"), received: stage.received };
}

const kinds = (): readonly string[] => stage.received.map(({ kind }) => kind);

function mention(text: string): { readonly kept: Kept; readonly body: string } {
  const { workspace } = stage.slack;
  const rest = { blocks: [], metadata: undefined, files: [], streamSinceMs: undefined, threadTs: undefined };
  const kept = workspace.keep({ channel: OFFICE, user: "U0ANNA", text, shown: text, ...rest });
  return { kept, body: JSON.stringify(eventsOf(workspace, kept)[0]) };
}

describe("requests over HTTP", () => {
  it("does not start without a signing secret", async () => {
    await begin();
    const bare = { botToken: BOT_TOKEN, history: async () => [], openFile: async () => null };
    expect(() => createSlackAdapter(bare)).toThrow(/SLACK_SIGNING_SECRET/);
    expect(() => createSlackAdapter({ ...bare, signingSecret: "  " })).toThrow(/SLACK_SIGNING_SECRET/);
  });

  it.each([
    ["a wrong secret", { secret: "another-secret-another-secret" }, 401],
    ["a stamp of six minutes ago", { skewSeconds: -360 }, 401],
    ["a stamp of ten minutes from now", { skewSeconds: 600 }, 401],
    ["a signature of another version", { headers: { "x-slack-signature": "v9=00" } }, 401],
    ["no number for a stamp", { headers: { "x-slack-request-timestamp": "soon" } }, 401],
  ])("refuses %s and stores nothing", async (_, options, status) => {
    await begin();
    const { body } = mention(`${BOT} 几点上班`);
    expect((await deliverTo(stage.adapter.url, body, options)).status).toBe(status);
    expect(stage.received).toEqual([]);
  });

  it("refuses a body of two megabytes, and what is no JSON, and goes on", async () => {
    const { anna } = await begin();
    const huge = JSON.stringify({ type: "event_callback", filler: "x".repeat(2_000_000) });
    const alone = { headers: { connection: "close" } };
    expect([0, 401, 413]).toContain((await deliverTo(stage.adapter.url, huge, alone)).status);
    expect((await deliverTo(stage.adapter.url, "{not json")).status).toBe(400);
    await anna.write("还在吗");
    expect(stage.received).toHaveLength(1);
  });

  it("survives a disk that is slower than Slack's patience; the retry is known", async () => {
    stage = await openStage({ timing: { giveUpMs: 30 } });
    const slow = Promise.withResolvers<"stored">();
    const ids: string[] = [];
    await stage.start((message) => {
      ids.push(message.id);
      return ids.length === 1 ? slow.promise : Promise.resolve("duplicate");
    });
    stage.person("U0ANNA");
    const { body } = mention(`${BOT} 磁盘很慢`);
    expect((await deliverTo(stage.adapter.url, body)).status).toBe(500);
    slow.resolve("stored");
    await stage.nextProblem();
    expect((await deliverTo(stage.adapter.url, body, { retry: 1 })).status).toBe(200);
    expect(new Set(ids).size).toBe(1);
  });

  it("takes no event of another workspace, however well it is signed", async () => {
    await begin();
    const { workspace } = stage.slack;
    const event = { type: "app_mention", user: "U9", text: `${BOT} hi`, ts: workspace.ts(), channel: OFFICE };
    const envelope = { ...enveloped(workspace, event, "Ev1"), team_id: "T9", authorizations: [] };
    expect((await deliverTo(stage.adapter.url, JSON.stringify(envelope))).status).toBe(200);
    expect(stage.received).toEqual([]);
  });

  it("lets nobody smuggle an event in beside a check of the certificate", async () => {
    await begin();
    const { body } = mention(`${BOT} hi`);
    await deliverTo(stage.adapter.url, form({ ssl_check: "1", payload: body }), {
      type: "form",
      secret: "no",
    });
    expect(stage.received).toEqual([]);
  });
});

describe("what comes in twice", () => {
  it("takes a mention once, though Slack tells of it as mention and as message", async () => {
    const { anna } = await begin();
    await anna.write(`${BOT} 医保怎么报`, { channel: OFFICE });
    expect(stage.received).toHaveLength(1);
    expect(stage.received[0]).toMatchObject({ text: "医保怎么报", mentions: { source: "native" } });
  });

  it("takes a retry whose first delivery never arrived", async () => {
    await begin();
    const { body } = mention(`${BOT} 第一次没送到`);
    expect((await deliverTo(stage.adapter.url, body, { retry: 2 })).status).toBe(200);
    expect(stage.received).toHaveLength(1);
    await deliverTo(stage.adapter.url, body, { retry: 3 });
    expect(stage.received).toHaveLength(1);
  });
});

describe("who is heard", () => {
  it("hears no other bot, no echo, no notice of the platform", async () => {
    const { anna } = await begin();
    const { workspace } = stage.slack;
    const said = { type: "message", channel: "D0ANNA", channel_type: "im", text: "hi", ts: workspace.ts() };
    for (const who of [
      { user: "U0BOT2", bot_id: "B2" },
      { subtype: "bot_message", bot_id: "B3" },
      { user: workspace.botUser, bot_id: workspace.botId },
      { user: "U0ANNA", subtype: "channel_join" },
    ]) {
      await stage.line.event(
        enveloped(workspace, { ...said, ...who, ts: workspace.ts() }, `Ev${workspace.ts()}`),
      );
    }
    expect(stage.received).toEqual([]);
    await anna.write("你好");
    expect(stage.received).toHaveLength(1);
  });

  it.each([
    ["a guest", { isGuest: true }, "guest"],
    ["somebody of Slack Connect", { teamId: "T0OTHER" }, "T0OTHER"],
  ])("marks %s as from outside", async (_, more, tenant) => {
    await begin();
    await stage.person("U0CARL", more).write(`${BOT} 你好`, { channel: OFFICE });
    expect(stage.received[0]?.author).toMatchObject({ id: "U0CARL", externalTenant: tenant });
  });

  it("counts somebody whom Slack will not tell about as from outside, and asks again next time", async () => {
    const { anna } = await begin();
    stage.slack.fail("users.info", { kind: "error", error: "internal_error" });
    await anna.write("第一句");
    await anna.write("第二句");
    expect(stage.received.map(({ author }) => author.externalTenant)).toEqual(["unknown", undefined]);
  });
});

describe("threads", () => {
  it("follows up without its name, until people talk to each other, and is called back by it", async () => {
    const { anna, ben } = await begin();
    const root = await anna.write(`${BOT} 出生证怎么办`, { channel: OFFICE });
    const here = { channel: OFFICE, thread: root.ts };
    const answer = async () => {
      const message = stage.received.at(-1);
      if (message) await reply(stage, message, "答。");
    };
    await answer();
    await anna.write("要带什么", here);
    await answer();
    await ben.write("我也想知道多少钱", here);
    await answer();
    expect(stage.received).toHaveLength(3);
    await anna.write("<@U0BEN> 你问过医院吗", here);
    await ben.write("问过了", here);
    expect(stage.received).toHaveLength(3);
    await ben.write(`${BOT} 那周末能办吗`, here);
    expect(stage.received).toHaveLength(4);
    expect(new Set(stage.received.map(({ conversation }) => conversation.key)).size).toBe(1);
  });

  it("does not listen in on threads and channels where nobody asked it", async () => {
    const { anna, ben } = await begin();
    const root = await anna.write("中午吃什么", { channel: OFFICE });
    await ben.write("面", { channel: OFFICE, thread: root.ts });
    expect(stage.received).toEqual([]);
  });

  it("knows a thread again after a restart", async () => {
    const key = `slack:T0WORK:${OFFICE}:1790000000.000001`;
    const { anna } = await begin({ talks: { [key]: [{ id: "m1" }] } });
    await anna.write("还有一个问题", { channel: OFFICE, thread: "1790000000.000001" });
    expect(stage.received[0]?.conversation.key).toBe(key);
  });
});

describe("what people do", () => {
  it("tells an edit, a deletion and a stop, and which question each is about", async () => {
    const { anna } = await begin();
    const asked = await anna.write(`${BOT} 几点上班`, { channel: OFFICE });
    await anna.edit(asked, `${BOT} 几点下班`);
    await anna.stop(asked);
    await anna.remove(asked);
    expect(kinds()).toEqual(["text", "edit", "stop", "delete"]);
    const target = `${OFFICE}:${asked.ts}`;
    expect(stage.received[1]).toMatchObject({ text: "几点下班", targetMessageId: target });
    expect(stage.received[3]).toMatchObject({ targetMessageId: target });
    expect(new Set(stage.received.map(({ conversation }) => conversation.key)).size).toBe(1);
  });

  it("does not take an unfolded link for an edit", async () => {
    const { anna } = await begin();
    const asked = await anna.write(`${BOT} 看 https://a.cn`, { channel: OFFICE });
    await anna.edit(asked, asked.text);
    expect(kinds()).toEqual(["text"]);
  });

  it("stops at a word", async () => {
    const { anna } = await begin();
    await anna.write("停止");
    expect(kinds()).toEqual(["stop"]);
  });

  it("reads slash commands as commands of one person", async () => {
    const { anna } = await begin();
    await anna.slash("/ask", "医保 &amp; 社保", OFFICE);
    await anna.slash("/bangban", "forget", OFFICE);
    await anna.slash("/bangban", "", OFFICE);
    expect(stage.received.map(({ command }) => command)).toMatchObject([
      { name: "ask", args: "医保 & 社保" },
      { name: "forget", args: "" },
      { name: "help", args: "" },
    ]);
    expect(stage.received[0]).toMatchObject({
      surface: "slash",
      conversation: { key: `slack:T0WORK:${OFFICE}:U0ANNA`, isGroup: true },
    });
  });

  it("lets a button say its text in its thread", async () => {
    const { anna, ben } = await begin();
    await anna.write(`${BOT} 写文书`, { channel: OFFICE });
    const [message] = stage.received;
    if (!message) throw new Error("nothing came in");
    const { say } = await import("../../../src/core/reply.ts");
    await reply(stage, message, say("好。", { actions: [{ label: "提交审核", text: "提交 2026-0001" }] }));
    const shown = stage.slack.workspace.messages.at(-1);
    if (!shown) throw new Error("nothing was said");
    await ben.press(shown, "提交审核");
    expect(stage.received.at(-1)).toMatchObject({
      kind: "action",
      text: "提交 2026-0001",
      author: { id: "U0BEN" },
      conversation: { key: message.conversation.key },
    });
  });

  it("takes the words of a message a shortcut was used on", async () => {
    const { anna, ben } = await begin();
    const said = await ben.write("冷柜里有6盒过期酸奶", { channel: OFFICE });
    await anna.shortcut("explain_message", said);
    expect(stage.received[0]).toMatchObject({ command: { name: "ask", args: "冷柜里有6盒过期酸奶" } });
  });

  it("fetches files of Slack's with the token, and of nobody else", async () => {
    const kept: string[] = [];
    const keepFile = async ({ name }: { readonly name: string }) => {
      kept.push(name);
      return { fileId: `kept-${name}` };
    };
    await begin({ keepFile });
    const { workspace } = stage.slack;
    workspace.files.set("F1", { id: "F1", name: "通知.docx", bytes: Buffer.from("PK") });
    const file = (address: string, name: string) => ({
      id: "F",
      name,
      size: 2,
      url_private_download: address,
    });
    const event = {
      type: "message",
      subtype: "file_share",
      user: "U0ANNA",
      channel: "D0ANNA",
      channel_type: "im",
      text: "看看这个",
      ts: workspace.ts(),
      files: [file(`${stage.slack.origin}/files/F1`, "通知.docx"), file("http://127.0.0.1:1/x", "偷.docx")],
    };
    await stage.line.event(enveloped(workspace, event, "Ev1"));
    expect(kept).toEqual(["通知.docx"]);
    expect(stage.received[0]?.attachments).toEqual([
      { kind: "file", name: "通知.docx", sizeBytes: 2, fileId: "kept-通知.docx" },
      { kind: "file", name: "偷.docx", sizeBytes: 2 },
    ]);
  });
});

describe("Socket Mode", () => {
  it(
    "gets what it had not acknowledged again on its next connection, once",
    { timeout: 20_000 },
    async () => {
      stage = await openStage({ transport: "socket" });
      let isBroken = true;
      const ids: string[] = [];
      await stage.start(async (message) => {
        if (isBroken) throw new Error("disk full");
        if (ids.includes(message.id)) return "duplicate";
        ids.push(message.id);
        return "stored";
      });
      const anna = stage.person("U0ANNA");
      const written = anna.write("丢不了");
      await stage.nextProblem();
      isBroken = false;
      stage.slack.socket.drop();
      await written;
      expect(ids).toHaveLength(1);
      expect(stage.slack.socket.greeted).toBe(2);
    },
  );
});
