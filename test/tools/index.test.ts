import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOBODY } from "../../src/core/principal.ts";
import type { Knowledge } from "../../src/knowledge/open.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import { openStatutes } from "../../src/statutes/index.ts";
import type { Tool } from "../../src/tools/define.ts";
import { createTools } from "../../src/tools/index.ts";
import { PLAIN_TALK } from "../../src/tools/plain-talk.ts";
import { call } from "../contracts/tool.ts";

const FILES: Readonly<Record<string, string>> = {
  "citizen-services/pack.yaml": `name: { zh: 窗口, en: Desk }
purpose: { zh: 办事, en: Services }
audience: [citizen]
tools: [search_knowledge]
contacts:
  - { name: { zh: 政务热线, en: Hotline }, number: "12345", for: [] }`,
  "citizen-services/guide.md": "简短回答。",
  "citizen-services/articles/birth.md": `---
id: birth
title: 出生医学证明首次签发
aliases: [出生证]
region: 全国
source: 《中华人民共和国母婴保健法》第二十三条
checked_on: 2026-11-23
local: [办理地点]
ask: 您在哪个城市？
---
## 结论
由接生的医院签发出生医学证明。
## 材料
1. 父母双方有效身份证件`,
  "citizen-services/tables/income-tax-brackets.csv": `# source: 个人所得税法第三条
from_yuan,to_yuan,rate_percent,quick_deduction_yuan
0,36000,3,0
36000,,10,2520`,
  "citizen-services/tables/income-tax-deductions.csv": `# source: 个人所得税法第六条
item_zh,item_en,monthly_yuan,note_zh,note_en
子女教育,Children's education,2000,,`,
};

const folder = mkdtempSync(join(tmpdir(), "bangban-tools-"));
const desk = openStatutes();
const LAW = { statutes: () => desk, holidays: readTables };
let knowledge: Knowledge;
let tools: readonly Tool[];

beforeAll(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(folder, "packs", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const [dataDir, packsDir] = [join(folder, "data"), join(folder, "packs")];
  knowledge = await openKnowledge({ dataDir, packsDir, log: () => {} });
  tools = createTools(knowledge, LAW);
});

afterAll(async () => {
  await knowledge.close();
  rmSync(folder, { recursive: true });
});

const tool = (name: string): Tool => {
  const found = tools.find((one) => one.name === name);
  if (!found) throw new Error(`no tool ${name}`);
  return found;
};

describe("the tools over a real knowledge base", () => {
  it("come in the order in which a model should reach for them", () => {
    expect(tools.map(({ name }) => name)).toEqual([
      "search_knowledge",
      "look_up_table",
      "calculate_tax",
      "add_period",
      "find_statute",
      "verify_citations",
      "compute_deadline",
    ]);
  });

  it("find a card by people's words, bring it whole and ask for the city", async () => {
    const { text, passages, asks } = await call(tool("search_knowledge"), { question: "出生证在哪里办" });
    expect(text).toContain("由接生的医院签发出生医学证明");
    expect(passages?.map(({ id }) => id).toSorted()).toEqual(["birth#0", "birth#1"]);
    expect(asks).toEqual(["您在哪个城市？"]);
  });

  it("show nothing to a role outside the pack's audience", async () => {
    const principal = { ...NOBODY, effectiveRoles: ["nurse"] as const };
    const search = await call(tool("search_knowledge"), { question: "出生证在哪里办" }, { principal });
    expect([search.isAnswerable, search.passages]).toEqual([false, undefined]);
    const table = await call(tool("look_up_table"), { words: "子女教育" }, { principal });
    expect(table.isAnswerable).toBe(false);
  });

  it("calculate from the pack's own tables", async () => {
    const { text, citations } = await call(tool("calculate_tax"), { salary: 100_000 });
    expect(text).toContain("40000.00 × 10% − 速算扣除数 2520.00 = 1480.00");
    expect(citations?.map(({ source }) => source)).toContain("个人所得税法第三条");
  });

  it("do not offer a calculation where no pack has the tables", () => {
    const names = createTools({ ...knowledge, tables: () => [] }, LAW).map(({ name }) => name);
    expect(names).not.toContain("calculate_tax");
  });
});

describe("plain talk", () => {
  it.each([
    ["行政处罚法第五十九条说什么", "行政处罚法", "第五十九条"],
    ["请问《中华人民共和国劳动合同法》第38条是什么？", "中华人民共和国劳动合同法", "第三十八条"],
    ["治安管理处罚法第一百二十条之一的内容", "治安管理处罚法", "第一百二十条之一"],
    ["What does article 59 of the 行政处罚法 say?", "行政处罚法", "59"],
  ])("%s reads an article", (text, law, article) => {
    const talk = PLAIN_TALK.find(({ read }) => read(text, "2026-11-23"));
    expect([talk?.tool, talk?.read(text, "2026-11-23")]).toEqual(["find_statute", { law, article }]);
  });

  it.each([
    ["月薪2万，社保3000，个税多少", "calculate_tax"],
    ["11月3号收到通知，15天内到哪天", "add_period"],
    ["出生证在哪里办", undefined],
    ["公司拖欠工资违反劳动法第五十条怎么办", undefined],
  ])("%s starts %s with an input that the tool takes", async (text, name) => {
    const talk = PLAIN_TALK.find(({ read }) => read(text, "2026-11-23"));
    expect(talk?.tool).toBe(name);
    if (!talk) return;
    const { plain } = await call(tool(talk.tool), talk.read(text, "2026-11-23"));
    expect(plain).toContain("**");
  });
});
