import { join } from "node:path";
import { onTestFinished, describe, expect, it } from "vitest";
import { ROLES } from "../../src/core/principal.ts";
import { isOfChoice } from "../../src/knowledge/embed/choice.ts";
import { endpointEmbedder, openEndpoint, type EndpointTiming } from "../../src/knowledge/embed/endpoint.ts";
import { openLocal } from "../../src/knowledge/embed/local.ts";
import { openKnowledge, type KnowledgeOptions } from "../../src/knowledge/open.ts";
import { openReranker } from "../../src/knowledge/search/reranker.ts";
import { KEY, startEmbeddings, type EmbeddingsServer } from "../fakes/embeddings-server.ts";
import { SMALL_PACK, temporaryFolder, writeFiles } from "./pack-folder.ts";

async function server(dimsOf?: (model: string) => number): Promise<EmbeddingsServer> {
  const started = await startEmbeddings(dimsOf);
  onTestFinished(() => started.close());
  return started;
}

const choiceOf = ({ baseUrl }: EmbeddingsServer, model = "bge-m3") =>
  ({ kind: "endpoint", baseUrl, apiKey: KEY, model }) as const;

/** A clock that passes when something waits on it. */
function waits() {
  const waited: number[] = [];
  const timing: EndpointTiming = { pause: async (ms) => void waited.push(ms) };
  return { waited, timing };
}

describe("an embeddings server", () => {
  it("gets texts in batches, a few at a time, and its vectors come back in their order, one long", async () => {
    const fake = await server();
    const embedder = await openEndpoint(choiceOf(fake));
    const texts = Array.from({ length: 150 }, (_, i) => `第${i}条`);
    const vectors = await embedder.embed(texts);
    const alone = await Promise.all([0, 77, 149].map((i) => embedder.embedQuestion(texts[i] ?? "", "")));
    expect([vectors[0], vectors[77], vectors[149]]).toEqual(alone);
    expect(vectors.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-5)).toBe(true);
    const sizes = fake.requests.slice(1, 6).map((request) => request.texts.length);
    expect(sizes.toSorted((a, b) => b - a)).toEqual([32, 32, 32, 32, 22]);
    expect(fake.mostAtOnce()).toBeLessThanOrEqual(4);
    expect(embedder.id).toBe("endpoint-bge-m3-24");
  });

  it("is asked again, later and later, for what may pass, and as late as it says itself", async () => {
    const fake = await server();
    const { waited, timing } = waits();
    fake.plan({ status: 503 }, "cut", { status: 429, retryAfter: 7 }, "not json");
    const [vector] = await endpointEmbedder(choiceOf(fake), 24, timing).embed(["出生证"]);
    expect(vector).toHaveLength(24);
    expect(waited).toEqual([500, 1_000, 7_000, 4_000]);
  });

  it("is given up after a while", async () => {
    const fake = await server();
    const { waited, timing } = waits();
    fake.down(500);
    await expect(endpointEmbedder(choiceOf(fake), 24, timing).embed(["出生证"])).rejects.toMatchObject({
      code: "model.unavailable",
    });
    expect(waited).toHaveLength(5);
  });

  it("that refuses the key is not asked twice, and the key stands in no message", async () => {
    const fake = await server();
    const wrong = { ...choiceOf(fake), apiKey: "sk-secret-that-is-wrong" };
    const failed: unknown = await openEndpoint(wrong).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: "model.key", detail: { remedy: "check its key" } });
    expect(JSON.stringify([String(failed), failed])).not.toContain("sk-secret");
  });

  it.each(["one vector short", "other length"] as const)("is not believed when it is %s", async (mood) => {
    const fake = await server();
    fake.plan(mood);
    await expect(endpointEmbedder(choiceOf(fake), 24).embed(["甲", "乙"])).rejects.toThrow(
      /left out|figures/,
    );
  });

  it("keeps nobody waiting: a question is asked once, briefly, and then the server is left to rest", async () => {
    const fake = await server();
    let clock = 0;
    const embedder = endpointEmbedder(choiceOf(fake), 24, { questionTimeoutMs: 50, now: () => clock });
    fake.plan("hang");
    await expect(embedder.embedQuestion("出生证", "")).rejects.toMatchObject({ code: "model.unavailable" });
    await expect(embedder.embedQuestion("出生证", "")).rejects.toThrow(/left to rest/);
    expect(fake.requests).toHaveLength(1);
    clock += 31_000;
    expect(await embedder.embedQuestion("出生证", "")).toHaveLength(24);
  });
});

