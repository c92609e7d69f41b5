import { rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openKnowledge } from "../../src/knowledge/open.ts";
import type { IngestProgress } from "../../src/knowledge/ingest/report.ts";
import { BIRTH, SMALL_PACK, lawText, temporaryFolder, writeFiles } from "./pack-folder.ts";

const scope = { collections: ["notes", "window"], roles: ["staff" as const], on: "2026-11-23" };

async function open(packs: Readonly<Record<string, string>> = SMALL_PACK) {
  const dataDir = temporaryFolder();
  const packsDir = writeFiles(temporaryFolder(), packs);
  const lines: string[] = [];
  const start = () => openKnowledge({ dataDir, packsDir, log: (line) => lines.push(line) });
  const knowledge = await start();
  onTestFinished(() => knowledge.close());
  return { knowledge, start, dataDir, packsDir, lines };
}

const NOTES = {
  "a.md": "# 值班\n\n## 白班\n白班由张三值守。\n",
  "deep/b.txt": "食堂周一供应羊肉面。\n\n周二供应水饺。\n",
  "lines.jsonl": '{"id":"L1","title":"停车","text":"地下二层可以停车"}\n{"id":"L2","text":"访客要登记"}\n',
};

describe("ingest", () => {
  it("reads a folder with all below it and says what it did", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), NOTES);
    const report = await knowledge.ingest([folder], { collection: "notes" });
    expect(report).toEqual({
      documents: 3,
      passages: 4,
      added: 3,
      updated: 0,
      removed: 0,
      unchanged: 0,
      skipped: [],
      seconds: expect.any(Number),
    });
    expect((await knowledge.search("停车", scope, 1)).hits[0]?.id).toBe("L1");
    expect((await knowledge.search("羊肉面", scope, 1)).hits[0]?.id).toBe("deep/b.txt#0");
  });

  it("reads only what changed, by size and time first and then by the bytes", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), NOTES);
    await knowledge.ingest([folder], { collection: "notes" });
    expect(await knowledge.ingest([folder], { collection: "notes" })).toMatchObject({
      unchanged: 3,
      passages: 4,
    });
    utimesSync(join(folder, "a.md"), 1, 1);
    expect(await knowledge.ingest([folder], { collection: "notes" })).toMatchObject({
      unchanged: 3,
      updated: 0,
    });
    writeFileSync(join(folder, "a.md"), "# 值班\n\n## 夜班\n夜班由李四值守。\n");
    expect(await knowledge.ingest([folder], { collection: "notes" })).toMatchObject({
      unchanged: 2,
      updated: 1,
    });
    expect((await knowledge.search("夜班李四", scope, 1)).hits[0]?.text).toBe("夜班由李四值守。");
    expect((await knowledge.search("白班张三", scope, 5)).hits.map(({ text }) => text)).not.toContain(
      "白班由张三值守。",
    );
  });

  it("forgets files that are gone from the folder, and no others", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), NOTES);
    const other = writeFiles(temporaryFolder(), { "c.md": "# 另一处\n停电通知。\n" });
    await knowledge.ingest([folder, other], { collection: "notes" });
    rmSync(join(folder, "lines.jsonl"));
    expect(await knowledge.ingest([folder], { collection: "notes" })).toMatchObject({
      removed: 1,
      documents: 2,
    });
    expect(await knowledge.passageById("L1")).toBeNull();
    expect((await knowledge.search("停电通知", scope, 1)).hits[0]?.id).toBe("c.md#0");
  });

  it("names what it cannot read in one line each and reads the rest", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), {
      ...NOTES,
      "photo.md": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10),
      "empty.txt": "",
      "plan.docx": "PK",
      "bad.jsonl": '{"id":"B1","text":"好"}\n{"id":1}\n',
      ".hidden/x.md": "x",
    });
    const { skipped, added } = await knowledge.ingest([folder], { collection: "notes", language: "zh" });
    expect(added).toBe(4);
    expect(skipped).toEqual([
      { file: "bad.jsonl:2", reason: expect.stringContaining("id"), remedy: expect.any(String) },
      { file: "bad.jsonl:2", reason: expect.stringContaining("text"), remedy: "Add this field" },
      { file: "empty.txt", reason: "文件是空的", remedy: "请检查原文件，或删掉它" },
      { file: "photo.md", reason: "这是二进制文件（PNG）", remedy: "请另存为文本、Markdown、Office 或 PDF" },
      { file: "plan.docx", reason: "名为 .docx，内容却是纯文本", remedy: "如果确实是文本，请改名为 .txt" },
    ]);
  });

  it("refuses a second file with the same passage ids and keeps the first", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), {
      "a.jsonl": '{"id":"L1","text":"甲"}',
      "b.jsonl": '{"id":"L1","text":"乙"}',
    });
    const { skipped, added } = await knowledge.ingest([folder], { collection: "notes" });
    expect(added).toBe(1);
    expect(skipped).toMatchObject([
      { file: "b.jsonl", reason: expect.stringContaining('"L1" is already used') },
    ]);
    expect((await knowledge.passageById("L1"))?.text).toBe("甲");
  });

  it("keeps what it reads from the public until told otherwise", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), NOTES);
    const asCitizen = async () =>
      (await knowledge.search("停车", { ...scope, roles: ["citizen"] }, 5)).hits.map(({ id }) => id);
    await knowledge.ingest([folder], { collection: "notes" });
    expect(await asCitizen()).not.toContain("L1");
    await knowledge.ingest([folder], { collection: "notes", audience: ["citizen"] });
    expect(await asCitizen()).toContain("L1");
  });

  it("refuses the name of a pack, a bad name and a path that is not there", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), NOTES);
    await expect(knowledge.ingest([folder], { collection: "window" })).rejects.toMatchObject({
      code: "usage.invalid",
    });
    await expect(knowledge.ingest([folder], { collection: "../x" })).rejects.toMatchObject({
      code: "usage.invalid",
    });
    await expect(knowledge.ingest([join(folder, "no")], {})).rejects.toMatchObject({
      code: "usage.invalid",
      detail: { file: join(folder, "no") },
    });
  });

  it("shows how far it is, at what rate, and how long it will take", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), NOTES);
    const seen: IngestProgress[] = [];
    await knowledge.ingest([folder], { collection: "notes" }, (progress) => seen.push(progress));
    expect(seen.map(({ phase, done, total }) => [phase, done, total])).toEqual([
      ["reading", 1, 3],
      ["reading", 2, 3],
      ["reading", 3, 3],
    ]);
    expect(seen.at(-1)?.secondsLeft).toBe(0);
    expect(seen[0]?.perSecond).toBeGreaterThan(0);
  });

  it("by two at once is done one after the other, and both see all of it", async () => {
    const { knowledge, start, lines } = await open();
    const other = await start();
    onTestFinished(() => other.close());
    const one = writeFiles(temporaryFolder(), { "a.md": "# 甲\n甲的通知。\n" });
    const two = writeFiles(temporaryFolder(), { "b.md": "# 乙\n乙的通知。\n" });
    await Promise.all([
      knowledge.ingest([one], { collection: "notes" }),
      other.ingest([two], { collection: "notes" }),
    ]);
    for (const each of [knowledge, other]) {
      expect((await each.search("通知", scope, 5)).hits.map(({ id }) => id).sort()).toEqual([
        "a.md#0",
        "b.md#0",
      ]);
    }
    expect(lines.filter((line) => line.includes("another ingest is running")).length).toBeLessThanOrEqual(1);
  });
});

