import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { lawText, temporaryFolder, writeFiles } from "./pack-folder.ts";

const scope = { collections: ["laws"], roles: ["admin" as const], on: "2026-11-23" };
const QUESTION = "代号5x17";

/** A data folder with 2,100 articles read in (70 a file): enough for an index on the disk. */
async function largeBase(files = 30) {
  const dataDir = temporaryFolder();
  const packsDir = temporaryFolder();
  const folder = writeFiles(
    temporaryFolder(),
    Object.fromEntries(Array.from({ length: files }, (_, i) => [`l${i}.md`, lawText(`第${i}号规定`, 70)])),
  );
  const open = async (lines: string[] = []) => {
    const knowledge = await openKnowledge({ dataDir, packsDir, log: (line) => lines.push(line) });
    onTestFinished(() => knowledge.close());
    return knowledge;
  };
  const knowledge = await open();
  await knowledge.ingest([folder], { collection: "laws" });
  return { open, folder, knowledge, indexDir: join(dataDir, "index", "laws") };
}

const idsOf = async (knowledge: Awaited<ReturnType<typeof openKnowledge>>) =>
  (await knowledge.search(QUESTION, scope, 10)).hits.map(({ id, score }) => [id, score]);

describe("the index of a large collection", () => {
  it("is on disk with words, model and vectors, and gives the same hits in every process", async () => {
    const { open, knowledge, indexDir } = await largeBase();
    expect((await knowledge.stats()).collections).toMatchObject([
      { name: "laws", passages: 2_100, index: "ready" },
    ]);
    expect(
      readdirSync(indexDir)
        .map((name) => name.replace(/^g\d+-[0-9a-f]+/, ""))
        .sort(),
    ).toEqual([".model", ".texts", ".vectors", "manifest.json"]);
    const hits = await idsOf(knowledge);
    expect(hits[0]?.[0]).toBe("l5.md#16");
    const lines: string[] = [];
    expect(await idsOf(await open(lines))).toEqual(hits);
    expect(lines).toEqual([]);
  });

  it("is built again by itself, saying so once, when a file is cut short, flipped or foreign", async () => {
    const { open, knowledge, indexDir } = await largeBase();
    const hits = await idsOf(knowledge);
    const file = (ending: string) =>
      join(indexDir, readdirSync(indexDir).find((name) => name.endsWith(ending)) ?? "");
    const damages = [
      () => truncateSync(file(".vectors"), 1_000),
      () => {
        const bytes = readFileSync(file(".texts"));
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        writeFileSync(file(".texts"), bytes);
      },
      () => writeFileSync(join(indexDir, "manifest.json"), "{"),
    ];
    for (const damage of damages) {
      damage();
      const lines: string[] = [];
      const again = await open(lines);
      const found = await idsOf(again);
      expect(found[0]?.[0]).toBe(hits[0]?.[0]);
      expect(lines).toEqual([expect.stringMatching(/^knowledge: .*index of laws.*building it/)]);
      await again.close();
    }
  });

  it("follows a small change without learning the language anew, also in other processes", async () => {
    const { open, folder, knowledge, indexDir } = await largeBase();
    const other = await open();
    await idsOf(other);
    const embedderOf = () =>
      /"embedder":\{"id":"([^"]+)"/.exec(readFileSync(join(indexDir, "manifest.json"), "utf8"))?.[1];
    const before = embedderOf();
    writeFiles(folder, {
      "l5.md": lawText("第5号规定", 70, "修订条款"),
      "new.md": "# 新办法\n\n第一条 无人机须登记。\n",
    });
    await knowledge.ingest([folder], { collection: "laws" });
    expect(embedderOf()).toBe(before);
    for (const each of [knowledge, other]) {
      expect((await each.search("无人机登记", scope, 1)).hits[0]?.id).toBe("new.md#0");
      expect((await each.search(QUESTION, scope, 1)).hits[0]?.text).toContain("修订条款");
    }
  });

  it("takes small changes in as small files and leaves the large ones alone, until much is gone", async () => {
    const { folder, knowledge, indexDir } = await largeBase(40);
    const before = readdirSync(indexDir);
    const large = before.filter((name) => name.endsWith(".texts"));
    writeFiles(folder, { "one.md": lawText("第901号规定", 3) });
    await knowledge.ingest([folder], { collection: "laws" });
    writeFiles(folder, { "two.md": lawText("第902号规定", 3) });
    rmSync(join(folder, "l7.md"));
    await knowledge.ingest([folder], { collection: "laws" });
    const after = readdirSync(indexDir).filter((name) => name.endsWith(".texts"));
    expect(after).toEqual(expect.arrayContaining(large));
    expect(after).toHaveLength(2);
    const first = async (code: string) =>
      (await knowledge.search(`代号${code}`, scope, 1)).hits[0]?.articleId;
    expect(await first("901x2")).toBe("one.md");
    expect(await first("902x2")).toBe("two.md");
    expect(await first("7x33")).not.toBe("l7.md");

    // when a quarter of all rows has gone, everything is written anew without them
    for (let i = 8; i < 18; i += 1) rmSync(join(folder, `l${i}.md`));
    await knowledge.ingest([folder], { collection: "laws" });
    const manifest = readFileSync(join(indexDir, "manifest.json"), "utf8");
    expect([...manifest.matchAll(/"rows":(\d+)/g)].map(([, rows]) => Number(rows))).toEqual([29 * 70 + 6]);
    expect(await first("902x2")).toBe("two.md");
    expect(await first("20x33")).toBe("l20.md");
  });

  it("can be built by the next one when the one who builds it leaves half-way", async () => {
    const { open, folder, knowledge, indexDir } = await largeBase();
    rmSync(indexDir, { recursive: true });
    writeFiles(folder, { "l5.md": lawText("第5号规定", 70, "修订条款") });
    const leaving = await open();
    const half = Promise.withResolvers<void>();
    const ingest = leaving.ingest([folder], { collection: "laws" }, ({ phase, done }) => {
      if (phase === "indexing" && done > 0.3) half.resolve();
    });
    await Promise.race([half.promise, ingest]);
    await leaving.close();
    await expect(ingest).rejects.toThrow(/was not finished/);
    expect((await knowledge.search(QUESTION, scope, 1)).hits[0]?.text).toContain("修订条款");
    await knowledge.ingest([folder], { collection: "laws" });
    expect((await knowledge.stats()).collections[0]?.index).toBe("ready");
  });
});
