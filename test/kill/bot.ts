// the process that the kill test kills: the real store, desk and pipeline around an agent that takes its time
import { setTimeout as pause } from "node:timers/promises";
import { say } from "../../src/core/reply.ts";
import { Desk } from "../../src/desk/desk.ts";
import { pipeline } from "../../src/pipeline/handle.ts";
import { lockFolder } from "../../src/store/sqlite/lock.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { wireAdapter } from "./wire.ts";

const [dataDir = "", platformUrl = "", maxWorkMs = "20"] = process.argv.slice(2);

lockFolder(dataDir);
const store = openSqliteStore(dataDir);
const handle = pipeline(
  {
    onUnknownFailure: (error) => console.error(error),
    users: {},
    rooms: {},
    defaultRole: "citizen",
    rate: { burst: 1_000_000, everyMs: 1 },
    now: Date.now,
    memory: store.memory,
    auditLog: store.audit,
    agentsFor: () => [
      { id: "echo", name: { zh: "回声", en: "echo" }, purpose: { zh: "", en: "" }, rooms: [], keywords: [] },
    ],
    status: async () => ({ zh: "", en: "" }),
    fit: async () => new Map(),
    today: () => "2026-11-23",
  },
  async ({ text }) => {
    await pause(Math.random() * Number(maxWorkMs));
    return say(`re: ${text}`, { agent: "echo", mode: "offline" });
  },
);
const adapter = wireAdapter(platformUrl, (port) => process.stdout.write(`${port}\n`));
const desk = new Desk({ store, handle, adapters: [adapter] });
await desk.recover();
desk.open();
await adapter.start((message, progress) => desk.receive(message, progress));
process.once("SIGTERM", async () => {
  await adapter.stop();
  await desk.drain(10_000);
  await store.close();
  process.exit(0);
});
