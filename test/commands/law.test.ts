import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownLaws } from "../statutes/own-laws.ts";
import { bangban, tempFolder } from "./run.ts";

const DAY = ["--today", "2026-11-23"];

describe.concurrent("cite", () => {
  it("checks a text on a fresh data folder, and leaves nothing behind there", async () => {
    const data = tempFolder();
    const text = "依据《行政处罚法》第五十九条第一款、第九百条，《中华人民共和国民法通则》第五条。";
    const { code, out } = await bangban(["cite", text, "--json", "--data", data, ...DAY]);
    const { citations } = JSON.parse(out);
    expect(code).toBe(0);
    expect(citations.map(({ status }: { status: string }) => status)).toEqual([
      "ok",
      "no_article",
      "repealed",
    ]);
    expect(citations[0]).toMatchObject({
      law: "中华人民共和国行政处罚法",
      article: "第五十九条",
      paragraph: 1,
      inForce: { from: "2021-07-15", to: null },
    });
    expect(existsSync(join(data, "statutes.db"))).toBe(false);
  });

  it("reads standard input and says each verdict in a line", async () => {
    const { out } = await bangban(["cite", "-", "--data", tempFolder(), ...DAY], {
      input: "见《行政处罚法》第九百条。",
    });
    expect(out).toContain("✗ 《行政处罚法》第九百条 · 无此条");
  });

  it("checks many texts, each with its own days", async () => {
    const file = join(tempFolder(), "texts.jsonl");
    const lines = [
      { id: "a", text: "见《仲裁法》第八十条。", on: "2025-06-01" },
      { id: "b", text: "今天天气很好。" },
    ];
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n"));
    const { out } = await bangban(["cite", "--batch", file, "--data", tempFolder(), ...DAY]);
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: "a", citations: [{ inForce: { to: "2026-03-01" } }] });
    expect(second).toEqual({ id: "b", citations: [] });
  });

  it.each([
    [["cite", "x", "--on", "2026-02-30"], "2026-02-30"],
    [["cite", "x", "--act-on", "last week"], "last week"],
    [["statute", "行政处罚法", "--on", "2026-13-45"], "2026-13-45"],
    [["statute", "行政处罚法", "59", "--compare", "2026-01-01"], "--compare takes two days"],
    [["cite"], "cite needs a text"],
  ])("answers %j with one sentence and code 2", async (args, words) => {
    const { code, err } = await bangban([...args, "--data", tempFolder()]);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});

describe.concurrent("statute", () => {
  it("names the collection it looked in, and how old it is, for a law it does not know", async () => {
    const { code, err } = await bangban(["statute", "灯笼管理法", "3", "--data", tempFolder(), ...DAY]);
    expect(err).toMatch(/查的是LawRefBook \(\d+ laws, newest \d{4}-\d{2}-\d{2}\)/);
    expect(code).toBe(3);
  });

  it("will not compare with an edition that it does not keep", async () => {
    const compare = ["statute", "行政处罚法", "37", "--compare", "2020-01-01,2026-01-01"];
    const { code, err } = await bangban([...compare, "--data", tempFolder()]);
    expect(err).toContain("2020-01-01施行的文本不在库中");
    expect(code).toBe(3);
  });
});

describe("laws that were read in", () => {
  it("are shown by the day, compared, read once, and serve cite too", async () => {
    const data = ["--data", tempFolder()];
    const laws = ownLaws();
    const ingest = () => bangban(["ingest", laws, "--as", "statutes", "--json", ...data, ...DAY]);
    expect(JSON.parse((await ingest()).out)).toMatchObject({ documents: 3, added: 3, problems: [] });
    expect(JSON.parse((await ingest()).out)).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    const old = await bangban(["statute", "灯笼管理法", "4", "--on", "2020-01-01", "--json", ...data]);
    expect(JSON.parse(old.out)).toMatchObject({
      law: "中华人民共和国灯笼管理法",
      article: "第四条",
      text: "违反本法第三条规定的，由灯政所责令改正，处一百文以上五百文以下罚款。",
      versions: [{ validFrom: "2019-05-01", validTo: "2024-09-01" }, { validFrom: "2024-09-01" }],
    });
    const days = ["--compare", "2020-01-01,2025-01-01"];
    const change = await bangban(["statute", "灯笼管理法", "2", ...days, ...data]);
    expect(change.out).toContain("灯笼分为以下［-两-］［+三+］类");
    const quoted = "《灯笼管理法》第三条规定：“灯笼的制作应当符合防火标准，灯芯高度不得超过三寸。”";
    const cited = await bangban(["cite", quoted, "--json", ...data, ...DAY]);
    expect(JSON.parse(cited.out).citations[0].status).toBe("quote_differs");
  });

  it("must be a folder, said in one sentence", async () => {
    const { code, err } = await bangban(["ingest", "nowhere", "--as", "statutes", "--data", tempFolder()]);
    expect(err).toContain("there is no folder nowhere");
    expect(code).toBe(2);
  });
});

describe("ledger", () => {
  it("is built from a collection into a folder of choice", async () => {
    const out = tempFolder();
    const args = ["ledger", "build", ownLaws(), "--collection", "own", "--out", out, "--json"];
    const built = await bangban([...args, ...DAY]);
    expect(JSON.parse(built.out)).toMatchObject({ laws: 2, versions: 3 });
    expect(existsSync(join(out, "ledger.jsonl"))).toBe(true);
  });
});
