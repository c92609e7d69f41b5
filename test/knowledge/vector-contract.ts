import type { VectorStoreInterface } from "@langchain/core/vectorstores";
import { expect, it } from "vitest";
import { seeded } from "../../src/knowledge/embed/random.ts";
import type { VectorIndex } from "../../src/knowledge/vectors/port.ts";

/** What LangChain asks of a vector store, as far as we need it; a type error here means the shapes have parted. */
export const asLangChain = (
  index: VectorIndex,
): Pick<VectorStoreInterface, "addVectors" | "delete" | "similaritySearchVectorWithScore"> => index;

export const DIMS = 8;

/** Unit vectors that are the same in every run. */
export function randomVectors(count: number, dims = DIMS, seed = 7): Float32Array[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dims }, () => random() - 0.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `p${i}` }));

/** Promises that every index of vectors keeps. */
export function vectorIndexContract(open: () => Promise<VectorIndex>): void {
  const found = async (
    index: VectorIndex,
    query: ArrayLike<number>,
    k: number,
    filter?: (id: string) => boolean,
  ) => (await index.similaritySearchVectorWithScore(query, k, filter)).map(([{ id }]) => id);

  it("finds a vector itself first, with a similarity of one, and scores that fall", async () => {
    const index = await open();
    const vectors = randomVectors(300);
    await index.addVectors(vectors, ids(300));
    const hits = await index.similaritySearchVectorWithScore(vectors[42] ?? [], 10);
    expect(hits[0]?.[0]).toEqual({ id: "p42", pageContent: "", metadata: {} });
    expect(hits[0]?.[1]).toBeCloseTo(1, 2);
    const scores = hits.map(([, score]) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(hits).toHaveLength(10);
  });

  it("finds nearly all of the nearest that a look at every vector finds", async () => {
    const index = await open();
    const vectors = randomVectors(500);
    await index.addVectors(vectors, ids(500));
    const [query = new Float32Array()] = randomVectors(1, DIMS, 99);
    const dot = (vector: Float32Array) => vector.reduce((sum, value, i) => sum + value * (query[i] ?? 0), 0);
    const exact = vectors.map((vector, i) => ({ id: `p${i}`, near: dot(vector) }));
    const nearest = exact.sort((a, b) => b.near - a.near).slice(0, 20);
    const hits = await found(index, query, 20);
    expect(nearest.filter(({ id }) => hits.includes(id)).length).toBeGreaterThanOrEqual(18);
  });

  it("replaces a vector that is added again under its id", async () => {
    const index = await open();
    await index.addVectors([[1, 0, 0, 0, 0, 0, 0, 0]], [{ id: "a" }]);
    await index.addVectors([[0, 1, 0, 0, 0, 0, 0, 0]], [{ id: "a" }]);
    const hits = await index.similaritySearchVectorWithScore([0, 1, 0, 0, 0, 0, 0, 0], 5);
    expect(hits.map(([{ id }, score]) => [id, Math.round(score)])).toEqual([["a", 1]]);
    expect(index.size).toBe(1);
  });

  it("forgets deleted ids and does not mind unknown ones", async () => {
    const index = await open();
    const vectors = randomVectors(50);
    await index.addVectors(vectors, ids(50));
    await index.delete({ ids: ["p3", "nobody"] });
    expect(index.size).toBe(49);
    const hits = await found(index, vectors[3] ?? [], 50);
    expect(hits).toHaveLength(49);
    expect(hits).not.toContain("p3");
  });

  it("shows only ids that the filter lets through", async () => {
    const index = await open();
    const vectors = randomVectors(200);
    await index.addVectors(vectors, ids(200));
    const hits = await found(index, vectors[0] ?? [], 10, (id) => Number(id.slice(1)) % 5 === 1);
    expect(hits).toHaveLength(10);
    expect(hits.every((id) => Number(id?.slice(1)) % 5 === 1)).toBe(true);
  });

  it("gives what there is when more is asked, and nothing when empty", async () => {
    const index = await open();
    const query = randomVectors(1)[0] ?? [];
    expect(await found(index, query, 3)).toEqual([]);
    await index.addVectors([query], [{ id: "only" }]);
    expect(await found(index, query, 3)).toEqual(["only"]);
  });

  it("refuses figures that are none, other lengths and vectors without an id, and stays as it was", async () => {
    const index = await open();
    await expect(index.addVectors([[Number.NaN, 0, 0, 0, 0, 0, 0, 0]], [{ id: "x" }])).rejects.toThrow(
      /not a number/,
    );
    await expect(index.addVectors([[1, 0]], [{ id: "x" }])).rejects.toThrow(/holds 8/);
    await expect(index.addVectors([[1, 0, 0, 0, 0, 0, 0, 0]], [{}])).rejects.toThrow(/no document id/);
    expect(index.size).toBe(0);
  });
}
