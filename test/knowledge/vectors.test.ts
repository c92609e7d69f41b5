import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ExactIndex } from "../../src/knowledge/vectors/exact.ts";
import { HnswIndex, loadHnsw } from "../../src/knowledge/vectors/hnsw.ts";
import { VectorMatrix } from "../../src/knowledge/vectors/matrix.ts";
import { temporaryFolder } from "./pack-folder.ts";
import { asLangChain, DIMS, randomVectors, vectorIndexContract } from "./vector-contract.ts";

const hnsw = await loadHnsw();

describe("the exact index", () => {
  vectorIndexContract(async () => new ExactIndex(new VectorMatrix(DIMS)));

  it("takes the place of a LangChain store", async () => {
    const store = asLangChain(new ExactIndex(new VectorMatrix(2)));
    await store.addVectors([[1, 0]], [{ id: "a", pageContent: "", metadata: {} }]);
    const [hit] = await store.similaritySearchVectorWithScore([1, 0], 1);
    expect(hit?.[0].id).toBe("a");
  });
});

// an optional dependency: where it cannot be built the exact index takes its place
describe.skipIf(hnsw === null)("the graph", () => {
  const library = () => {
    if (hnsw === null) throw new Error("hnswlib-node is not installed");
    return hnsw;
  };

  vectorIndexContract(async () => HnswIndex.empty(library(), DIMS));

  it("comes back from its file with its deletions, and takes more", async () => {
    const path = join(temporaryFolder(), "graph");
    const vectors = randomVectors(2_000);
    const index = HnswIndex.empty(library(), DIMS);
    await index.addVectors(
      vectors,
      vectors.map((_, i) => ({ id: `p${i}` })),
    );
    await index.delete({ ids: ["p7"] });
    await index.save(path);
    const back = await HnswIndex.load(library(), DIMS, path, index.labels);
    expect(back.size).toBe(1_999);
    const hits = await back.similaritySearchVectorWithScore(vectors[7] ?? [], 5);
    expect(hits.map(([{ id }]) => id)).not.toContain("p7");
    await back.addVectors([vectors[7] ?? []], [{ id: "again" }]);
    expect((await back.similaritySearchVectorWithScore(vectors[7] ?? [], 1))[0]?.[0].id).toBe("again");
  });
});
