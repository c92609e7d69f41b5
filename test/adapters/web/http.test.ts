import { request } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { BotError } from "../../../src/core/errors.ts";
import { say } from "../../../src/core/reply.ts";
import { echo, openBot, type ScriptedBot, type Script } from "../../web/scripted-bot.ts";
import { listenTo, post } from "./visitor.ts";

let bot: ScriptedBot;
const open = async (...how: Parameters<typeof openBot>): Promise<ScriptedBot> =>
  (bot = await openBot(...how));
afterEach(() => bot.close());

/** A conversation to talk in. */
const begin = async (): Promise<string> => (await post(`${bot.url}/api/conversations`, {})).json.id;
const ask = (text: unknown, more: object = {}, headers: Record<string, string> = {}) =>
  post(`${bot.url}/api/messages`, { text, ...more }, headers);

describe("asking over HTTP", () => {
  it("answers 202 with the message's id and the conversation, and the reply comes as an event", async () => {
    await open();
    const { status, json } = await ask("出生证怎么办");
    expect(status).toBe(202);
    const listening = await listenTo(bot.url, json.conversation);
    const [reply] = await listening.take("reply");
    expect(reply?.data).toMatchObject({ id: json.id, reply: { text: "re: 出生证怎么办" } });
    listening.close();
  });

  it("makes conversations nobody can guess, and refuses ids that somebody could", async () => {
    await open();
    const ids = await Promise.all(Array.from({ length: 20 }, begin));
    expect(new Set(ids).size).toBe(20);
    // 6 bits a character
    for (const id of ids) expect(id.length * 6).toBeGreaterThanOrEqual(128);
    const { status, json } = await ask("问", { conversation: "room-1" });
    expect([status, json.error.field]).toEqual([400, "conversation"]);
  });

  it("keeps what opens a talk out of everything the bot stores", async () => {
    await open();
    const conversation = await begin();
    await ask("问", { conversation });
    expect(JSON.stringify(bot.received)).not.toContain(conversation);
  });

  it("takes everybody for an anonymous citizen, whatever the request claims", async () => {
    await open();
    await ask("问", { role: "admin", roles: ["officer"], author: { id: "boss" }, platform: "slack" });
    const [message] = bot.received;
    expect(message).toMatchObject({ platform: "web", surface: "page", author: { isBot: false } });
    expect(message?.author).toEqual({ id: message?.conversation.id, isBot: false, isSelf: false });
  });

  it("answers a question once, however often it is sent with the same key", async () => {
    await open();
    const conversation = await begin();
    const key = { "Idempotency-Key": "q-0000-0001" };
    const first = await ask("问", { conversation }, key);
    const again = await ask("问", { conversation }, key);
    const byBody = await ask("问", { conversation, id: "q-0000-0001" });
    expect(new Set([first, again, byBody].map(({ json }) => json.id)).size).toBe(1);
    expect(bot.received).toHaveLength(1);
  });

  it("finds the talk again when the very first question is retried with a long key", async () => {
    await open();
    const key = { "Idempotency-Key": "0123456789abcdef0123456789abcdef" };
    const first = await ask("问", {}, key);
    expect((await ask("问", {}, key)).json).toEqual(first.json);
    const short = { "Idempotency-Key": "guessable" };
    expect((await ask("问", {}, short)).json.conversation).not.toBe(
      (await ask("问", {}, short)).json.conversation,
    );
  });

  it.each([
    ["nothing", { text: "  \n" }, 400, "input.empty", "请先写下您的问题。"],
    ["too much", { text: "长".repeat(20_001) }, 413, "input.tooLong", "问题太长了"],
    ["no text", {}, 400, "usage.invalid", "text"],
    ["a number", { text: 5 }, 400, "usage.invalid", "text"],
    ["broken JSON", "{", 400, "input.notText", "JSON"],
    ["a megabyte and more", { text: "x".repeat(1_000_001) }, 413, "input.tooLong", "问题太长了"],
  ])("says in one sentence what is wrong with %s", async (_, body, status, code, words) => {
    await open();
    const answer = await post(`${bot.url}/api/messages`, body, { "Accept-Language": "zh-CN" });
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(bot.received).toEqual([]);
  });

  it("says it in the person's language", async () => {
    await open();
    const english = await post(`${bot.url}/api/messages`, { text: "" }, { "Accept-Language": "en-GB,en" });
    expect(english.json.error.message).toBe("Please write your question first.");
    const byWords = await post(`${bot.url}/api/messages`, { text: "very long ".repeat(3_000) });
    expect(byWords.json.error.message).toContain("too long");
  });

  it("passes on why a question could not be stored, and hides what it does not know", async () => {
    const words = { zh: "磁盘满了，请稍后再试。", en: "The disk is full." };
    const faults: unknown[] = [];
    await open(echo, { onError: (error) => faults.push(error) });
    bot.refuseWith(new BotError("data.unwritable", "ENOSPC", { forUser: words }));
    const known = await ask("问", {}, { "Accept-Language": "zh" });
    expect([known.status, known.json.error.message]).toEqual([503, words.zh]);
    bot.refuseWith(new Error("secret path"));
    const unknown = await ask("问", {}, { "Accept-Language": "zh" });
    expect([unknown.status, unknown.json.error.code]).toEqual([500, "internal"]);
    expect(JSON.stringify(unknown.json)).not.toContain("secret");
    expect(faults).toHaveLength(1);
  });
});

