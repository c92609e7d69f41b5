// the process that the Slack kill test kills: the real adapter, store, desk and pipeline around an agent that takes
// its time and, every other time, is seen writing
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createSlackAdapter } from "../../src/adapters/slack/adapter.ts";
import type { Handle } from "../../src/core/turn.ts";
import { Desk } from "../../src/desk/desk.ts";
import { lockFolder } from "../../src/store/sqlite/lock.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { echoPipeline } from "../fakes/echo.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "../fakes/slack-delivery.ts";

const [dataDir = "", apiUrl = "", maxWorkMs = "20"] = process.argv.slice(2);

lockFolder(dataDir);
const store = openSqliteStore(dataDir);
const work = () => pause(Math.random() * Number(maxWorkMs));
const echo = echoPipeline(store, work);
const handle: Handle = async (message, way) => {
  if (/[13579]问/.test(message.text)) {
    way.progress({ type: "text", delta: `re: ${message.text}\n` });
    await work();
  }
  return echo(message, way);
};
const adapter = createSlackAdapter({
  botToken: BOT_TOKEN,
  signingSecret: SIGNING_SECRET,
  port: 0,
  apiUrl,
  aliveFile: join(dataDir, "alive.json"),
  history: (key) => store.inbox.talk(key, 5),
  openFile: async () => null,
  // as fast as the fake allows: pace is tested elsewhere
  timing: { messageEveryMs: 0, streamAfterMs: 0, appendEveryMs: 0, lookAgainMs: 60, statusAfterMs: 5 },
});
const desk = new Desk({ store, handle, adapters: [adapter] });
await desk.recover();
await adapter.start((message, progress) => desk.receive(message, progress));
desk.open();
process.stdout.write(`${adapter.url}\n`);
process.once("SIGTERM", async () => {
  await adapter.stop();
  await desk.drain(10_000);
  await store.close();
  process.exit(0);
});
