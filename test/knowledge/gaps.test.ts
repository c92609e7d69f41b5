import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { draftArticle } from "../../src/knowledge/lifecycle/draft-article.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import type { UnansweredQuestion } from "../../src/store/gaps.ts";
import { openSqliteGaps } from "../../src/store/sqlite/gaps.ts";
import { SMALL_PACK, temporaryFolder, writeFiles } from "./pack-folder.ts";

const asked = (question: string, more: Partial<UnansweredQuestion> = {}): UnansweredQuestion => ({
  question,
  agent: "window",
  language: "zh",
  on: "2026-11-20",
  ...more,
});

function openGaps(folder = temporaryFolder()) {
  const gaps = openSqliteGaps(folder);
  onTestFinished(() => gaps.end());
  return gaps;
}

describe("the list of gaps", () => {
  it("counts a question once however it is punctuated, and shows the most asked first", async () => {
    const gaps = openGaps();
    await gaps.note(asked("养狗要办证吗"));
    await gaps.note(asked("无人机怎么登记？"));
    await gaps.note(asked("无人机 怎么登记", { on: "2026-11-22" }));
    expect(await gaps.list()).toEqual([
      {
        id: "2",
        question: "无人机怎么登记？",
        agent: "window",
        language: "zh",
        count: 2,
        firstOn: "2026-11-20",
        lastOn: "2026-11-22",
        isClosed: false,
      },
      expect.objectContaining({ id: "1", count: 1 }),
    ]);
    expect(await gaps.countOpen()).toBe(2);
  });

  it("keeps a question of each agent apart, and outlives the process", async () => {
    const folder = temporaryFolder();
    const first = openGaps(folder);
    await first.note(asked("几点下班"));
    await first.note(asked("几点下班", { agent: "clinic" }));
    await first.end();
    expect((await openGaps(folder).list()).map(({ agent }) => agent).toSorted()).toEqual([
      "clinic",
      "window",
    ]);
  });

  it("takes a closed question off until it is asked again", async () => {
    const gaps = openGaps();
    await gaps.note(asked("养狗要办证吗"));
    expect(await gaps.close("1")).toBe(true);
    expect(await gaps.list()).toEqual([]);
    expect(await gaps.list({ isClosed: true })).toHaveLength(1);
    await gaps.note(asked("养狗要办证吗", { on: "2026-11-24" }));
    expect((await gaps.list())[0]).toMatchObject({ id: "1", count: 2, lastOn: "2026-11-24" });
    expect(await gaps.close("99")).toBe(false);
    expect(await gaps.find("x")).toBeNull();
  });

  it("keeps no number long enough to be somebody's, even when the mask let it through", async () => {
    const gaps = openGaps();
    await gaps.note(asked("我的号码 138 0013 8000，证号11010519491231002X，要交60元吗"));
    expect((await gaps.list())[0]?.question).toBe("我的号码 …，证号…，要交60元吗");
  });
});

describe("a draft made from a gap", () => {
  async function drafted(question = '无人机要登记吗: "是" 或者\n--- 否？') {
    const packsDir = writeFiles(temporaryFolder(), SMALL_PACK);
    const dataDir = temporaryFolder();
    const gaps = openGaps(dataDir);
    await gaps.note(asked(question));
    const gap = await gaps.find("1");
    if (gap === null) throw new Error("the question was not kept");
    const open = async () => {
      const knowledge = await openKnowledge({ dataDir, packsDir, log: () => {} });
      onTestFinished(() => knowledge.close());
      return knowledge;
    };
    const file = draftArticle(packsDir, "window", gap, "2026-11-24");
    return { packsDir, gap, open, file, path: join(packsDir, file) };
  }
  const scope = { collections: ["window"], roles: ["staff" as const], on: "2026-11-24" };

  it("is a sound card that nobody is answered from", async () => {
    const { open, file } = await drafted();
    const knowledge = await open();
    expect(file).toBe("window/articles/gap-1.md");
    expect(knowledge.problems).toEqual([]);
    const { hits } = await knowledge.search("无人机要登记吗", scope, 10);
    expect(hits.map(({ articleId }) => articleId)).not.toContain("gap-1");
    expect((await knowledge.lookOver("2026-11-24")).findings).toEqual([
      expect.objectContaining({ kind: "draft", file }),
    ]);
  });

  it("answers as soon as it is no draft any more, and stops when it is one again", async () => {
    const { open, path } = await drafted("无人机要登记吗");
    const text = readFileSync(path, "utf8");
    const found = async () =>
      (await (await open()).search("无人机要登记吗", scope, 10)).hits.map(({ articleId }) => articleId);
    writeFileSync(path, text.replace("draft: true\n", ""));
    expect(await found()).toContain("gap-1");
    writeFileSync(path, text);
    expect(await found()).not.toContain("gap-1");
  });

  it("is never written over another one, nor into a folder that is no pack", async () => {
    const { packsDir, gap } = await drafted();
    expect(() => draftArticle(packsDir, "window", gap, "2026-11-24")).toThrow(/is there already/);
    expect(() => draftArticle(packsDir, "../x", gap, "2026-11-24")).toThrow(/there is no pack/);
  });
});
