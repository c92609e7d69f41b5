import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Embeddings } from "@langchain/core/embeddings";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { loadIndex } from "../../src/knowledge/segment/load.ts";
import { indexDirectory, readManifest } from "../../src/knowledge/segment/manifest.ts";

/** A search engine with its index built: gives ids, best first. */
export interface Engine {
  find(text: string, k: number): Promise<readonly string[]>;
  close?(): Promise<void>;
}

export interface Line {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Where the corpus and an index of ours over it are. */
export interface Work {
  readonly corpus: string;
  readonly dataDir: string;
  readonly packsDir: string;
}

export const COLLECTION = "stard";

const linesOf = ({ corpus }: Work): readonly Line[] =>
  readFileSync(corpus, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const peers = createRequire(new URL("../peers/package.json", import.meta.url));

// peers cut text at blanks, which Chinese has none of: they get Node's own word breaker
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text.toLowerCase()))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);

async function ours({ corpus, dataDir, packsDir }: Work): Promise<Engine> {
  const knowledge = await openKnowledge({ dataDir, packsDir, log: (line) => console.error(line) });
  await knowledge.ingest([corpus], { collection: COLLECTION });
  await knowledge.warm();
  const scope = { collections: [COLLECTION], roles: ROLES, on: "2026-11-23" };
  return {
    find: async (text, k) => (await knowledge.search(text, scope, k)).hits.map(({ id }) => id),
    close: () => knowledge.close(),
  };
}

async function miniSearch(work: Work): Promise<Engine> {
  const { default: MiniSearch } = await import(peers.resolve("minisearch"));
  const index = new MiniSearch({ fields: ["title", "text"], tokenize: wordsOf });
  index.addAll(linesOf(work));
  return {
    find: async (text, k) =>
      index
        .search(text)
        .slice(0, k)
        .map(({ id }: { id: string }) => id),
  };
}

async function orama(work: Work): Promise<Engine> {
  const { create, insertMultiple, search } = await import(peers.resolve("@orama/orama"));
  const tokenizer = { language: "chinese", normalizationCache: new Map(), tokenize: wordsOf };
  const schema = { id: "string", title: "string", text: "string" };
  const database = create({ schema, components: { tokenizer } });
  await insertMultiple(database, [...linesOf(work)], 1_000);
  return {
    async find(text, k) {
      const { hits } = await search(database, { term: text, limit: k, properties: ["title", "text"] });
      return hits.map(({ document }: { document: Line }) => document.id);
    },
  };
}

/** The vectors of our own index, so that the stores differ in nothing but the search. */
async function vectorsOf(work: Work) {
  const directory = indexDirectory(work.dataDir, COLLECTION);
  const manifest = readManifest(directory);
  const { index } = manifest === null ? {} : await loadIndex(directory, manifest);
  if (index === undefined) throw new Error("ours must be run first: the others search its vectors");
  const { embedQuestion } = index;
  if (embedQuestion === null) throw new Error("the index has no vectors yet");
  const vectors = index.parts.flatMap(({ meaning, text }) =>
    Array.from(text.columns.ids, (_, row) => Array.from(meaning?.matrix.at(row) ?? [])),
  );
  const documents = linesOf(work).map(({ id }) => ({ pageContent: "", metadata: { id } }));
  const embedOne = async (text: string) => Array.from(await embedQuestion(text, ""));
  const embeddings = {
    embedQuery: embedOne,
    embedDocuments: (texts: string[]) => Promise.all(texts.map(embedOne)),
  } as Embeddings;
  return { vectors, documents, embedOne, embeddings };
}

async function memoryVectorStore(work: Work): Promise<Engine> {
  const { MemoryVectorStore } = await import("@langchain/classic/vectorstores/memory");
  const { vectors, documents, embedOne, embeddings } = await vectorsOf(work);
  const store = new MemoryVectorStore(embeddings);
  await store.addVectors(vectors, documents);
  return {
    async find(text, k) {
      const found = await store.similaritySearchVectorWithScore(await embedOne(text), k);
      return found.map(([{ metadata }]) => String(metadata["id"]));
    },
  };
}

async function plainHnswLib(work: Work): Promise<Engine> {
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
  const { vectors, documents, embedOne, embeddings } = await vectorsOf(work);
  const store = new HNSWLib(embeddings, { space: "cosine" });
  await store.addVectors(vectors, documents);
  return {
    async find(text, k) {
      const found = await store.similaritySearchVectorWithScore(await embedOne(text), k);
      return found.map(([{ metadata }]) => String(metadata["id"]));
    },
  };
}

/** The engines by name; ours first, because the stores of vectors search the vectors that it makes. */
export const ENGINES: Readonly<Record<string, (work: Work) => Promise<Engine>>> = {
  Bangban: ours,
  MiniSearch: miniSearch,
  Orama: orama,
  "LangChain MemoryVectorStore": memoryVectorStore,
  "LangChain HNSWLib": plainHnswLib,
};

/** The folder of packs that holds none. */
export const noPacks = (dataDir: string): string => join(dataDir, "no-packs");
