// ours: the real store, desk and pipeline with an echo in place of the agent, behind signed Slack events
import { createHmac, timingSafeEqual } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import bolt from "@slack/bolt";
import type { Adapter } from "../../src/core/adapter.ts";
import type { IncomingMessage } from "../../src/core/message.ts";
import { Desk } from "../../src/desk/desk.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { echoPipeline } from "../../test/fakes/echo.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "./slack.ts";

const [apiUrl = ""] = process.argv.slice(2);
const client = new bolt.webApi.WebClient(BOT_TOKEN, { slackApiUrl: apiUrl });

const isSigned = (headers: IncomingHttpHeaders, body: string): boolean => {
  const seconds = String(headers["x-slack-request-timestamp"]);
  const own = createHmac("sha256", SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest();
  const theirs = Buffer.from(String(headers["x-slack-signature"]).slice(3), "hex");
  return own.length === theirs.length && timingSafeEqual(own, theirs);
};

function normalize(body: string): IncomingMessage {
  const { event, event_id: deliveryId } = JSON.parse(body);
  const text = String(event.text).replace(/^<@UBOT>\s*/, "");
  const nowMs = Date.now();
  return {
    id: `${event.channel}:${event.ts}`,
    platform: "slack",
    account: "T1",
    deliveryId,
    kind: "text",
    surface: "channel",
    conversation: { key: `slack:T1:C1:${event.ts}`, id: "C1", threadId: event.ts, isGroup: true },
    author: { id: event.user, isBot: false, isSelf: false },
    mentions: { self: true, all: false, ids: [], source: "native" },
    text,
    rawText: event.text,
    attachments: [],
    sentAtMs: nowMs,
    receivedAtMs: nowMs,
  };
}

const adapter: Adapter = {
  name: "slack",
  limits: {
    format: "markdown",
    maxPiece: 12_000,
    unit: "chars",
    maxPieces: 5,
    stream: "native",
    edit: true,
    ephemeral: true,
    threads: true,
    typing: true,
    files: true,
    buttons: true,
  },
  render: (reply) => [{ text: reply.text, body: "{}" }],
  async start(receive) {
    const server = createServer(async (incoming, outgoing) => {
      let body = "";
      for await (const chunk of incoming) body += String(chunk);
      if (!isSigned(incoming.headers, body)) return void outgoing.writeHead(401).end();
      await receive(normalize(body));
      outgoing.writeHead(200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    process.stdout.write(`${address !== null && typeof address === "object" ? address.port : 0}\n`);
  },
  async send({ message, text }) {
    const thread_ts = message.conversation.threadId ?? "";
    await client.chat.postMessage({ channel: message.conversation.id, thread_ts, text });
  },
  stop: async () => undefined,
};

const store = openSqliteStore(mkdtempSync(join(tmpdir(), "bangban-bench-")));
const handle = echoPipeline(store);
const desk = new Desk({ store, handle, adapters: [adapter] });
await desk.recover();
desk.open();
await adapter.start((message, progress) => desk.receive(message, progress));
