import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { COLLECTION, SCOPE } from "./editions.ts";
import { madePassages, sentencesOf } from "./made-passages.ts";

/**
 * How long a talk is held up while 50,000 passages are read in and learnt: by another process, and by this one.
 *
 *   node bench/knowledge-life/loop-delay.ts [PASSAGES] [LAWS_FOLDER]
 */
const [passages = "50000", laws] = process.argv.slice(2);
const sentences = laws === undefined ? [] : sentencesOf(laws);
const root = mkdtempSync(join(tmpdir(), "bench-delay-"));
const CHILD = fileURLToPath(new URL("./ingest-child.ts", import.meta.url));
const ASK_EVERY_MS = 50;
const MS = 1_000_000; // nanoseconds

const folder = (name: string, count: number): string => {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  const lines = Array.from(madePassages(count, sentences), (each) =>
    JSON.stringify({ ...each, id: `${name}-${each.id}` }),
  );
  // a hundred passages a file, as handbooks and laws have
  for (let at = 0; at < lines.length; at += 100) {
    writeFileSync(join(path, `f${at}.jsonl`), lines.slice(at, at + 100).join("\n"));
  }
  return path;
};

const dataDir = join(root, "data");
const packsDir = join(root, "packs");
mkdirSync(packsDir);
const open = () => openKnowledge({ dataDir, packsDir, log: () => {} });

/** Asks every 50 ms while something goes on; event-loop delay and latency meanwhile. */
async function measure(label: string, work: () => Promise<unknown>) {
  const knowledge = await open();
  await knowledge.warm();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const taken: number[] = [];
  const over = new AbortController();
  const start = performance.now();
  const end = work().finally(() => over.abort());
  delay.enable();
  while (!over.signal.aborted) {
    const asked = performance.now();
    await knowledge.search("申请人应当提交哪些材料", SCOPE, 10);
    taken.push(performance.now() - asked);
    await pause(ASK_EVERY_MS);
  }
  delay.disable();
  await end;
  taken.sort((a, b) => a - b);
  const at = (share: number) => (taken[Math.floor(taken.length * share)] ?? 0).toFixed(1);
  await knowledge.close();
  return {
    label,
    seconds: ((performance.now() - start) / 1000).toFixed(1),
    delayP50ms: (delay.percentile(50) / MS).toFixed(1),
    delayP99ms: (delay.percentile(99) / MS).toFixed(1),
    delayMaxMs: (delay.max / MS).toFixed(1),
    searchP50ms: at(0.5),
    searchP99ms: at(0.99),
  };
}

try {
  const base = folder("base", 10_000);
  const knowledge = await open();
  await knowledge.ingest([base], { collection: COLLECTION });
  await knowledge.close();
  const rows = [await measure("at rest", () => pause(10_000))];
  const first = folder("first", Number(passages));
  rows.push(
    await measure("another process ingests", async () => {
      await once(spawn(process.execPath, [CHILD, dataDir, packsDir, first], { stdio: "inherit" }), "exit");
    }),
  );
  rows.push(await measure("at rest, with what came", () => pause(10_000)));
  const second = folder("second", Number(passages));
  const writer = await open();
  rows.push(await measure("this process ingests", () => writer.ingest([second], { collection: COLLECTION })));
  await writer.close();
  console.table(rows);
} finally {
  rmSync(root, { recursive: true, force: true });
}
