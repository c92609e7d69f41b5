import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { COLLECTION, lawOf, write } from "./editions.ts";

const ACTOR = fileURLToPath(new URL("./actor.ts", import.meta.url));
const STILL_FILES = 30; // they never change; with them the index is on the disk
const STILL_ARTICLES = 70;
const DOCUMENTS = 5; // of each writer

const times = { name: z.string(), begin: z.number(), end: z.number() };
const written = z.object({ kind: z.literal("writer"), edition: z.number().nullable(), ...times });
const read = z.object({
  kind: z.literal("reader"),
  editions: z.array(z.number()),
  hits: z.number(),
  ...times,
});
const event = z.discriminatedUnion("kind", [written, read]);

type Written = z.output<typeof written>;
type Read = z.output<typeof read>;

export interface Verdict {
  readonly writes: number;
  readonly removals: number;
  readonly reads: number;
  /** Reads that found the document that they asked for. */
  readonly found: number;
  /** Answers that cite two editions of one document. */
  readonly mixed: number;
  /** Answers that cite a document whose removal was over before they were asked for. */
  readonly deleted: number;
  /** Answers with an edition that was replaced before, or not begun until after. */
  readonly untimely: number;
  /** Answers without a document that was there all the while. */
  readonly missed: number;
  readonly writeMs: { readonly p50: number; readonly p99: number };
  readonly readMs: { readonly p50: number; readonly p99: number };
}

export interface ActorsOptions {
  readonly writers: number;
  readonly readers: number;
  /** How long they work, or how often each writer writes. */
  readonly until: { readonly ms: number } | { readonly writes: number };
}

/** Lets writers and readers, each a process, work on one knowledge base, and judges all that was read. */
export async function runActors(root: string, { writers, readers, until }: ActorsOptions): Promise<Verdict> {
  for (const name of ["packs", "log"]) mkdirSync(join(root, name), { recursive: true });
  for (let i = 0; i < STILL_FILES; i += 1) {
    write(join(root, "still"), `still-${i}.md`, lawOf(`常法${i}号`, STILL_ARTICLES, 1));
  }
  for (let i = 0; i < writers; i += 1) mkdirSync(join(root, `writer-${i}`), { recursive: true });
  const knowledge = await openKnowledge({
    dataDir: join(root, "data"),
    packsDir: join(root, "packs"),
    log: () => {},
  });
  await knowledge.ingest([join(root, "still")], { collection: COLLECTION });
  await knowledge.close();
  const rounds = "writes" in until ? until.writes : 0;
  const start = (kind: "writer" | "reader") => (_: unknown, i: number) => {
    const numbers = [writers, DOCUMENTS, kind === "writer" ? rounds : 0].map(String);
    const child = spawn(process.execPath, [ACTOR, kind, String(i), root, ...numbers], {
      stdio: ["pipe", "inherit", "inherit"],
    });
    return { child, end: once(child, "exit") };
  };
  const writing = Array.from({ length: writers }, start("writer"));
  const reading = Array.from({ length: readers }, start("reader"));
  await ("ms" in until ? pause(until.ms) : Promise.all(writing.map(({ end }) => end)));
  for (const { child } of [...writing, ...reading]) if (child.exitCode === null) child.stdin.write("stop\n");
  const codes = await Promise.all([...writing, ...reading].map(({ end }) => end));
  if (codes.some(([code]) => code !== 0)) throw new Error(`an actor ended with ${JSON.stringify(codes)}`);
  return judge(join(root, "log"));
}

function judge(folder: string): Verdict {
  const events = readdirSync(folder)
    .flatMap((name) => readFileSync(join(folder, name), "utf8").trim().split("\n"))
    .filter((line) => line !== "")
    .map((line) => event.parse(JSON.parse(line)));
  const writes = events.filter((each) => each.kind === "writer");
  const reads = events.filter((each) => each.kind === "reader");
  const byName = Map.groupBy(writes, ({ name }) => name);
  const faults = reads.map((each) => faultOf(each, byName.get(each.name) ?? []));
  const count = (fault: Fault) => faults.filter((each) => each === fault).length;
  return {
    writes: writes.length,
    removals: writes.filter(({ edition }) => edition === null).length,
    reads: reads.length,
    found: reads.filter(({ hits }) => hits > 0).length,
    mixed: count("mixed"),
    deleted: count("deleted"),
    untimely: count("untimely"),
    missed: count("missed"),
    writeMs: quantiles(writes),
    readMs: quantiles(reads),
  };
}

type Fault = "mixed" | "deleted" | "untimely" | "missed" | null;

/** What is wrong with an answer, given all that was done to the document it asks for, in order of time. */
function faultOf({ editions, begin, end }: Read, writes: readonly Written[]): Fault {
  const over = writes.filter((write) => write.end < begin).at(-1);
  const open = writes.filter((write) => write.end >= begin && write.begin <= end);
  const allowed = [over?.edition ?? null, ...open.map(({ edition }) => edition)];
  if (editions.length > 1) return "mixed";
  const [edition = null] = editions;
  if (allowed.includes(edition)) return null;
  if (edition === null) return "missed";
  return allowed.every((each) => each === null) ? "deleted" : "untimely";
}

function quantiles(spans: readonly { readonly begin: number; readonly end: number }[]) {
  const taken = spans.map(({ begin, end }) => (end - begin) / 1_000).toSorted((a, b) => a - b);
  const at = (share: number) => Number((taken[Math.floor(taken.length * share)] ?? 0).toFixed(1));
  return { p50: at(0.5), p99: at(0.99) };
}