describe("stop and feedback", () => {
  it("stops the answer under way", async () => {
    const started = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    const untilStopped: Script = async (_, progress, signal) => {
      progress({ type: "working", words: "…" });
      signal.addEventListener("abort", () => stopped.resolve());
      started.resolve();
      await stopped.promise;
      return null;
    };
    await open(untilStopped);
    const { json } = await ask("慢");
    await started.promise;
    const stop = await post(`${bot.url}/api/conversations/${json.conversation}/stop`, {});
    expect(stop.status).toBe(202);
    await stopped.promise;
    expect(bot.received.at(-1)).toMatchObject({ kind: "stop", targetMessageId: json.id, text: "" });
  });

  it("hands on what a person thought of an answer, into the same conversation", async () => {
    await open();
    const { json } = await ask("问");
    const { status } = await post(`${bot.url}/api/messages/${json.id}/feedback`, { value: "up" });
    expect(status).toBe(202);
    const [question, feedback] = bot.received;
    expect(feedback).toMatchObject({
      kind: "feedback",
      conversation: question?.conversation,
      action: { id: "feedback", value: "up", messageId: json.id },
    });
    expect((await post(`${bot.url}/api/messages/${json.id}/feedback`, { value: "great" })).status).toBe(400);
    expect((await post(`${bot.url}/api/messages/other/feedback`, { value: "up" })).status).toBe(404);
  });
});

describe("who may send", () => {
  /** A request as a browser would send it from another page, with a Host of its own choosing. */
  const send = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const options = { method: "POST", headers: { "Content-Type": "application/json", ...headers } };
      const sent = request(`${bot.url}/api/conversations`, options, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject).end("{}");
    });

  it("takes posts from its own page and from programs, not from other pages or borrowed names", async () => {
    await open(echo, { hosts: ["help.example.gov.cn"] });
    const { host } = new URL(bot.url);
    expect(await send({})).toBe(201);
    expect(await send({ Origin: bot.url })).toBe(201);
    expect(await send({ Host: "help.example.gov.cn", Origin: "https://help.example.gov.cn" })).toBe(201);
    // behind a proxy that puts its own address there
    expect(await send({ Host: host, Origin: "https://help.example.gov.cn" })).toBe(201);
    expect(await send({ Origin: "https://evil.example" })).toBe(403);
    expect(await send({ Origin: "null" })).toBe(403);
    expect(await send({ Host: "evil.example", Origin: "http://evil.example" })).toBe(403);
    expect(await send({ Host: "localhost.evil.example" })).toBe(403);
  });

  it("lets no other page read an answer, and no page run what is not ours", async () => {
    await open();
    const response = await fetch(bot.url, { headers: { Origin: "https://evil.example" } });
    expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
    const policy = response.headers.get("Content-Security-Policy");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await response.text()).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|https?:\/\//);
  });
});

