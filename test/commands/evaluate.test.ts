import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compare, hasFallen, type Run } from "../../src/commands/evaluation-history.ts";
import { rankingScore } from "../../src/commands/ranking-score.ts";
import { bangban, tempFolder } from "./run.ts";

describe("the figures of a ranking", () => {
  it("are those that are worked out by hand", () => {
    const judged = [
      { relevant: ["a", "b"], found: ["x", "a", "y", "z", "w", "v", "b"] },
      { relevant: ["c"], found: ["c"] },
      { relevant: ["d"], found: [] },
    ];
    const first = 1 / Math.log2(3) + 1 / Math.log2(8);
    const ideal = 1 + 1 / Math.log2(3);
    expect(rankingScore(judged)).toEqual({
      "R@5": 0.5,
      "R@10": 0.6667,
      "R@20": 0.6667,
      "R@100": 0.6667,
      "MRR@10": 0.5,
      "nDCG@10": Number(((first / ideal + 1) / 3).toFixed(4)),
    });
    expect(rankingScore([])).toEqual({});
  });
});

describe("a run beside the last one", () => {
  const run = (metrics: Run["metrics"], failed: readonly string[]): Run => ({
    at: "2026-11-01T00:00:00.000Z",
    total: 3,
    passed: 3 - failed.length,
    metrics,
    failed: [...failed],
  });

  it("names what fell, what fails now and what passes now", () => {
    const before = run({ citation: 0.9, "R@10": 0.8, msP50: 1 }, ["q1", "gone"]);
    const now = run({ citation: 0.85, "R@10": 0.799, msP50: 90, fresh: 0.1 }, ["q2"]);
    expect(compare(before, now, ["q1", "q2", "q3"])).toEqual({
      since: "2026-11-01T00:00:00.000Z",
      fell: [{ metric: "citation", before: 0.9, now: 0.85 }],
      newlyFailing: ["q2"],
      newlyPassing: ["q1"],
    });
  });

  it("has fallen when a metric fell or a question fails that passed, and not otherwise", () => {
    const before = run({ citation: 0.9 }, ["q1"]);
    const fell = (now: Run) => hasFallen(compare(before, now, ["q1", "q2"]));
    expect(fell(run({ citation: 0.95 }, ["q1"]))).toBe(false);
    expect(fell(run({ citation: 0.8 }, ["q1"]))).toBe(true);
    expect(fell(run({ citation: 0.9 }, ["q2"]))).toBe(true);
  });
});

describe("bangban evaluate", () => {
  it("scores searches over a collection from the questions kept for it, and tells what got worse", async () => {
    const data = tempFolder();
    const rules = join(data, "rules.jsonl");
    const line = (id: string, text: string) => JSON.stringify({ id, title: `细则第${id}条`, text });
    const lines = [
      line("1", "养犬人应当给犬只接种狂犬病疫苗。"),
      line("2", "停车收费标准由区价格部门公布。"),
    ];
    writeFileSync(rules, lines.join("\n"));
    await bangban(["ingest", rules, "--collection", "house", "--data", data]);

    const unasked = await bangban(["evaluate", "house", "--data", data, "--lang", "en"]);
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain(`questions${"/"}house.jsonl`);

    mkdirSync(join(data, "questions"));
    const questions = [
      { id: "q1", text: "给狗打疫苗", relevant: ["1"] },
      { id: "q2", text: "停车收费", relevant: ["2"] },
    ];
    writeFileSync(
      join(data, "questions", "house.jsonl"),
      questions.map((each) => JSON.stringify(each)).join("\n"),
    );
    const first = await bangban(["evaluate", "house", "--data", data, "--json"]);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([
      0,
      { total: 2, passed: 2, metrics: { "R@5": 1, "MRR@10": 1 }, failures: [] },
    ]);

    writeFileSync(rules, lines[0] ?? "");
    await bangban(["ingest", rules, "--collection", "house", "--data", data]);
    const second = await bangban(["evaluate", "house", "--data", data]);
    expect(second.code).toBe(1);
    expect(second.err).toContain("q2 (search): nothing right among the first ten");
    expect(second.out).toMatch(/fell since .*: R@5 1 -> 0.5/);
    expect(second.out).toContain("passed before, fail now: q2");
    expect(
      readFileSync(join(data, "evaluations", "house.jsonl"), "utf8")
        .trim()
        .split("\n"),
    ).toHaveLength(2);
  });
});
