import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadIndex } from "../../src/knowledge/segment/load.ts";
import { indexDirectory, readManifest } from "../../src/knowledge/segment/manifest.ts";
import { HnswIndex, loadHnsw } from "../../src/knowledge/vectors/hnsw.ts";
import { VectorMatrix } from "../../src/knowledge/vectors/matrix.ts";
import { COLLECTION } from "./engines.ts";

/**
 * How many of the ten nearest the graph finds at the shipped setting, and where a look at every vector is quicker.
 *
 *   node bench/knowledge/graph.ts --stard FOLDER --data DIR [--sizes 10000,25000,55000,200000]
 *
 * DIR is what `search-peers.ts --keep DIR` left: its model makes the vectors, of whole articles up to 60,000 and of
 * sentences above. The questions are those of the folder.
 */
const { values } = parseArgs({
  options: {
    stard: { type: "string", default: "" },
    data: { type: "string", default: "" },
    sizes: { type: "string", default: "10000,25000,55000,200000" },
  },
});
const never = (): never => {
  throw new Error("there is no index with vectors, or hnswlib-node is missing");
};
const ARTICLES = 60_000;
const K = 10;
const LINES_K = 300; // what a search asks the graph for at least

const linesOf = (name: string) =>
  readFileSync(join(values.stard, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const directory = indexDirectory(values.data, COLLECTION);
const manifest = readManifest(directory);
const { index } = manifest === null ? {} : await loadIndex(directory, manifest);
const embed = index?.embedQuestion ?? never();
const hnsw = (await loadHnsw()) ?? never();

const articles: string[] = linesOf("corpus.jsonl").map(({ title, text }) => `${title}\n${text}`);
const sentences = articles.flatMap((text) => text.split(/[。；\n]/)).filter((text) => text.length > 12);
const queries = await Promise.all(
  linesOf("queries.jsonl")
    .slice(0, 400)
    .map(({ text }) => embed(text, "")),
);

const middle = (times: number[]): number =>
  Number((times.sort((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(3));

async function measure(size: number) {
  const texts = (size <= ARTICLES ? articles : sentences).slice(0, size);
  const matrix = new VectorMatrix(queries[0]?.length ?? 0);
  matrix.resize(texts.length);
  for (const [place, text] of texts.entries()) matrix.set(place, await embed(text, ""));
  const start = performance.now();
  const graph = HnswIndex.empty(hnsw, matrix.dims, texts.length);
  for (let place = 0; place < texts.length; place += 1) {
    await graph.addVectors([matrix.at(place)], [{ id: String(place) }]);
  }
  const buildS = (performance.now() - start) / 1_000;
  const times: Record<"exact" | "graph" | "deep", number[]> = { exact: [], graph: [], deep: [] };
  let found = 0;
  let foundDeep = 0;
  for (const query of queries) {
    const timed = async <Result>(kind: keyof typeof times, work: () => Promise<Result> | Result) => {
      const from = performance.now();
      const result = await work();
      times[kind].push(performance.now() - from);
      return result;
    };
    const exact = await timed("exact", () => matrix.nearest(query, K));
    const near = await timed("graph", () => graph.similaritySearchVectorWithScore(query, K));
    const deep = await timed("deep", () => graph.similaritySearchVectorWithScore(query, LINES_K));
    // equal scores are equally near: whichever of them is found
    const worst = (exact.at(-1)?.score ?? 0) - 1e-5;
    const score = (id = "") => matrix.similarity(query, Number(id));
    found += near.filter(([{ id }]) => score(id) >= worst).length;
    foundDeep += deep.slice(0, K).filter(([{ id }]) => score(id) >= worst).length;
  }
  const share = (count: number) => Number((count / (queries.length * K)).toFixed(4));
  return {
    vectors: texts.length,
    "build s": Number(buildS.toFixed(1)),
    "recall@10": share(found),
    "graph p50 ms": middle(times.graph),
    "recall@10, 300 asked": share(foundDeep),
    "300 asked p50 ms": middle(times.deep),
    "exact p50 ms": middle(times.exact),
  };
}

for (const size of values.sizes.split(",").map(Number)) console.log(JSON.stringify(await measure(size)));
