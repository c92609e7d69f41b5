import * as fc from "fast-check";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge, type Knowledge } from "../../src/knowledge/open.ts";
import type { Scope } from "../../src/knowledge/passage.ts";
import { card, PACK_YAML, SMALL_PACK, writeFiles } from "./pack-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "search-"));
let knowledge: Knowledge;

const FILES = {
  ...SMALL_PACK,
  "secret/pack.yaml": PACK_YAML.replace("[citizen, staff]", "[officer]"),
  "secret/guide.md": "内部。",
  "secret/articles/raid.md": card({
    id: "raid",
    title: "出生证专项检查安排",
    aliases: ["出生证检查"],
    body: "## 结论\n周三夜间对辖区医院突击检查出生证发放。",
  }),
  "window/articles/old-fee.md": card({
    id: "old-fee",
    title: "暂住证收费",
    aliases: ["暂住证"],
    more: "valid_to: 2015-12-31",
    body: "## 费用\n暂住证工本费五元。",
  }),
  "window/articles/new-rule.md": card({
    id: "new-rule",
    title: "跨省通办新规",
    aliases: ["跨省通办"],
    more: "valid_from: 2027-01-01",
    body: "## 结论\n跨省通办扩大到三十项。",
  }),
  "window/articles/tianjin-subsidy.md": card({
    id: "tianjin-subsidy",
    title: "生育补贴（天津）",
    aliases: ["生育补贴"],
    more: "region: 天津市",
    body: "## 结论\n天津的生育补贴向街道申请。",
  }),
  "window/articles/chengdu-subsidy.md": card({
    id: "chengdu-subsidy",
    title: "生育补贴（成都）",
    aliases: ["生育补贴"],
    more: "region: 成都",
    body: "## 结论\n成都的生育补贴向社区申请。",
  }),
};

beforeAll(async () => {
  writeFiles(join(folder, "packs"), FILES);
  knowledge = await openKnowledge({
    dataDir: join(folder, "data"),
    packsDir: join(folder, "packs"),
    log: () => {},
  });
});

afterAll(async () => {
  await knowledge.close();
  rmSync(folder, { recursive: true });
});

const CITIZEN: Scope = { collections: ["window", "secret"], roles: ["citizen"], on: "2026-11-23" };

const articles = async (query: string, scope: Partial<Scope> = {}, k = 20) =>
  (await knowledge.search(query, { ...CITIZEN, ...scope }, k)).hits.map(({ articleId }) => articleId);

const first = async (query: string, scope: Partial<Scope> = {}) =>
  (await knowledge.search(query, { ...CITIZEN, language: "zh", ...scope }, 5)).hits[0];

describe("what may be read", () => {
  it("is decided by role and collection, whatever is asked and however many hits are wanted", async () => {
    const words = fc.array(
      fc.constantFrom("出生证", "检查", "夜间", "突击", "医院", "raid", "secret", "周三", " "),
      {
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 1, max: 200 }), async (parts, k) => {
        const query = parts.join("");
        expect(await articles(query, {}, k)).not.toContain("raid");
        expect(await articles(query, { roles: ["officer"], collections: ["window"] }, k)).toEqual([]);
        expect(await articles(query, { roles: [] }, k)).toEqual([]);
        expect(await articles(query, { collections: [] }, k)).toEqual([]);
      }),
      { numRuns: 50 },
    );
    expect(await articles("出生证突击检查", { roles: ["officer"] })).toContain("raid");
  });

  it("is only what is in force on the day", async () => {
    expect(await articles("暂住证工本费")).not.toContain("old-fee");
    expect(await articles("暂住证工本费", { on: "2015-12-31" })).toContain("old-fee");
    expect(await articles("跨省通办")).not.toContain("new-rule");
    expect(await articles("跨省通办", { on: "2027-01-01" })).toContain("new-rule");
  });

  it("is what holds in the person's region or in the whole country", async () => {
    expect(await articles("生育补贴", { region: "天津" })).not.toContain("chengdu-subsidy");
    expect(await articles("生育补贴", { region: "天津市南开区" })).toContain("tianjin-subsidy");
    expect(await articles("出生证", { region: "成都" })).toContain("birth-certificate");
    expect(new Set(await articles("生育补贴"))).toEqual(
      expect.objectContaining(new Set(["tianjin-subsidy", "chengdu-subsidy"])),
    );
  });

  it("is in the person's language where there is a choice, and in the other where there is none", async () => {
    const english = await knowledge.search("birth certificate", { ...CITIZEN, language: "en" }, 20);
    expect(english.hits[0]).toMatchObject({ articleId: "birth-certificate", language: "en" });
    expect(
      english.hits.filter(
        ({ articleId, language }) => articleId === "birth-certificate" && language === "zh",
      ),
    ).toEqual([]);
    expect(await articles("结婚登记", { language: "en" })).toContain("marriage");
  });
});

