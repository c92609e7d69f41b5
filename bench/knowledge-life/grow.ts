import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { COLLECTION } from "./editions.ts";
import { madePassages, sentencesOf } from "./made-passages.ts";

/**
 * Ingest and index of so many made passages: time, memory, disk, and what a small change costs then.
 *
 *   node bench/knowledge-life/grow.ts PASSAGES [LAWS_FOLDER]
 */
const [passages = "100000", laws] = process.argv.slice(2);
const count = Number(passages);
const root = mkdtempSync(join(tmpdir(), "bench-grow-"));
const [dataDir, packsDir, texts] = [join(root, "data"), join(root, "packs"), join(root, "texts")];
for (const folder of [packsDir, texts]) mkdirSync(folder, { recursive: true });
const IN_A_FILE = 5_000;
const scope = { collections: [COLLECTION], roles: ROLES, on: "2026-11-24" };
const seconds = (from: number) => Number(((performance.now() - from) / 1000).toFixed(2));
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

/** The most memory that this process has held, from the system's own book. */
function peakMB(): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
  return Math.round(Number(line?.[1] ?? 0) / 1000);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);
}

async function writeTexts(): Promise<void> {
  const made = madePassages(count, laws === undefined ? [] : sentencesOf(laws));
  for (let at = 0; at < count; at += IN_A_FILE) {
    const out = createWriteStream(join(texts, `f${at}.jsonl`));
    for (let i = 0; i < Math.min(IN_A_FILE, count - at); i += 1)
      out.write(`${JSON.stringify(made.next().value)}\n`);
    out.end();
    await once(out, "finish");
  }
}

const open = () => openKnowledge({ dataDir, packsDir, log: (line) => console.error(line) });
const find = async (knowledge: Awaited<ReturnType<typeof open>>, words: string) =>
  (await knowledge.search(words, scope, 5)).hits.map(({ id }) => id);

try {
  await writeTexts();
  const knowledge = await open();
  const before = process.cpuUsage();
  const start = performance.now();
  let read = start;
  await knowledge.ingest([texts], { collection: COLLECTION }, ({ phase }) => {
    if (phase === "reading") read = performance.now();
  });
  const totalS = seconds(start);
  // of all threads: what a busy machine cannot stretch
  const { user, system } = process.cpuUsage(before);
  const cpuS = Math.round((user + system) / 1_000_000);
  const peak = peakMB();
  console.error(JSON.stringify({ count, readS: (read - start) / 1000, totalS, cpuS, peak }));
  await knowledge.close();
  const opening = performance.now();
  const again = await open();
  await again.warm();
  const warmMs = Math.round(performance.now() - opening);
  const taken: number[] = [];
  for (const { text } of madePassages(300)) {
    const asked = performance.now();
    await again.search(text.slice(0, 24), scope, 10);
    taken.push(performance.now() - asked);
  }
  taken.sort((a, b) => a - b);
  const addition = performance.now();
  writeFileSync(
    join(texts, "new.jsonl"),
    JSON.stringify({ id: "new", title: "新规", text: "无人驾驶航空器须实名登记。" }),
  );
  await again.ingest([texts], { collection: COLLECTION });
  const addS = seconds(addition);
  const isFound = (await find(again, "无人驾驶航空器实名登记")).includes("new");
  const removal = performance.now();
  rmSync(join(texts, "new.jsonl"));
  let gone = 0;
  const ending = again.ingest([texts], { collection: COLLECTION });
  while ((await find(again, "无人驾驶航空器实名登记")).includes("new")) await new Promise(setImmediate);
  gone = Math.round(performance.now() - removal);
  await ending;
  console.table([
    {
      passages: count,
      textMB: megabytes(sizeOf(texts)),
      readS: ((read - start) / 1000).toFixed(1),
      totalS,
      cpuS,
      peakMB: peak,
      databaseMB: megabytes(statSync(join(dataDir, "knowledge.db")).size),
      indexMB: megabytes(sizeOf(join(dataDir, "index"))),
      warmMs,
      p50: taken[150]?.toFixed(1),
      p99: taken[297]?.toFixed(1),
      addOneS: addS,
      isFound,
      goneAfterMs: gone,
    },
  ]);
  await again.close();
} finally {
  rmSync(root, { recursive: true, force: true });
}
