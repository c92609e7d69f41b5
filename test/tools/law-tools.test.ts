import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import type { Hit, Search } from "../../src/knowledge/passage.ts";
import { ingestStatutes, openStatutes, openStatuteStore } from "../../src/statutes/index.ts";
import { computeDeadlineTool } from "../../src/tools/compute-deadline.ts";
import { findStatute } from "../../src/tools/find-statute.ts";
import { verifyCitations } from "../../src/tools/verify-citations.ts";
import { call, toolContract } from "../contracts/tool.ts";
import { ownLaws } from "../statutes/own-laws.ts";

const folder = mkdtempSync(join(tmpdir(), "bangban-law-tools-"));
const store = openStatuteStore(join(folder, "statutes.db"));
ingestStatutes(ownLaws(), store, { today: "2026-11-23", collection: "own" });
const withTexts = openStatutes(store);
const shipped = openStatutes();

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const noHits: Search = async () => ({ hits: [], match: "none", isAnswerable: false, ms: 0 });
const find = (statutes = withTexts, search = noHits, collections: readonly string[] = []) =>
  findStatute({ statutes: () => statutes, search, ingested: async () => collections });
const verify = verifyCitations({ statutes: () => shipped });
const compute = computeDeadlineTool({ holidays: readTables });

const DRUM: Hit = {
  id: "",
  articleId: "drum",
  collection: "laws",
  title: "鼓声条例",
  path: [],
  text: "鼓声不得早于卯时。",
  order: 0,
  source: "drum.md",
  region: "",
  language: "zh",
  local: [],
  score: 1,
};

describe("find_statute", () => {
  toolContract(() => ({
    tool: find(),
    found: { law: "灯笼管理法", article: "4" },
    missing: { law: "鼓声管理法", article: "4" },
  }));

  it("gives the article's own words, the days they hold, and what changed", async () => {
    const { plain, citations } = await call(find(), { law: "灯笼管理法", article: "第三条" });
    expect(plain).toContain("灯笼的制作应当符合防火标准，灯芯高度不得超过两寸。");
    expect(plain).toContain("2024-09-01 起施行");
    expect(citations).toEqual([
      {
        title: "中华人民共和国灯笼管理法",
        source: "《中华人民共和国灯笼管理法》第三条",
        article: "第三条",
        quote: "灯笼的制作应当符合防火标准，灯芯高度不得超过两寸。",
        validFrom: "2024-09-01",
      },
    ]);
  });

  it("gives the text of the day that is asked for", async () => {
    const { plain, citations } = await call(find(), { law: "灯笼管理法", article: "4", on: "2020-01-01" });
    expect(plain).toContain("处一百文以上五百文以下罚款");
    expect(citations?.[0]).toMatchObject({ validFrom: "2019-05-01", validTo: "2024-09-01" });
  });

  it("finds an article of a law by words", async () => {
    const { plain, citations } = await call(find(), { law: "灯笼管理法", words: "距离屋檐三尺，挂灯人登记" });
    expect(plain).toContain("悬挂灯笼应当距离屋檐三尺以上，并由挂灯人签字登记。");
    expect(citations?.[0]?.article).toBe("第四条");
  });

  it("says that the words are not there and how to get them, and still knows the days", async () => {
    const { plain, citations } = await call(find(shipped), { law: "行政处罚法", article: "59" });
    expect(plain).toContain("bangban ingest 目录 --as statutes");
    expect(plain).toContain("2021-07-15 起施行");
    expect(citations?.[0]).toMatchObject({ article: "第五十九条", validFrom: "2021-07-15" });
    expect(citations?.[0]).not.toHaveProperty("quote");
  });

  it("names the collection it looked in, and laws that sound alike", async () => {
    const { plain, isAnswerable } = await call(find(shipped), { law: "行政处分法", article: "59" });
    expect(plain).toMatch(/LawRefBook \(\d+ laws, newest \d{4}-\d{2}-\d{2}\)/);
    expect(isAnswerable).toBe(false);
  });

  it("finds articles by words alone in what was read in, in force and in the store's own words", async () => {
    const passage = (title: string, article: string | undefined, text: string): Hit => {
      const { article: _none, ...bare } = { ...DRUM, id: `${title}${article}`, title, text };
      return article === undefined ? bare : { ...bare, article };
    };
    const hits = [
      passage("灯笼管理法", "第三条", "第三条 灯笼的制作应当符合防火标准，灯芯高度不得超过两寸。"),
      passage("灯笼管理法", undefined, "灯笼的制作（目录）"),
      // a code that comes in several files bears the part's name too
      passage("灯笼管理法 罚则编", "第四条", "第四条 悬挂灯笼应当距离屋檐三尺以上，并由挂灯人签字登记。"),
      passage("灯笼管理法", "第三条", "第三条 这一条在旧文本里说的是别的事情。"),
      passage("鼓声条例", "第一条", "第一条 鼓声不得早于卯时。"),
      passage("侵权责任法", "第七十八条", "饲养的动物造成他人损害的"),
    ];
    const search: Search = async () => ({ hits, match: "sure", isAnswerable: true, ms: 1 });
    const { plain, citations } = await call(find(withTexts, search, ["laws"]), { words: "灯芯多高" });
    expect(citations?.map(({ source }) => source)).toEqual([
      "《中华人民共和国灯笼管理法》第三条",
      "《中华人民共和国灯笼管理法》第四条",
    ]);
    expect(plain).toContain("灯芯高度不得超过两寸");
  });

  it("finds nothing by words alone where no laws were read in for searching", async () => {
    expect((await call(find(), { words: "灯芯多高" })).isAnswerable).toBe(false);
  });
});

describe("verify_citations", () => {
  toolContract(() => ({
    tool: verify,
    found: { text: "依据《行政处罚法》第五十九条第一款作出。" },
    missing: { text: "今天天气很好。" },
  }));

  it("tells right from wrong in plain lines", async () => {
    const text = "依据《行政处罚法》第五十九条、第九百条作出。";
    const { plain, citations } = await call(verify, { text });
    expect(plain).toContain("✓ 《行政处罚法》第五十九条 · 无误");
    expect(plain).toContain("✗ 第九百条 · 无此条");
    expect(citations?.map(({ article }) => article)).toEqual(["第五十九条"]);
  });
});

describe("compute_deadline", () => {
  toolContract(() => ({
    tool: compute,
    found: { kind: "hearing-request", from: "2026-09-28" },
    missing: { kind: "coffee-break", from: "2026-09-28" },
  }));

  it("shows the working in words that can be quoted", async () => {
    const { plain } = await call(compute, { kind: "evidence-preservation", from: "2026-09-28" });
    expect(plain).toContain("2026-10-13");
    expect(plain).toContain("逐日计算");
  });

  it("answers that a year without a holiday table cannot be computed", async () => {
    const result = await call(compute, { kind: "hearing-request", from: "2029-01-03" });
    expect(result.plain).toMatch(/无法计算：没有 2029 年/);
    expect([result.isAnswerable, result.citations]).toEqual([false, undefined]);
  });
});
