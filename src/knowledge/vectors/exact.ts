import type { VectorMatrix } from "./matrix.ts";
import { assertVector, found, paired, type VectorIndex } from "./port.ts";

/** Looks at every vector: exact, nothing to build, and fast enough for tens of thousands. */
export class ExactIndex implements VectorIndex {
  readonly isExact = true;
  readonly #matrix: VectorMatrix;
  readonly #ids: (string | null)[];
  readonly #placeOf: Map<string, number>;

  /** Over an empty matrix, or one that already holds the vectors of these ids in order. */
  constructor(matrix: VectorMatrix, ids: readonly string[] = []) {
    this.#matrix = matrix;
    this.#ids = [...ids];
    this.#placeOf = new Map(ids.map((id, place) => [id, place]));
  }

  get size(): number {
    return this.#placeOf.size;
  }

  async addVectors(vectors: readonly ArrayLike<number>[], documents: readonly { readonly id?: string }[]) {
    const pairs = paired(vectors, documents);
    for (const [, vector] of pairs) assertVector(vector, this.#matrix.dims);
    const places = pairs.map(([id]) => this.#placeFor(id));
    if (this.#ids.length > this.#matrix.size) this.#matrix.resize(this.#ids.length);
    pairs.forEach(([, vector], i) => this.#matrix.set(places[i] ?? 0, Float32Array.from(vector)));
  }

  async delete({ ids }: { readonly ids: readonly string[] }) {
    for (const id of ids) {
      const place = this.#placeOf.get(id);
      if (place === undefined) continue;
      this.#ids[place] = null;
      this.#placeOf.delete(id);
    }
  }

  async similaritySearchVectorWithScore(
    query: ArrayLike<number>,
    k: number,
    filter?: (id: string) => boolean,
  ) {
    assertVector(query, this.#matrix.dims);
    const accepts = (place: number) => {
      const id = this.#ids[place] ?? null;
      return id !== null && filter?.(id) !== false;
    };
    const nearest = this.#matrix.nearest(query, k, accepts);
    return nearest.map(({ item, score }) => found(this.#ids[item] ?? "", score));
  }

  #placeFor(id: string): number {
    const known = this.#placeOf.get(id);
    if (known !== undefined) return known;
    const place = this.#ids.push(id) - 1;
    this.#placeOf.set(id, place);
    return place;
  }
}
