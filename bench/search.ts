import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ROLES } from "../src/core/principal.ts";
import { openKnowledge, type Knowledge } from "../src/knowledge/open.ts";
import { score, type Judged, type Query } from "./search-score.ts";

/**
 * Measures search on statute articles and everyday questions, and the reading of a folder of laws.
 *
 *   node bench/search.ts DATA [--laws-only | --questions-only] [--keep DIR]
 *
 * DATA holds `stard/corpus.jsonl` ({id, title, text}), `stard/queries.jsonl` ({id, text, relevant}) and `laws/`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    "laws-only": { type: "boolean" },
    "questions-only": { type: "boolean" },
    keep: { type: "string" },
  },
});
const [data] = positionals;
if (data === undefined) {
  console.error("usage: node bench/search.ts DATA [--laws-only | --questions-only] [--keep DIR]");
  process.exit(2);
}
const dataDir = values.keep ?? mkdtempSync(join(tmpdir(), "bench-search-"));
const packsDir = join(dataDir, "no-packs");
mkdirSync(packsDir, { recursive: true });
const seconds = (ms: number) => Number((ms / 1000).toFixed(2));
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

const open = () => openKnowledge({ dataDir, packsDir, log: (line) => console.error(line) });
const scopeOf = (collection: string) => ({ collections: [collection], roles: ROLES, on: "2026-11-23" });

/** Milliseconds that each search took; the first 20 are warming up. */
async function times(knowledge: Knowledge, collection: string, texts: readonly string[], k: number) {
  for (const text of texts.slice(0, 20)) await knowledge.search(text, scopeOf(collection), k);
  const taken: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    await knowledge.search(text, scopeOf(collection), k);
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  const at = (share: number) => Number((taken[Math.floor(taken.length * share)] ?? 0).toFixed(2));
  return { p50: at(0.5), p99: at(0.99) };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Reads `path` into a collection and says how long it took. */
async function read(collection: string, path: string) {
  const knowledge = await open();
  const start = performance.now();
  let indexingFrom = start;
  const report = await knowledge.ingest([path], { collection }, ({ phase }) => {
    if (phase === "reading") indexingFrom = performance.now();
  });
  const end = performance.now();
  await knowledge.close();
  const { skipped, seconds: _seconds, ...counts } = report;
  const skips = skipped.length;
  return { ...counts, skipped: skips, readingS: seconds(indexingFrom - start), totalS: seconds(end - start) };
}

/** Opens the knowledge base in a process of its own and times it up to the first answer. */
function reopen(collection: string, text: string): Record<string, number> {
  const script = fileURLToPath(new URL("./search-open.ts", import.meta.url));
  return JSON.parse(
    execFileSync(process.execPath, [script, dataDir, packsDir, collection, text], { encoding: "utf8" }),
  );
}

async function measureQuestions(folder: string, queries: readonly Query[]) {
  console.log("questions: reading and indexing");
  console.table([await read("stard", join(folder, "corpus.jsonl"))]);
  const figures = reopen("stard", queries[0]?.text ?? "");
  const knowledge = await open();
  const judged: Judged[] = [];
  for (const query of queries) {
    const { hits } = await knowledge.search(query.text, scopeOf("stard"), 100);
    judged.push({ relevant: query.relevant, found: hits.map(({ id }) => id) });
  }
  console.table([score(judged)]);
  const texts = queries.map(({ text }) => text);
  console.table([
    { ...figures, ...(await times(knowledge, "stard", texts, 10)), diskMB: megabytes(sizeOf(dataDir)) },
  ]);
  await knowledge.close();
}

async function measureLaws(folder: string, texts: readonly string[]) {
  console.log("laws: first and second reading");
  console.table([await read("laws", folder), await read("laws", folder)]);
  const figures = reopen("laws", texts[0] ?? "");
  const knowledge = await open();
  console.table([
    { ...figures, ...(await times(knowledge, "laws", texts, 10)), diskMB: megabytes(sizeOf(dataDir)) },
  ]);
  await knowledge.close();
}

const queries: Query[] = readFileSync(join(data, "stard", "queries.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
try {
  if (!values["laws-only"]) await measureQuestions(join(data, "stard"), queries);
  if (!values["questions-only"]) {
    const texts = queries.map(({ text }) => text);
    await measureLaws(join(data, "laws"), texts);
  }
} finally {
  if (values.keep === undefined) rmSync(dataDir, { recursive: true, force: true });
}
