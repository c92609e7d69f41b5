import { join } from "node:path";
import type { Language } from "../core/language.ts";
import type { CollectionState, Library } from "../store/library.ts";
import { openSqliteLibrary } from "../store/sqlite/library.ts";
import { ingest } from "./ingest/ingest.ts";
import { syncPacks } from "./ingest/packs.ts";
import type { IngestOptions, IngestReport, OnIngestProgress } from "./ingest/report.ts";
import type { Findings } from "./lifecycle/finding.ts";
import { lookOver } from "./lifecycle/look-over.ts";
import { cardSchema, type Card } from "./packs/article.ts";
import { loadPacks } from "./packs/load.ts";
import type { Pack } from "./packs/pack.ts";
import type { PackProblem } from "./packs/problem.ts";
import type { Table } from "./packs/table.ts";
import type { Passage, Search } from "./passage.ts";
import type { EmbedderChoice } from "./embed/choice.ts";
import { neighboursOf } from "./search/neighbours.ts";
import { openReranker, type Rerank, type RerankerChoice } from "./search/reranker.ts";
import { searchKnowledge, shown } from "./search/search.ts";
import { Segments, SMALL_PASSAGES } from "./segment/segments.ts";

export interface KnowledgeOptions {
  /** Holds `knowledge.db` and the indexes; made when it is not there. */
  readonly dataDir: string;
  readonly packsDir: string;
  readonly log: (line: string) => void;
  /** The neural embedder to use; unset: the one that is trained on the base itself. */
  readonly embedder?: EmbedderChoice | undefined;
  /** A model that reads the best hits again; unset: none. */
  readonly reranker?: RerankerChoice | undefined;
  /** Milliseconds from any start; for durations only. */
  readonly now?: () => number;
}

export interface CollectionStats extends Pick<
  CollectionState,
  "name" | "kind" | "audience" | "documents" | "passages"
> {
  /** `memory`: words only, indexed at the start; `ready`: words and meaning on disk; `behind`: being brought up to date. */
  readonly index: "memory" | "ready" | "behind";
}

export interface KnowledgeStats {
  readonly packs: number;
  readonly documents: number;
  readonly passages: number;
  readonly problems: number;
  readonly collections: readonly CollectionStats[];
}

/**
 * All that the bot knows, ready to be asked.
 *
 * Only `search` looks at rights: `article`, `card` and `passageById` follow a hit that the search let through.
 */
export interface Knowledge {
  readonly packs: readonly Pack[];
  /** What is wrong with packs and articles; these were left out. */
  readonly problems: readonly PackProblem[];
  readonly search: Search;
  /** An article's passages in order; empty when there is none. */
  article(articleId: string, collection: string, language?: Language): Promise<readonly Passage[]>;
  /** What a pack's card says about itself: the question to ask back, what is local, what is unverified. */
  card(articleId: string, collection: string, language: Language): Promise<Card | null>;
  passageById(id: string, collection?: string): Promise<Passage | null>;
  /** The passages up to `radius` before and after one in its article, with it, in order; empty when there is none. */
  neighbours(id: string, collection: string, radius: number): Promise<readonly Passage[]>;
  tables(pack: string): readonly Table[];
  /** Loads the indexes of large collections now, so that the first question need not wait for them. */
  warm(): Promise<void>;
  stats(): Promise<KnowledgeStats>;
  /** What is stale on a day, what stands there twice, and what contradicts itself. */
  lookOver(today: string): Promise<Findings>;
  ingest(
    paths: readonly string[],
    options: IngestOptions,
    onProgress?: OnIngestProgress,
  ): Promise<IngestReport>;
  close(): Promise<void>;
}

const DATABASE = "knowledge.db";

/** Opens the knowledge base: reads changed articles of the packs and readies their indexes; large ones load when asked. */
export async function openKnowledge({
  dataDir,
  packsDir,
  log,
  embedder,
  reranker,
  now = () => performance.now(),
}: KnowledgeOptions): Promise<Knowledge> {
  const libraryPath = join(dataDir, DATABASE);
  const library = openSqliteLibrary(libraryPath);
  const { packs, problems } = loadPacks(packsDir);
  const articleProblems = await syncPacks(library, packsDir, packs, log);
  const all = [...problems, ...articleProblems];
  for (const { error } of all) log(`knowledge: ${error.message}`);
  const segments = new Segments({ library, dataDir, libraryPath, log, embedder });
  for (const state of await segments.states()) {
    if (state.passages < SMALL_PASSAGES) await segments.parts(state);
  }
  return {
    packs,
    problems: all,
    ...reading(library, packs, segments, now, reranker && openReranker(reranker)),
    async warm() {
      for (const state of await segments.states()) if (state.passages > 0) await segments.parts(state);
    },
    lookOver: (today) => lookOver(library, today),
    stats: async () => statsOf(segments, await segments.states(), packs.length, all.length),
    ingest: (paths, options, onProgress) =>
      ingest({ library, segments, clock: now, log }, paths, options, onProgress),
    async close() {
      await segments.close();
      await library.close();
    },
  };
}

function reading(
  library: Library,
  packs: readonly Pack[],
  segments: Segments,
  clock: () => number,
  rerank: Rerank | undefined,
): Pick<Knowledge, "search" | "article" | "card" | "passageById" | "neighbours" | "tables"> {
  const packOf = new Map(packs.map((pack) => [pack.id, pack]));
  const sources = {
    library,
    segments,
    clock,
    rerank,
    synonymsOf: (collection: string) => packOf.get(collection)?.synonyms ?? [],
  };
  return {
    search: (query, scope, k) => searchKnowledge(sources, query, scope, k),
    async article(articleId, collection, language) {
      return (await library.article(collection, articleId, language)).map(shown);
    },
    async card(articleId, collection, language) {
      return cardSchema.safeParse(await library.meta(collection, articleId, language)).data ?? null;
    },
    async passageById(id, collection) {
      const passage = await library.passage(id, collection);
      return passage === null ? null : shown(passage);
    },
    neighbours: (id, collection, radius) => neighboursOf(library, id, collection, radius),
    tables: (pack) => packOf.get(pack)?.tables ?? [],
  };
}

function statsOf(
  segments: Segments,
  states: readonly CollectionState[],
  packs: number,
  problems: number,
): KnowledgeStats {
  const collections = states.map((state): CollectionStats => {
    const { name, kind, audience, documents, passages } = state;
    const onDisk = segments.isReady(state) ? "ready" : "behind";
    return {
      name,
      kind,
      audience,
      documents,
      passages,
      index: segments.isSmall(passages) ? "memory" : onDisk,
    };
  });
  const total = (key: "documents" | "passages") => collections.reduce((sum, each) => sum + each[key], 0);
  return { packs, problems, documents: total("documents"), passages: total("passages"), collections };
}