describe("a knowledge base with neural vectors", () => {
  const scope = { collections: ["window"], roles: ROLES, on: "2026-11-23" };

  async function opened(folder: string, more: Partial<KnowledgeOptions>) {
    const knowledge = await openKnowledge({
      dataDir: join(folder, "data"),
      packsDir: join(folder, "packs"),
      log: () => {},
      ...more,
    });
    onTestFinished(() => knowledge.close());
    return knowledge;
  }

  const base = () => {
    const folder = temporaryFolder();
    writeFiles(join(folder, "packs"), SMALL_PACK);
    return folder;
  };

  /** The base once its vectors are there. */
  async function ready(folder: string, fake: EmbeddingsServer, model?: string) {
    const before = fake.requests.length;
    const knowledge = await opened(folder, { embedder: choiceOf(fake, model) });
    const asked = async () => {
      await knowledge.search("出生证", scope, 3);
      return fake.requests.slice(before).at(-1)?.texts;
    };
    await expect.poll(asked, { timeout: 10_000 }).toEqual(["出生证"]);
    return knowledge;
  }

  it("searches with them, small as it is, and by words alone while the server is down, saying so", async () => {
    const fake = await server();
    const knowledge = await ready(base(), fake);
    const before = fake.requests.length;
    const found = await knowledge.search("出生证要什么材料", scope, 3);
    expect(fake.requests.slice(before).map(({ texts }) => texts)).toEqual([["出生证要什么材料"]]);
    expect(found.lack).toBeUndefined();
    fake.down(503);
    const { hits, lack } = await knowledge.search("出生证要什么材料", scope, 3);
    const byWords = await (await opened(base(), {})).search("出生证要什么材料", scope, 3);
    expect(hits).toEqual(byWords.hits);
    expect(lack).toContain("status 503");
  });

  it("makes its vectors once, and anew for another model", async () => {
    const fake = await server((model) => (model === "bge-m3" ? 24 : 12));
    const folder = base();
    const documents = () => fake.requests.filter(({ texts }) => texts.length > 1);
    await (await ready(folder, fake)).close();
    const made = documents().length;
    expect(made).toBeGreaterThan(0);
    await (await ready(folder, fake)).close();
    expect(documents()).toHaveLength(made);
    await ready(folder, fake, "other");
    expect(
      documents()
        .slice(made)
        .map(({ model }) => model),
    ).toContain("other");
  });

  it("knows the vectors of one choice from those of another", () => {
    const choice = { kind: "endpoint", baseUrl: "http://a/v1", model: "m" } as const;
    expect(isOfChoice("endpoint-m-24", choice)).toBe(true);
    expect(isOfChoice("endpoint-m-2-24", choice)).toBe(false);
    expect(isOfChoice("static-256-abc", undefined)).toBe(true);
    expect(isOfChoice("static-256-abc", choice)).toBe(false);
    expect(isOfChoice("endpoint-m-24", undefined)).toBe(false);
  });

  it("puts the best hits in the order of a reranker, and keeps its own when that fails", async () => {
    const fake = await server();
    const folder = base();
    const reranker = { baseUrl: fake.baseUrl, apiKey: KEY, model: "reranker" };
    const plain = await (await opened(folder, {})).search("结婚证 材料", scope, 5);
    const knowledge = await opened(folder, { reranker });
    const { hits } = await knowledge.search("结婚证 材料", scope, 5);
    expect(fake.requests.at(-1)?.path).toBe("/v1/rerank");
    expect(hits).toHaveLength(plain.hits.length);
    const shared = ({ path, text }: (typeof hits)[number]) =>
      [..."结婚证 材料"].filter((character) => `${path.join(" ")}\n${text}`.includes(character)).length;
    expect(hits.map(shared)).toEqual(hits.map(shared).toSorted((a, b) => b - a));
    fake.down(500);
    const without = await knowledge.search("结婚证 材料", scope, 5);
    expect(without.hits).toEqual(plain.hits);
    expect(without.lack).toContain("status 500");
  });
});

describe("a reranker", () => {
  it("is left to rest after a failure, so that nobody waits for it twice", async () => {
    const fake = await server();
    let clock = 0;
    const rerank = openReranker(
      { baseUrl: fake.baseUrl, apiKey: KEY, model: "r" },
      { timeoutMs: 50, now: () => clock },
    );
    const folder = temporaryFolder();
    writeFiles(join(folder, "packs"), SMALL_PACK);
    const knowledge = await openKnowledge({
      dataDir: join(folder, "d"),
      packsDir: join(folder, "packs"),
      log: () => {},
    });
    onTestFinished(() => knowledge.close());
    const { hits } = await knowledge.search(
      "结婚",
      { collections: ["window"], roles: ROLES, on: "2026-11-23" },
      4,
    );
    fake.plan("hang");
    expect(await rerank("结婚", hits)).toMatchObject({ hits, lack: expect.any(String) });
    expect((await rerank("结婚", hits)).lack).toContain("left to rest");
    clock += 31_000;
    expect((await rerank("结婚", hits)).lack).toBeUndefined();
    expect(fake.requests).toHaveLength(2);
  });
});

describe("a model on this machine", () => {
  it("says in one sentence that the package is missing, and what to do", async () => {
    await expect(openLocal({ kind: "local", folder: "models", model: "bge-small-zh" })).rejects.toMatchObject(
      {
        code: "config.invalid",
        message: "@huggingface/transformers is not installed",
        detail: { remedy: expect.stringContaining("npm install @huggingface/transformers") },
      },
    );
  });

  it("says that its files are missing, and never fetches them", async () => {
    const env: Record<string, unknown> = {};
    const pipeline = () => Promise.reject(new Error("file not found: config.json"));
    const opening = openLocal({ kind: "local", folder: "models", model: "bge" }, async () => ({
      env,
      pipeline,
    }));
    await expect(opening).rejects.toThrow(
      "there is no usable model in models/bge: file not found: config.json",
    );
    expect(env).toMatchObject({ allowRemoteModels: false, localModelPath: "models" });
  });
});
