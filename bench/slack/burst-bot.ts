// our adapter, store, desk and pipeline around an agent that echoes; "讲" makes it write for a minute
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createSlackAdapter } from "../../src/adapters/slack/adapter.ts";
import { say } from "../../src/core/reply.ts";
import type { Handle } from "../../src/core/turn.ts";
import { Desk } from "../../src/desk/desk.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { echoPipeline } from "../../test/fakes/echo.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "../../test/fakes/slack-delivery.ts";

const [apiUrl = "", writeMs = "0"] = process.argv.slice(2);
const WORD_MS = 50;

const store = openSqliteStore(mkdtempSync(join(tmpdir(), "bangban-slack-burst-")));
const echo = echoPipeline(store);
const handle: Handle = async (message, way) => {
  if (!message.text.startsWith("讲")) return echo(message, way);
  let text = "";
  for (let wroteMs = 0; wroteMs < Number(writeMs); wroteMs += WORD_MS) {
    const delta = wroteMs % 500 === 0 ? "说完一句。" : "又几个字";
    text += delta;
    way.progress({ type: "text", delta });
    await pause(WORD_MS);
  }
  return say(text, { agent: "echo", mode: "model" });
};
const adapter = createSlackAdapter({
  botToken: BOT_TOKEN,
  signingSecret: SIGNING_SECRET,
  port: 0,
  apiUrl,
  history: (key) => store.inbox.talk(key, 5),
  openFile: async () => null,
});
// 64 turns at once, as the bot is delivered: the questions of the burst are stored, and answered in turn
const desk = new Desk({ store, handle, adapters: [adapter] });
await adapter.start((message, progress) => desk.receive(message, progress));
desk.open();
process.stdout.write(`${adapter.url}\n`);
