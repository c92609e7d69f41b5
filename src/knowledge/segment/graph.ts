import { renameSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { HnswIndex, loadHnsw } from "../vectors/hnsw.ts";
import type { VectorMatrix } from "../vectors/matrix.ts";
import { readArrays, sealOf, writeArrays } from "./container.ts";
import { faultIn, readSealed, sealed, type SealedFile } from "./sealed.ts";

// below this, looking at every vector takes under 10 ms, is exact, and has nothing to build
export const GRAPH_FROM = 50_000;

/** The files of a graph: the library's own, and the library row of each of its labels. */
export interface GraphFiles {
  readonly graph: SealedFile;
  readonly labels: SealedFile;
}

/** What of a graph is there. */
export type FoundGraph = { readonly [File in keyof GraphFiles]?: SealedFile | undefined };

/** Builds a graph over the vectors of these library rows; null where hnswlib is missing. */
export async function buildGraph(
  directory: string,
  name: string,
  matrix: VectorMatrix,
  rows: Uint32Array,
): Promise<GraphFiles | null> {
  const hnsw = await loadHnsw();
  if (hnsw === null) return null;
  const graph = HnswIndex.empty(hnsw, matrix.dims, matrix.size);
  for (const [place, row] of rows.entries())
    await graph.addVectors([matrix.at(place)], [{ id: String(row) }]);
  const passing = join(directory, `${name}.${process.pid}.part`);
  await graph.save(passing);
  const seal = sealOf([await readFile(passing)]);
  await settle(passing);
  renameSync(passing, join(directory, `${name}.graph`));
  const labelSeal = writeArrays(join(directory, `${name}.labels`), {}, { labels: rows });
  return { graph: sealed(`${name}.graph`, seal), labels: sealed(`${name}.labels`, labelSeal) };
}

/** Waits until a file that somebody else wrote is on the disk. */
async function settle(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

/** Opens a graph from its files; nothing where there is none or no library to read it, a fault where it is broken. */
export async function openGraph(
  directory: string,
  dims: number,
  { graph, labels }: FoundGraph,
): Promise<{ index?: HnswIndex; fault?: string }> {
  if (graph === undefined || labels === undefined) return {};
  const hnsw = await loadHnsw();
  if (hnsw === null) return {};
  const [broken, rows] = await Promise.all([faultIn(directory, graph), readSealed(directory, labels)]);
  const fault = broken ?? rows.fault;
  if (fault !== undefined || rows.data === undefined) return { fault: fault ?? "the graph has no labels" };
  const ids = Array.from(readArrays(rows.data).array("labels", Uint32Array), String);
  return { index: await HnswIndex.load(hnsw, dims, join(directory, graph.file), ids) };
}
