import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { runActors } from "../../bench/knowledge-life/actors.ts";
import { COLLECTION, lawOf, write } from "../../bench/knowledge-life/editions.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { temporaryFolder } from "./pack-folder.ts";

const BOT = fileURLToPath(new URL("./readers-writers-child.ts", import.meta.url));

describe("two writers and three readers, each a process of its own", () => {
  it("never see half a document, a former edition too late, or a text that was removed", async () => {
    const verdict = await runActors(temporaryFolder(), {
      writers: 2,
      readers: 3,
      until: { writes: 4 },
    });
    expect(verdict).toMatchObject({ mixed: 0, deleted: 0, untimely: 0, missed: 0 });
    expect(verdict.writes).toBe(8);
    expect(verdict.found).toBeGreaterThan(1);
  }, 60_000);
});

/** A bot in a process of its own that answers questions one by one. */
async function startBot(dataDir: string, packsDir: string) {
  const child = spawn(process.execPath, [BOT, dataDir, packsDir], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return async (question: string): Promise<unknown> => {
    child.stdin.write(`${question}\n`);
    return JSON.parse(String((await lines.next()).value));
  };
}

describe("a bot that runs while the operator ingests", () => {
  it.each([
    { files: 3, what: "a small base" },
    { files: 30, what: "a base with an index on the disk" },
  ])(
    "stops answering from a removed file of $what within a second, and finds a new one",
    async ({ files }) => {
      const [dataDir, packsDir, folder] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
      for (let i = 0; i < files; i += 1) write(folder, `law-${i}.md`, lawOf(`法${i}号`, 70, 1));
      const operator = await openKnowledge({ dataDir, packsDir, log: () => {} });
      onTestFinished(() => operator.close());
      await operator.ingest([folder], { collection: COLLECTION });
      const ask = await startBot(dataDir, packsDir);
      expect(await ask("代号法2号x33")).toContain("law-2.md");

      rmSync(join(folder, "law-2.md"));
      write(folder, "new.md", lawOf("新号", 5, 1));
      const start = performance.now();
      const ingest = operator.ingest([folder], { collection: COLLECTION });
      let answer = await ask("代号法2号x33");
      while (Array.isArray(answer) && answer.includes("law-2.md")) answer = await ask("代号法2号x33");
      expect(performance.now() - start).toBeLessThan(1_000);
      await ingest;
      expect(await ask("代号新号x3")).toContain("new.md");
      expect(await ask("代号法2号x33")).not.toContain("law-2.md");
    },
  );
});
