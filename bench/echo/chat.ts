// the same echo on the Chat SDK, queueing what overlaps so that nothing is dropped on purpose
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { BOT_TOKEN, SIGNING_SECRET } from "./slack.ts";

const [apiUrl = ""] = process.argv.slice(2);
const peers = new URL("../peers/node_modules/", import.meta.url);
const { Chat } = await import(new URL("chat/dist/index.js", peers).href);
const { createSlackAdapter } = await import(new URL("@chat-adapter/slack/dist/index.js", peers).href);
const { createMemoryState } = await import(new URL("@chat-adapter/state-memory/dist/index.js", peers).href);

const bot = new Chat({
  userName: "bot",
  adapters: { slack: createSlackAdapter({ botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, apiUrl }) },
  state: createMemoryState(),
  concurrency: "queue",
  logger: "silent",
});
bot.onNewMention(async (thread: { post(text: string): Promise<void> }, message: { text: string }) => {
  await thread.post(`re: ${message.text}`);
});

const server = createServer(async (incoming, outgoing) => {
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const body = Readable.toWeb(incoming);
  const init: RequestInit = { method: "POST", headers, body, duplex: "half" };
  const answer: Response = await bot.webhooks.slack(new Request(`http://127.0.0.1${incoming.url}`, init), {
    waitUntil: (work: Promise<unknown>) => void work.catch((error) => console.error(error)),
  });
  outgoing.writeHead(answer.status).end(await answer.text());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${address !== null && typeof address === "object" ? address.port : 0}\n`);
});