describe("packs at the start", () => {
  it("are read once; later only what changed, and what is gone is forgotten", async () => {
    const { knowledge, start, packsDir } = await open();
    const first = await knowledge.stats();
    expect(first.collections).toMatchObject([
      { name: "window", kind: "pack", documents: 4, index: "memory" },
    ]);
    writeFileSync(
      join(packsDir, "window/articles/birth-certificate.md"),
      BIRTH.replace("当场办结", "三个工作日"),
    );
    rmSync(join(packsDir, "window/articles/marriage.md"));
    const again = await start();
    onTestFinished(() => again.close());
    expect((await again.article("birth-certificate", "window", "zh"))[2]?.text).toBe("三个工作日。");
    expect(await again.article("marriage", "window")).toEqual([]);
    // and the process that was already running sees it too
    expect((await knowledge.search("出生证多久能办好", { ...scope, language: "zh" }, 1)).hits[0]?.text).toBe(
      "三个工作日。",
    );
  });

  it("forgets a pack that was taken away, but not when the whole folder is missing", async () => {
    const { start, packsDir, knowledge } = await open();
    rmSync(join(packsDir, "window"), { recursive: true });
    const again = await start();
    onTestFinished(() => again.close());
    expect((await again.stats()).collections).toEqual([]);
    expect((await knowledge.search("出生证", scope, 5)).hits).toEqual([]);
  });

  it("follow a change of audience", async () => {
    const { start, packsDir } = await open();
    const yaml = SMALL_PACK["window/pack.yaml"].replace("[citizen, staff]", "[officer]");
    writeFileSync(join(packsDir, "window/pack.yaml"), yaml);
    const again = await start();
    onTestFinished(() => again.close());
    expect((await again.search("出生证", scope, 5)).hits).toEqual([]);
    expect((await again.search("出生证", { ...scope, roles: ["officer"] }, 5)).hits).not.toEqual([]);
  });
});

describe("two editions of a law", () => {
  it("that say the same are shown once", async () => {
    const { knowledge } = await open();
    const folder = writeFiles(temporaryFolder(), {
      "law(2019).md": lawText("某某办法", 5),
      "law(2021).md": lawText("某某办法", 5),
    });
    await knowledge.ingest([folder], { collection: "notes" });
    const { hits } = await knowledge.search("代号0x3", scope, 10);
    expect(hits.filter(({ article }) => article === "第3条")).toHaveLength(1);
    expect(statSync(folder).isDirectory()).toBe(true);
  });
});
