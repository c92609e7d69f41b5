import { execFileSync } from "node:child_process";
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { madePassages, sentencesOf } from "../knowledge-life/made-passages.ts";
import { noPacks } from "./engines.ts";

/**
 * Build time, memory and time of a search as a base grows; each size in a process of its own.
 *
 *   node bench/knowledge/curve.ts --laws FOLDER --stard FOLDER [--sizes 10000,100000,1000000]
 *
 * The passages are made of sentences of the laws in FOLDER; the questions are people's.
 */
const { values } = parseArgs({
  options: {
    laws: { type: "string", default: "" },
    stard: { type: "string", default: "" },
    sizes: { type: "string", default: "10000,100000,1000000" },
    size: { type: "string" },
  },
});
const COLLECTION = "made";
const QUESTIONS = 300;
const WARMING = 20;
const IN_A_FILE = 5_000;

const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

async function writeTexts(folder: string, count: number): Promise<void> {
  const made = madePassages(count, sentencesOf(values.laws));
  for (let at = 0; at < count; at += IN_A_FILE) {
    const out = createWriteStream(join(folder, `f${at}.jsonl`));
    for (let i = 0; i < Math.min(IN_A_FILE, count - at); i += 1)
      out.write(`${JSON.stringify(made.next().value)}\n`);
    out.end();
    await once(out, "finish");
  }
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);

async function measure(count: number) {
  const root = mkdtempSync(join(tmpdir(), "bench-curve-"));
  const dataDir = join(root, "data");
  const texts = join(root, "texts");
  for (const folder of [texts, noPacks(dataDir)]) mkdirSync(folder, { recursive: true });
  try {
    await writeTexts(texts, count);
    const open = () =>
      openKnowledge({ dataDir, packsDir: noPacks(dataDir), log: (line) => console.error(line) });
    const start = performance.now();
    const builder = await open();
    await builder.ingest([texts], { collection: COLLECTION });
    await builder.close();
    const buildS = Math.round((performance.now() - start) / 1_000);
    const knowledge = await open();
    const before = process.memoryUsage.rss();
    await knowledge.warm();
    const figures = await timed(async (text) => {
      await knowledge.search(text, { collections: [COLLECTION], roles: ROLES, on: "2026-11-24" }, 10);
    });
    const indexMB = megabytes(process.memoryUsage.rss() - before);
    await knowledge.close();
    const diskMB = megabytes(sizeOf(dataDir));
    return {
      passages: count,
      "build s": buildS,
      ...figures,
      "index in memory MB": indexMB,
      "disk MB": diskMB,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Times of people's questions, on the clock and in processor time: the latter does not tell how busy a machine was. */
async function timed(find: (text: string) => Promise<void>) {
  const questions: string[] = readFileSync(join(values.stard, "queries.jsonl"), "utf8")
    .trim()
    .split("\n")
    .slice(0, QUESTIONS + WARMING)
    .map((line) => JSON.parse(line).text);
  for (const text of questions.slice(0, WARMING)) await find(text);
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (const text of questions.slice(WARMING)) {
    const start = performance.now();
    await find(text);
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  const cpuMs = Number(((user + system) / 1_000 / times.length).toFixed(1));
  return { "p50 ms": at(0.5), "p99 ms": at(0.99), "processor ms": cpuMs };
}

if (values.size !== undefined) {
  console.log(JSON.stringify(await measure(Number(values.size))));
} else {
  const script = fileURLToPath(import.meta.url);
  const rows = values.sizes.split(",").map((size) => {
    const args = [script, "--laws", values.laws, "--stard", values.stard, "--size", size];
    const out = execFileSync(process.execPath, args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    const row: unknown = JSON.parse(out.trim().split("\n").at(-1) ?? "{}");
    console.error(row);
    return row;
  });
  console.table(rows);
}
