import { join } from "node:path";
import { renameSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { HnswIndex, loadHnsw } from "../vectors/hnsw.ts";
import type { VectorMatrix } from "../vectors/matrix.ts";
import { readSealed, type SealedFile } from "./manifest.ts";

// below this, looking at every vector takes under 10 ms, is exact, and has nothing to build
const GRAPH_FROM = 50_000;

export interface BuiltGraph {
  readonly file: SealedFile;
  readonly labels: readonly (string | null)[];
}

/** A graph of an earlier generation, to be brought up to date instead of built. */
export interface OldGraph {
  readonly file: SealedFile | undefined;
  readonly labels: readonly (string | null)[] | undefined;
}

/** Builds a graph over the vectors of these library rows; null for small collections and where hnswlib is missing. */
export async function buildGraph(
  directory: string,
  name: string,
  matrix: VectorMatrix,
  rows: Uint32Array,
  old: OldGraph,
): Promise<BuiltGraph | null> {
  if (matrix.size < GRAPH_FROM) return null;
  const hnsw = await loadHnsw();
  if (hnsw === null) return null;
  const graph = (await openOld(hnsw, directory, matrix.dims, old)) ?? HnswIndex.empty(hnsw, matrix.dims, matrix.size);
  const wanted = new Map(Array.from(rows, (row, place) => [String(row), place]));
  await graph.delete({ ids: [...graph.ids].filter((id) => !wanted.has(id)) });
  const known = new Set(graph.ids);
  for (const [id, place] of wanted) {
    if (!known.has(id)) await graph.addVectors([matrix.at(place)], [{ id }]);
  }
  const passing = join(directory, `${name}.${process.pid}.part`);
  await graph.save(passing);
  const bytes = await readFile(passing);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  renameSync(passing, join(directory, name));
  return { file: { file: name, bytes: bytes.length, sha256 }, labels: graph.labels };
}

type Hnsw = NonNullable<Awaited<ReturnType<typeof loadHnsw>>>;

async function openOld(
  hnsw: Hnsw,
  directory: string,
  dims: number,
  { file, labels }: OldGraph,
): Promise<HnswIndex | null> {
  if (file === undefined || labels === undefined) return null;
  // more dead than alive: a new graph is smaller and finds more
  if (labels.filter((id) => id === null).length > labels.length / 2) return null;
  const whole = await readSealed(directory, file);
  return whole.fault === undefined ? HnswIndex.load(hnsw, dims, join(directory, file.file), labels) : null;
}
