import * as fc from "fast-check";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { openKnowledge, type Knowledge } from "../../src/knowledge/open.ts";
import type { Scope } from "../../src/knowledge/passage.ts";
import { card, PACK_YAML, SMALL_PACK, writeFiles } from "./pack-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "filters-"));
let bare: Knowledge;
let full: Knowledge;

const LAW = (name: string, from: number, more: object = {}) =>
  Array.from({ length: 12 }, (_, i) =>
    JSON.stringify({
      id: `${name}-${from + i}`,
      title: `${name}第${from + i}条`,
      text: `${i % 3 === 0 ? "依照《市容条例》，" : ""}第${i}种出生证、结婚登记和养犬的材料由窗口核对，收费${i}元。`,
      ...more,
    }),
  );

const KEPT = [...LAW("市容条例", 1), ...LAW("养犬规定", 1)];
// each is out of reach of the citizen below for one reason
const HIDDEN = [
  ...LAW("旧养犬规定", 1, { validTo: "2015-12-31" }),
  ...LAW("新养犬规定", 1, { validFrom: "2027-01-01" }),
  ...LAW("成都养犬规定", 1, { region: "成都市" }),
  ...LAW("市容条例", 13, { validTo: "2015-12-31" }),
];
const HIDDEN_CARDS = {
  "window/articles/old.md": card({
    id: "old-certificate",
    title: "出生证",
    aliases: ["出生证", "结婚证", "材料"],
    more: "valid_to: 2015-12-31",
    body: "## 结论\n出生证、结婚证的材料在窗口办。\n\n## 材料\n出生证 结婚证 材料 收费",
  }),
  "window/articles/chengdu.md": card({
    id: "chengdu-certificate",
    title: "成都出生证",
    aliases: ["出生证办理"],
    more: "region: 成都",
    body: "## 结论\n成都的出生证在社区办。",
  }),
  "secret/pack.yaml": PACK_YAML.replace("[citizen, staff]", "[officer]"),
  "secret/guide.md": "内部。",
  "secret/articles/raid.md": card({
    id: "raid",
    title: "出生证检查",
    aliases: ["出生证"],
    body: "## 结论\n突击检查出生证。",
  }),
};

async function opened(name: string, packs: object, lines: readonly string[]): Promise<Knowledge> {
  const at = join(folder, name);
  writeFiles(
    at,
    Object.fromEntries(Object.entries(packs).map(([path, text]) => [`packs/${path}`, String(text)])),
  );
  writeFiles(at, { "lines/kept.jsonl": KEPT.join("\n"), "lines/more.jsonl": lines.join("\n") });
  const knowledge = await openKnowledge({
    dataDir: join(at, "data"),
    packsDir: join(at, "packs"),
    log: () => {},
  });
  await knowledge.ingest([join(at, "lines")], { collection: "rules", audience: ["citizen"] });
  return knowledge;
}

beforeAll(async () => {
  bare = await opened("bare", SMALL_PACK, []);
  full = await opened("full", { ...SMALL_PACK, ...HIDDEN_CARDS }, HIDDEN);
});

afterAll(async () => {
  await Promise.all([bare.close(), full.close()]);
  rmSync(folder, { recursive: true });
});

const CITIZEN: Scope = {
  collections: ["window", "rules", "secret"],
  roles: ["citizen"],
  on: "2026-11-23",
  region: "天津",
  language: "zh",
};

describe("a passage that a person may not see", () => {
  it("is never found, and changes neither the order nor the scores of what is", async () => {
    const words = fc.array(
      fc.constantFrom(
        "出生证",
        "养犬",
        "市容条例",
        "成都",
        "结婚登记",
        "材料",
        "收费",
        "旧",
        "突击检查",
        "3元",
        "第五条",
        "怎么办",
      ),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(words, fc.integer({ min: 1, max: 60 }), async (parts, k) => {
        const query = parts.join("");
        const [without, withThem] = await Promise.all([
          bare.search(query, CITIZEN, k),
          full.search(query, CITIZEN, k),
        ]);
        const seen = ({ hits, match }: typeof without) => [match, hits.map(({ id, score }) => [id, score])];
        expect(seen(withThem)).toEqual(seen(without));
      }),
      { numRuns: 60 },
    );
  });

  it("is found by whoever may: each of the filters lets something through", async () => {
    const ids = async (query: string, scope: Partial<Scope>) =>
      (await full.search(query, { ...CITIZEN, ...scope }, 60)).hits.map(({ articleId }) => articleId);
    expect(await ids("养犬", { on: "2015-01-01" })).toContain("旧养犬规定-1");
    expect(await ids("养犬", { on: "2027-01-01" })).toContain("新养犬规定-1");
    expect(await ids("养犬", { region: "成都" })).toContain("成都养犬规定-1");
    expect(await ids("出生证", { roles: ["officer"] })).toContain("raid");
  });
});

describe("the passages around one", () => {
  it("are those before and after it in its article, in order, and end where the article ends", async () => {
    const orders = async (id: string, radius: number) =>
      (await bare.neighbours(id, "window", radius)).map(({ order }) => order);
    const [first, second, third] = await bare.article("birth-certificate", "window", "zh");
    expect(await orders(second?.id ?? "", 1)).toEqual([first?.order, second?.order, third?.order]);
    expect(await orders(first?.id ?? "", 1)).toEqual([first?.order, second?.order]);
    expect(await orders(third?.id ?? "", 0)).toEqual([third?.order]);
    expect(await orders("nothing#0", 2)).toEqual([]);
  });
});

describe("what stands around a piece of a law", () => {
  it("speaks for it: of two articles that say the same, that of the law which others name comes first", async () => {
    const { hits } = await bare.search(
      "结婚登记的材料由窗口核对",
      { ...CITIZEN, collections: ["rules"] },
      24,
    );
    expect(hits[0]?.title).toMatch(/^市容条例/);
  });

  it("and everyday words find the words of the law", async () => {
    const lines = [
      ...LAW("市容条例", 1),
      JSON.stringify({ id: "pay", title: "某法第三十条", text: "用人单位应当及时足额支付劳动报酬。" }),
    ];
    const knowledge = await opened("pay", SMALL_PACK, lines.slice(-1));
    const { hits } = await knowledge.search("老板欠薪", { ...CITIZEN, collections: ["rules"] }, 1);
    await knowledge.close();
    expect(hits[0]?.id).toBe("pay");
  });
});
