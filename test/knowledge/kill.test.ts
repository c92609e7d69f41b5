import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { openSqliteLibrary } from "../../src/store/sqlite/library.ts";
import { lawText, temporaryFolder, writeFiles } from "./pack-folder.ts";

const CHILD = fileURLToPath(new URL("./ingest-child.ts", import.meta.url));

interface Base {
  readonly files: number;
  readonly articles: number;
}

// one is indexed in memory, the other has an index on the disk whose building can be interrupted
const SMALL: Base = { files: 250, articles: 4 };
const LARGE: Base = { files: 30, articles: 70 };

/** The laws of one edition: every article says which edition it is of. */
function edition({ files, articles }: Base, word: string): Record<string, string> {
  const names = Array.from({ length: files }, (_, i) => i);
  return Object.fromEntries(names.map((i) => [`law-${i}.md`, lawText(`第${i}号办法`, articles, word)]));
}

/** The words of each article's passages, read past any index. */
async function passagesOf(dataDir: string) {
  const library = openSqliteLibrary(join(dataDir, "knowledge.db"));
  const documents = await library.documents("laws");
  const passages = await library.scan("laws", 0, Number.MAX_SAFE_INTEGER);
  await library.close();
  return { documents, passages };
}

describe("an ingest that is killed", () => {
  it.each([
    { base: SMALL, phase: "reading", count: 1 },
    { base: SMALL, phase: "reading", count: 101 },
    { base: SMALL, phase: "reading", count: 250 },
    { base: LARGE, phase: "indexing", count: 0.5 },
  ])("while $phase, at $count, leaves each document old or new; the next one finishes", async ({ base, phase, count }) => {
    const [dataDir, packsDir, folder] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const open = () => openKnowledge({ dataDir, packsDir, log: () => {} });
    const old = Object.entries(edition(base, "旧版")).slice(0, 20);
    writeFiles(folder, Object.fromEntries(old));
    const before = await open();
    await before.ingest([folder], { collection: "laws" });
    await before.close();
    writeFiles(folder, edition(base, "新版"));

    const child = spawnSync(process.execPath, [CHILD, dataDir, packsDir, folder, phase, String(count)]);
    expect(child.signal).toBe("SIGKILL");

    const { documents, passages } = await passagesOf(dataDir);
    expect(passages.length).toBe(documents.reduce((sum, each) => sum + each.passages, 0));
    expect(documents.length).toBeGreaterThanOrEqual(20);
    for (const parts of Map.groupBy(passages, ({ articleId }) => articleId).values()) {
      expect(parts).toHaveLength(base.articles);
      expect(new Set(parts.map(({ text }) => text.includes("新版"))).size).toBe(1);
    }

    const knowledge = await open();
    onTestFinished(() => knowledge.close());
    const scope = { collections: ["laws"], roles: ["admin" as const], on: "2026-11-23" };
    expect((await knowledge.search("代号7x3", scope, 5)).hits[0]).toMatchObject({ articleId: "law-7.md", article: "第3条" });
    const report = await knowledge.ingest([folder], { collection: "laws" });
    expect(report).toMatchObject({ documents: base.files, passages: base.files * base.articles, skipped: [] });
    expect((await knowledge.search("代号7x3", scope, 1)).hits[0]?.text).toContain("新版");
    expect((await knowledge.stats()).collections[0]?.index).not.toBe("behind");
  });
});
