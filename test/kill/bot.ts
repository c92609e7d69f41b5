// the process that the kill test kills: the real store, desk and pipeline around an agent that takes its time
import { setTimeout as pause } from "node:timers/promises";
import { Desk } from "../../src/desk/desk.ts";
import { lockFolder } from "../../src/store/sqlite/lock.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { echoPipeline } from "../fakes/echo.ts";
import { wireAdapter } from "./wire.ts";

const [dataDir = "", platformUrl = "", maxWorkMs = "20"] = process.argv.slice(2);

lockFolder(dataDir);
const store = openSqliteStore(dataDir);
const handle = echoPipeline(store, () => pause(Math.random() * Number(maxWorkMs)));
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
