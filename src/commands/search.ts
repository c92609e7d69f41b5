import { z } from "zod";
import { readSettings } from "../config.ts";
import { dayInChina } from "../core/today.ts";
import { ROLES } from "../core/principal.ts";
import { openLibrary } from "../app.ts";
import type { Knowledge } from "../knowledge/open.ts";
import type { SearchResult } from "../knowledge/passage.ts";
import { createLog } from "../telemetry/log.ts";
import { readJsonLines } from "./json-lines.ts";
import { fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface SearchOptions extends CommonOptions {
  readonly collection?: string;
  readonly k?: string;
  readonly on?: string;
  readonly batch?: string;
}

interface Query {
  readonly text: string;
  readonly collection?: string | undefined;
  readonly k?: number | undefined;
  readonly on?: string | undefined;
}

// as many as fit on a screen
const DEFAULT_K = 10;
const line = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  collection: z.string().optional(),
  k: z.number().int().positive().optional(),
  on: z.iso.date().optional(),
});

/** `bangban search`: ranked passages; whoever runs commands on the data folder may read all of it. */
export async function search(text: string | undefined, options: SearchOptions): Promise<void> {
  let knowledge: Knowledge | undefined;
  try {
    const settings = readSettings({ dataDir: options.data });
    if (options.batch === undefined && (text ?? "").trim() === "") {
      throw wrongUse(
        "search needs words to look for",
        'for example: bangban search "公司拖欠工资不给怎么办"',
      );
    }
    knowledge = await openLibrary(settings, createLog("warn"));
    const k = options.k === undefined ? DEFAULT_K : Number(options.k);
    const base = { collection: options.collection, k, on: options.on ?? options.today };
    if (options.batch === undefined) show(await run(knowledge, { ...base, text: text ?? "" }), options);
    else await searchMany(knowledge, options.batch, base);
  } catch (error) {
    fail(error, options);
  } finally {
    await knowledge?.close();
  }
}

async function searchMany(knowledge: Knowledge, file: string, base: Omit<Query, "text">): Promise<void> {
  for await (const { id, text, collection, k, on } of readJsonLines(file, line)) {
    const query = { text, collection: collection ?? base.collection, k: k ?? base.k, on: on ?? base.on };
    const { hits, ms } = await run(knowledge, query);
    printJson({ id, results: hits.map(({ id: passage, score }) => ({ id: passage, score })), ms });
  }
}

async function run(
  knowledge: Knowledge,
  { text, collection, k = DEFAULT_K, on }: Query,
): Promise<SearchResult> {
  const all = (await knowledge.stats()).collections.map(({ name }) => name);
  const collections = collection === undefined ? all : [collection];
  return knowledge.search(text, { collections, roles: ROLES, on: on ?? dayInChina(Date.now()) }, k);
}

function show({ hits, ms }: SearchResult, { json }: CommonOptions): void {
  if (json) {
    const results = hits.map(({ id, title, source, article, score, text }) => ({
      id,
      title,
      source,
      article,
      score,
      text,
    }));
    return printJson({ results, ms });
  }
  for (const [index, { title, path, text, score }] of hits.entries()) {
    print(
      `${index + 1}. ${path.join(" › ") || title}  ${score.toFixed(3)}\n   ${text.replace(/\s+/g, " ").slice(0, 120)}`,
    );
  }
  print(hits.length === 0 ? "nothing found" : `${hits.length} passages in ${ms.toFixed(1)} ms`);
}