describe("ranking", () => {
  it("puts the card first whose name is said, and the longer name before the shorter", async () => {
    expect((await first("出生证咋办"))?.articleId).toBe("birth-certificate");
    expect((await first("我的出生证丢了怎么办"))?.articleId).toBe("birth-certificate-lost");
  });

  it("puts the part first that is asked for", async () => {
    expect((await first("办出生证要带什么材料"))?.path.at(-1)).toBe("材料");
    expect((await first("办出生证多少钱"))?.path.at(-1)).toBe("费用");
    expect((await first("出生证多久能拿到"))?.path.at(-1)).toBe("时限");
    expect((await first("在哪里领证"))?.path.at(-1)).toBe("渠道");
    expect((await first("how much is a birth certificate", { language: "en" }))?.path.at(-1)).toBe("Fee");
  });

  it("understands everyday words through the pack's synonyms", async () => {
    expect((await first("我想扯证"))?.articleId).toBe("marriage");
  });

  it("gives scores from 1 down to 0, best first, and never one passage twice", async () => {
    const { hits } = await knowledge.search("出生证 结婚 材料", CITIZEN, 50);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(Math.max(...scores)).toBeLessThanOrEqual(1);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
  });
});

describe("whether there is an answer", () => {
  it("is yes for a matter that is there and no for one that is not", async () => {
    const ask = async (query: string) => (await knowledge.search(query, CITIZEN, 3)).isAnswerable;
    expect(await ask("出生证要什么材料")).toBe(true);
    expect(await ask("结婚证怎么领")).toBe(true);
    expect(await ask("红烧肉怎么做")).toBe(false);
    expect(await ask("养狗要打几针疫苗")).toBe(false);
    expect(await ask("")).toBe(false);
  });

  it("is no when the only answer is not for this person", async () => {
    const result = await knowledge.search("周三夜间突击检查医院", CITIZEN, 3);
    expect(result.isAnswerable).toBe(false);
    expect(
      await knowledge.search("周三夜间突击检查医院", { ...CITIZEN, roles: ["officer"] }, 3),
    ).toMatchObject({
      isAnswerable: true,
    });
  });
});

describe("odd questions", () => {
  it("never make search fail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (query) => {
        const { hits, ms } = await knowledge.search(query, { ...CITIZEN, roles: ROLES }, 5);
        expect(hits.length).toBeLessThanOrEqual(5);
        expect(ms).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
    await expect(knowledge.search("出生证".repeat(20_000), CITIZEN, 5)).resolves.toMatchObject({
      hits: expect.any(Array),
    });
  });
});

describe("a card", () => {
  it("is read whole and in order, with what it says about itself", async () => {
    const parts = await knowledge.article("birth-certificate", "window", "zh");
    expect(parts.map(({ path }) => path.at(-1))).toEqual(["结论", "材料", "时限", "费用"]);
    expect(await knowledge.card("birth-certificate", "window", "zh")).toMatchObject({
      title: "出生医学证明首次签发",
      checkedOn: "2026-11-01",
    });
    expect(await knowledge.card("nothing", "window", "zh")).toBeNull();
    expect(await knowledge.passageById("birth-certificate#1", "window")).toEqual(parts[1]);
    expect(Object.keys(parts[0] ?? {})).not.toContain("aliases");
  });
});
