import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ENGINES, noPacks, type Engine, type Work } from "./knowledge/engines.ts";
import { score, type Query } from "./search-score.ts";

/**
 * The same questions over the same statutes by ours and by others, each in a process of its own.
 *
 *   node bench/search-peers.ts --stard FOLDER [--seconds 60] [--keep DIR]
 *
 * FOLDER holds `corpus.jsonl` and `queries.jsonl`. An engine that does not get through all questions in time is
 * scored on those it answered: the column says how many. Ours gives 100 hits as the others do. The others cannot
 * split Chinese: they get the words of Node's Intl.Segmenter; stores of vectors get the vectors that ours made.
 */
const { values } = parseArgs({
  options: {
    stard: { type: "string" },
    seconds: { type: "string", default: "60" },
    keep: { type: "string" },
    engine: { type: "string" },
  },
});
const DEPTH = 100;

if (values.stard === undefined) {
  console.error("usage: node bench/search-peers.ts --stard FOLDER [--seconds 60] [--keep DIR]");
  process.exit(2);
}
const dataDir = values.keep ?? mkdtempSync(join(tmpdir(), "bench-peers-"));
mkdirSync(noPacks(dataDir), { recursive: true });
const work: Work = { corpus: join(values.stard, "corpus.jsonl"), dataDir, packsDir: noPacks(dataDir) };

async function answer(engine: Engine, queries: readonly Query[]) {
  const judged: { relevant: readonly string[]; found: readonly string[] }[] = [];
  const times: number[] = [];
  const until = performance.now() + Number(values.seconds) * 1_000;
  for (const { text, relevant } of queries) {
    if (performance.now() > until) break;
    const start = performance.now();
    const found = await engine.find(text, DEPTH);
    times.push(performance.now() - start);
    judged.push({ relevant, found });
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
  return { ...score(judged), "p50 ms": at(0.5), "p99 ms": at(0.99) };
}

async function runOne(name: string) {
  const open = ENGINES[name];
  if (open === undefined) throw new Error(`there is no engine ${name}`);
  const queries: Query[] = readFileSync(join(String(values.stard), "queries.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const start = performance.now();
  const engine = await open(work);
  const buildS = Number(((performance.now() - start) / 1_000).toFixed(1));
  const figures = await answer(engine, queries);
  const rssMB = Math.round(process.memoryUsage().rss / 1_000_000);
  await engine.close?.();
  return { engine: name, "build s": buildS, "RSS MB": rssMB, ...figures };
}

if (values.engine !== undefined) {
  console.log(JSON.stringify(await runOne(values.engine)));
} else {
  const rows = Object.keys(ENGINES).map((name) => {
    const options = ["--stard", String(values.stard), "--seconds", values.seconds, "--keep", dataDir];
    const script = fileURLToPath(import.meta.url);
    try {
      const out = execFileSync(
        process.execPath,
        ["--max-old-space-size=12000", script, ...options, "--engine", name],
        {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "inherit"],
        },
      );
      const row: unknown = JSON.parse(out.trim().split("\n").at(-1) ?? "{}");
      console.error(row);
      return row;
    } catch (error) {
      return { engine: name, failed: String(error).slice(0, 80) };
    }
  });
  console.table(rows);
  if (values.keep === undefined) rmSync(dataDir, { recursive: true, force: true });
}
