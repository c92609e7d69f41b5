import { describe, expect, it, onTestFinished } from "vitest";
import { textChecks } from "../../src/knowledge/lifecycle/checks.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { card, PACK_YAML, temporaryFolder, writeFiles } from "./pack-folder.ts";

const TODAY = "2026-11-24";

async function open(packs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}) {
  const packsDir = writeFiles(temporaryFolder(), {
    "w/pack.yaml": PACK_YAML,
    "w/guide.md": "你好。",
    ...packs,
  });
  const knowledge = await openKnowledge({ dataDir: temporaryFolder(), packsDir, log: () => {} });
  onTestFinished(() => knowledge.close());
  const folder = writeFiles(temporaryFolder(), files);
  if (Object.keys(files).length > 0) await knowledge.ingest([folder], { collection: "notes" });
  const idsOn = async (on: string, question: string) => {
    const scope = { collections: ["w", "notes"], roles: ["staff" as const], on };
    return (await knowledge.search(question, scope, 10)).hits.map(({ articleId }) => articleId);
  };
  return { knowledge, idsOn, folder };
}

const fee = (id: string, title: string, text: string, more = "") =>
  card({ id, title, aliases: [`${title}费用`], more, body: `## 费用\n${text}` });

describe("a text whose time is over", () => {
  it("answers for the days on which it held, and for no other", async () => {
    const { idsOn } = await open({
      "w/articles/old.md": fee(
        "old",
        "停车证",
        "停车证工本费20元。",
        "valid_from: 2020-01-01\nvalid_to: 2025-12-31",
      ),
      "w/articles/new.md": fee("new", "停车证", "停车证工本费30元。", "valid_from: 2026-01-01"),
    });
    expect(await idsOn(TODAY, "停车证多少钱")).toEqual(["new"]);
    expect(await idsOn("2023-05-01", "停车证多少钱")).toEqual(["old"]);
  });

  it("that was superseded answers for the past only, and without a date never", async () => {
    const { idsOn } = await open(
      {
        "w/articles/dated.md": fee(
          "dated",
          "停车证",
          "工本费20元。",
          "valid_to: 2025-12-31\nsuperseded_by: new",
        ),
        "w/articles/undated.md": fee("undated", "通行证", "工本费25元。", "superseded_by: new"),
      },
      { "old-notice.md": "---\nsuperseded_by: 新通知\n---\n# 停水通知\n周一停水。\n" },
    );
    expect(await idsOn(TODAY, "停车证多少钱")).toEqual([]);
    expect(await idsOn("2024-01-01", "停车证多少钱")).toEqual(["dated"]);
    for (const on of [TODAY, "2024-01-01"]) {
      expect(await idsOn(on, "通行证多少钱")).not.toContain("undated");
      expect(await idsOn(on, "停水通知周一停水")).not.toContain("old-notice.md");
    }
  });

  it("is found again when a draft file is finished", async () => {
    const { knowledge, folder, idsOn } = await open(
      {},
      { "a.md": "---\ndraft: true\n---\n# 停电通知\n周二停电。\n" },
    );
    expect(await idsOn(TODAY, "停电通知周二停电")).toEqual([]);
    writeFiles(folder, { "a.md": "# 停电通知\n周二停电。\n" });
    await knowledge.ingest([folder], { collection: "notes" });
    expect(await idsOn(TODAY, "停电通知周二停电")).toEqual(["a.md"]);
  });
});

