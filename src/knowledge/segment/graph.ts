import { join } from "node:path";
import { renameSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { HnswIndex, loadHnsw } from "../vectors/hnsw.ts";
import type { VectorMatrix } from "../vectors/matrix.ts";
import { readArrays, sealOf, writeArrays } from "./container.ts";
import { readSealed, sealed, type SealedFile } from "./manifest.ts";

// below this, looking at every vector takes under 10 ms, is exact, and has nothing to build
const GRAPH_FROM = 50_000;

/** The files of a graph: the library's own, and the library row of each of its labels. */
export interface GraphFiles {
  readonly graph: SealedFile;
  readonly labels: SealedFile;
}

/** What of a graph is there already. */
export interface FoundGraph {
  readonly graph?: SealedFile | undefined;
  readonly labels?: SealedFile | undefined;
}

const GONE = 0; // rows are numbered from 1

/** Builds a graph over the vectors of these library rows; null for small collections and where hnswlib is missing. */
export async function buildGraph(
  directory: string,
  name: string,
  matrix: VectorMatrix,
  rows: Uint32Array,
  old: FoundGraph,
): Promise<GraphFiles | null> {
  if (matrix.size < GRAPH_FROM) return null;
  const hnsw = await loadHnsw();
  if (hnsw === null) return null;
  const { index: known } = await openGraph(directory, matrix.dims, old);
  const graph = known === undefined || isWorn(known) ? HnswIndex.empty(hnsw, matrix.dims, matrix.size) : known;
  const wanted = new Map(Array.from(rows, (row, place) => [String(row), place]));
  await graph.delete({ ids: [...graph.ids].filter((id) => !wanted.has(id)) });
  const present = new Set(graph.ids);
  for (const [id, place] of wanted) {
    if (!present.has(id)) await graph.addVectors([matrix.at(place)], [{ id }]);
  }
  const passing = join(directory, `${name}.${process.pid}.part`);
  await graph.save(passing);
  const seal = sealOf([await readFile(passing)]);
  await settle(passing);
  renameSync(passing, join(directory, `${name}.graph`));
  const labels = Uint32Array.from(graph.labels, (id) => (id === null ? GONE : Number(id)));
  const labelSeal = writeArrays(join(directory, `${name}.labels`), {}, { labels });
  return { graph: sealed(`${name}.graph`, seal), labels: sealed(`${name}.labels`, labelSeal) };
}

/** Waits until a file that somebody else wrote is on the disk. */
async function settle(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

/** More dead than alive: a new graph is smaller and finds more. */
const isWorn = (graph: HnswIndex): boolean => graph.size < graph.labels.length / 2;

/** Opens a graph from its files; nothing where there is none or no library to read it, a fault where it is broken. */
export async function openGraph(
  directory: string,
  dims: number,
  { graph, labels }: FoundGraph,
): Promise<{ index?: HnswIndex; fault?: string }> {
  if (graph === undefined || labels === undefined) return {};
  const hnsw = await loadHnsw();
  if (hnsw === null) return {};
  const [whole, rows] = await Promise.all([readSealed(directory, graph), readSealed(directory, labels)]);
  const fault = whole.fault ?? rows.fault;
  if (fault !== undefined || rows.data === undefined) return { fault: fault ?? "the graph has no labels" };
  const ids = Array.from(readArrays(rows.data).array("labels", Uint32Array), (row) => (row === GONE ? null : String(row)));
  return { index: await HnswIndex.load(hnsw, dims, join(directory, graph.file), ids) };
}