describe("files, health and metrics", () => {
  it("gives a file as a download under its own name", async () => {
    const body = new TextEncoder().encode("<script>1</script>");
    const file = { name: "现场检查笔录 (1).docx", mime: "text/html", body };
    await open(echo, { openFile: async (id) => (id === "f-1" ? file : null) });
    const response = await fetch(`${bot.url}/files/f-1`);
    expect(response.headers.get("Content-Disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("现场检查笔录 ")}%281%29.docx`,
    );
    expect(response.headers.get("Content-Security-Policy")).toContain("sandbox");
    expect(await response.text()).toBe("<script>1</script>");
    expect((await fetch(`${bot.url}/files/f-2`)).status).toBe(404);
    expect((await fetch(`${bot.url}/files/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it("tells whether it is well", async () => {
    let ok = true;
    await open(echo, { health: async () => ({ ok, adapters: { web: true } }) });
    const well = await fetch(`${bot.url}/healthz`);
    expect([well.status, await well.json()]).toEqual([200, { ok: true, adapters: { web: true } }]);
    ok = false;
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(503);
    expect(await (await fetch(`${bot.url}/metrics`)).text()).toBe("bangban_up 1\n");
  });

  it("says which port is taken and what to do", async () => {
    await open();
    const port = Number(new URL(bot.url).port);
    await expect(openBot(echo, { port })).rejects.toMatchObject({
      code: "port.taken",
      detail: { field: "WEB_PORT", forUser: { zh: `端口 ${port} 已被其他程序占用，网页没有启动。` } },
    });
  });

  it("sends the page again only when it has changed", async () => {
    await open();
    const first = await fetch(`${bot.url}/main.js`);
    const etag = first.headers.get("ETag") ?? "";
    expect(first.headers.get("Content-Type")).toContain("text/javascript");
    expect((await fetch(`${bot.url}/main.js`, { headers: { "If-None-Match": etag } })).status).toBe(304);
    expect((await fetch(`${bot.url}/types.ts`)).status).toBe(404);
    expect((await fetch(`${bot.url}/nothing`)).status).toBe(404);
  });
});

describe("the events of a talk", () => {
  it("tell the whole talk first, then what happens", async () => {
    await open(async (message, progress) => {
      progress({ type: "text", delta: "一" });
      progress({ type: "text", delta: "二" });
      return say(`re: ${message.text}`);
    });
    const { json } = await ask("第一问");
    const listening = await listenTo(bot.url, json.conversation);
    await listening.take("ready");
    expect(listening.events.map(({ name }) => name)).toEqual(["talk", "question", "reply", "ready"]);
    await ask("第二问", { conversation: json.conversation });
    const replies = await listening.take("reply", 2);
    const texts = await listening.take("progress", 3);
    expect(texts.map(({ data }) => [data["type"], data["at"], data["delta"]])).toEqual([
      ["text", 0, "一"],
      ["text", 1, "二"],
      ["done", undefined, undefined],
    ]);
    expect(replies.at(-1)?.data).toMatchObject({ reply: { text: "re: 第二问" } });
    listening.close();
  });

  it("tell somebody who comes late how far the answer is", async () => {
    const go = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    await open(async (_, progress) => {
      progress({ type: "working", words: "正在整理" });
      progress({ type: "text", delta: "已经" });
      progress({ type: "text", delta: "写到" });
      told.resolve();
      await go.promise;
      return say("写完");
    });
    const { json } = await ask("长问题");
    await told.promise;
    const listening = await listenTo(bot.url, json.conversation);
    const [working, text] = await listening.take("progress", 2);
    expect(working?.data).toMatchObject({ type: "working", words: "正在整理" });
    expect(text?.data).toEqual({ messageId: json.id, type: "text", at: 0, delta: "已经写到" });
    expect((await listening.take("ready"))[0]?.data).toEqual({ running: [json.id] });
    go.resolve();
    await listening.take("reply");
    listening.close();
  });

  it("go on after the last one that was seen", async () => {
    let clock = 1_000_000;
    await open(echo, { now: () => clock });
    const lane = `web:page:${await laneOf()}`;
    for (const n of [1, 2, 3]) {
      const id = messageId(n);
      bot.remember({ lane, id, atMs: clock, kind: "question", text: `问${n}` });
      bot.remember({ lane, id, atMs: clock + 1, kind: "reply", text: "", reply: say(`答${n}`) });
      clock += 60_000;
    }
    const resumed = await listenTo(bot.url, conversation, `r-${messageId(2)}`);
    await resumed.take("ready");
    expect(resumed.events.map(({ id }) => id).filter(Boolean)).toEqual([
      `q-${messageId(2)}`,
      `q-${messageId(3)}`,
      `r-${messageId(3)}`,
    ]);
    expect(resumed.events[0]?.data).toEqual({ isWhole: false });
    resumed.close();
    const fresh = await listenTo(bot.url, conversation, "r-unknown");
    await fresh.take("ready");
    expect([fresh.events[0]?.data, fresh.events.length]).toEqual([{ isWhole: true }, 8]);
    fresh.close();
  });

  it("belong to one conversation only", async () => {
    await open();
    const { json } = await ask("我的秘密");
    const other = await listenTo(bot.url, await begin());
    await other.take("ready");
    await ask("再说一次", { conversation: json.conversation });
    await ask("别人的话", { conversation: json.conversation });
    expect(other.raw()).not.toContain("秘密");
    expect(other.raw()).not.toContain("再说");
    other.close();
  });

  it("keep the line open while nothing happens", async () => {
    const beats: (() => void)[] = [];
    const every = (_: number, beat: () => void) => {
      beats.push(beat);
      return () => void beats.splice(beats.indexOf(beat), 1);
    };
    await open(echo, { every });
    const conversation = await begin();
    const listening = await listenTo(bot.url, conversation);
    await listening.take("ready");
    beats[0]?.();
    await ask("问", { conversation });
    await listening.take("reply");
    expect(listening.raw()).toContain(": here\n\n");
    await bot.web.close();
    await listening.ended;
    expect(beats).toEqual([]);
  });

  it("say so when the talk cannot be read, and end so that the browser tries again", async () => {
    await open(echo, { history: () => Promise.reject(new Error("locked")) });
    const listening = await listenTo(bot.url, await begin());
    expect((await listening.take("error"))[0]?.data).toMatchObject({ error: { code: "internal" } });
    await listening.ended;
  });
});

let conversation = "";
/** The bot's own id of a new conversation, as a message in it shows. */
async function laneOf(): Promise<string> {
  conversation = await begin();
  await post(`${bot.url}/api/conversations/${conversation}/stop`, {});
  return bot.received[0]?.conversation.id ?? "";
}

const messageId = (n: number): string => `web-${"a".repeat(32)}-${String(n).repeat(32)}`;