describe("looking the knowledge base over", () => {
  it("names what is expired, superseded, to be reviewed or a draft, each once, with owner and remedy", async () => {
    const { knowledge } = await open(
      {
        "w/articles/a.md": fee("a", "甲证", "免费。", "valid_to: 2026-01-01\nowner: 张科"),
        "w/articles/b.md": fee("b", "乙证", "免费。", "superseded_by: a\nreview_by: 2020-01-01"),
        "w/articles/c.md": fee("c", "丙证", "免费。", "review_by: 2026-11-23\nowner: 李科"),
        "w/articles/d.md": fee("d", "丁证", "免费。", "review_by: 2026-11-24"),
      },
      { "e.md": "---\nreview_by: 2026-01-01\nowner: 王科\n---\n# 通知\n正文。\n" },
    );
    const { findings, counts } = await knowledge.lookOver(TODAY);
    expect(counts).toMatchObject({ expired: 1, superseded: 1, review: 2, draft: 0, conflict: 0 });
    const lines = findings.map(({ kind, file, detail }) => [kind, file.split("/").at(-1), detail.zh]);
    expect(lines).toEqual([
      ["expired", "a.md", "2026-01-01 起失效（负责：张科）"],
      ["superseded", "b.md", "已被“a”取代，不再用于回答"],
      ["review", "e.md", "应在 2026-01-01 前复核（负责：王科）"],
      ["review", "c.md", "应在 2026-11-23 前复核（负责：李科）"],
    ]);
    for (const { remedy } of findings) expect(remedy.en.length * remedy.zh.length).toBeGreaterThan(0);
  });

  it("names one matter with different figures, unless place or time tell them apart", async () => {
    const { knowledge } = await open({
      "w/articles/a.md": fee("a", "停车证", "工本费二十元。"),
      "w/articles/b.md": fee("b", "停车证（2024版）", "收费 30 元。"),
      "w/articles/same.md": fee("same", "停车证（副本）", "只收20元。"),
      "w/articles/other.md": fee("other", "停车证（天津）", "收费 50 元。", "region: 天津"),
      "w/articles/past.md": fee("past", "停车证（旧）", "收费 10 元。", "valid_to: 2020-01-01"),
    });
    const { findings } = await knowledge.lookOver(TODAY);
    const conflicts = findings.filter(({ kind }) => kind === "conflict");
    expect(conflicts.map(({ file, other, detail }) => [file, other?.file, detail.en])).toEqual([
      ["w/articles/a.md", "w/articles/b.md", "one matter, different figures: 20元 / 30元"],
    ]);
  });

  it("names two texts that say the same, and two editions that differ in a figure only", async () => {
    const rule = (days: string) =>
      `单位使用公务车辆应当提前${days}个工作日提出书面申请，写明用车事由、起止时间、目的地和随行人员，经部门负责人和车辆管理部门审核同意后，由车辆管理部门统一安排。`;
    const { knowledge } = await open(
      {},
      {
        "one.md": `# 用车办法\n${rule("3")}\n`,
        "two.md": `# 用车办法（修订）\n${rule("五")}\n`,
        "copy.md": `# 综合手册\n${rule("3")}\n`,
        "far.md":
          "# 食堂办法\n食堂每日供应早餐、午餐和晚餐，用餐须刷卡，访客用餐由接待部门提前登记并代为结算，节假日另行通知。\n",
      },
    );
    const { findings, compared } = await knowledge.lookOver(TODAY);
    const pairs = findings.map(({ kind, passage, other }) => [kind, ...[passage, other?.passage].toSorted()]);
    expect(pairs).toEqual([
      ["conflict", "one.md#0", "two.md#0"],
      ["duplicate", "copy.md#0", "one.md#0"],
    ]);
    expect(compared).toBe(4);
  });

  it("shows twenty of a kind and counts all of them", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [
        `w/articles/c${i}.md`,
        fee(`c${i}`, `证件${i}`, "免费。", "review_by: 2020-01-01"),
      ]),
    );
    const { findings, counts } = await (await open(many)).knowledge.lookOver(TODAY);
    expect(counts.review).toBe(30);
    expect(findings).toHaveLength(20);
    const [summary, ...lines] = textChecks({ findings, counts, compared: 30, leftOut: [] }, "en");
    expect(summary?.detail).toBe("30 due for review (first 20 below); 30 compared");
    expect(lines[0]).toEqual({
      name: "text due for review",
      ok: true,
      detail: "w/articles/c0.md: to be reviewed by 2020-01-01",
      remedy: expect.stringContaining("checked_on"),
    });
  });
});
