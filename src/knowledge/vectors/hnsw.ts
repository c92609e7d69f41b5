import type * as hnswlib from "hnswlib-node";
import { assertVector, found, paired, type VectorIndex } from "./port.ts";

const LINKS = 16; // per vector and level; the library's own advice for a few hundred dimensions
const BUILD_EFFORT = 200;
// at 10, the library's own choice, one hit in seven is missed at 55,000 vectors; at 100 one in 160
const SEARCH_EFFORT = 100;
const LARGE = 100_000;
const LARGE_SEARCH_EFFORT = 256;
const SEED = 100;
const FIRST_CAPACITY = 1_024;

type Hnsw = Pick<typeof hnswlib, "HierarchicalNSW">;

/** The native library, or null where it is not installed or does not fit this machine. */
export async function loadHnsw(onMissing?: (reason: unknown) => void): Promise<Hnsw | null> {
  try {
    const found = await import("hnswlib-node");
    return "default" in found ? { ...found, ...Object(found.default) } : found;
  } catch (error) {
    onMissing?.(error);
    return null;
  }
}

/** A graph of near neighbours (hnswlib): finds all but a few of the nearest in a fraction of a millisecond. */
export class HnswIndex implements VectorIndex {
  readonly isExact = false;
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #dims: number;
  /** Id of each label; null once deleted or replaced. */
  readonly #ids: (string | null)[];
  readonly #labelOf: Map<string, number>;

  private constructor(graph: hnswlib.HierarchicalNSW, dims: number, ids: (string | null)[]) {
    this.#graph = graph;
    this.#dims = dims;
    this.#ids = ids;
    this.#labelOf = new Map(ids.flatMap((id, label) => (id === null ? [] : [[id, label]])));
  }

  /** An empty index. */
  static empty(hnsw: Hnsw, dims: number, capacity = FIRST_CAPACITY): HnswIndex {
    const graph = new hnsw.HierarchicalNSW("ip", dims);
    graph.initIndex({
      maxElements: Math.max(capacity, FIRST_CAPACITY),
      m: LINKS,
      efConstruction: BUILD_EFFORT,
      randomSeed: SEED,
    });
    return new HnswIndex(graph, dims, []);
  }

  /** An index as `save` left it; the caller has checked that the file is whole. */
  static async load(
    hnsw: Hnsw,
    dims: number,
    path: string,
    labels: readonly (string | null)[],
  ): Promise<HnswIndex> {
    const graph = new hnsw.HierarchicalNSW("ip", dims);
    await graph.readIndex(path);
    return new HnswIndex(graph, dims, [...labels]);
  }

  get size(): number {
    return this.#labelOf.size;
  }

  /** What `load` needs besides the file: the id of each label. */
  get labels(): readonly (string | null)[] {
    return this.#ids;
  }

  get ids(): Iterable<string> {
    return this.#labelOf.keys();
  }

  async addVectors(vectors: readonly ArrayLike<number>[], documents: readonly { readonly id?: string }[]) {
    const pairs = paired(vectors, documents);
    for (const [, vector] of pairs) assertVector(vector, this.#dims);
    const needed = this.#ids.length + pairs.length;
    const capacity = this.#graph.getMaxElements();
    // resizing copies the whole graph: grow by halves, not by one
    if (needed > capacity) this.#graph.resizeIndex(Math.max(needed, Math.ceil(capacity * 1.5)));
    for (const [id, vector] of pairs) {
      this.#forget(id);
      const label = this.#ids.push(id) - 1;
      this.#labelOf.set(id, label);
      this.#graph.addPoint(Array.from(vector), label);
    }
  }

  async delete({ ids }: { readonly ids: readonly string[] }) {
    for (const id of ids) this.#forget(id);
  }

  async similaritySearchVectorWithScore(
    query: ArrayLike<number>,
    k: number,
    filter?: (id: string) => boolean,
  ) {
    assertVector(query, this.#dims);
    const wanted = Math.min(k, this.size);
    if (wanted === 0) return [];
    const effort = this.size > LARGE ? LARGE_SEARCH_EFFORT : SEARCH_EFFORT;
    this.#graph.setEf(Math.max(effort, wanted));
    const accepts = filter && ((label: number) => filter(this.#ids[label] ?? ""));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(query), wanted, accepts);
    return neighbors.map((label, i) => found(this.#ids[label] ?? "", 1 - (distances[i] ?? 1)));
  }

  /** Writes the graph to a file of this name; `labels` must be kept beside it. */
  async save(path: string): Promise<void> {
    await this.#graph.writeIndex(path);
  }

  #forget(id: string): void {
    const label = this.#labelOf.get(id);
    if (label === undefined) return;
    this.#graph.markDelete(label);
    this.#ids[label] = null;
    this.#labelOf.delete(id);
  }
}
