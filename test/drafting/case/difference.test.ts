import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { compareLines, compareVersions, differenceWords } from "../../../src/drafting/case/difference.ts";
import type { Version } from "../../../src/drafting/case/case.ts";
import { openOffice } from "./office.ts";
import { says, text, 甲 } from "./people.ts";

const printing = {
  language: "zh",
  labelOf: (name: string) => ({ case_cause: "案由", reasons: "理由" })[name] ?? name,
  show: ({ value }: { value: unknown }) => String(value),
} as const;

/** Two versions of one document: its facts and lines before and after. */
async function versions(
  before: { facts: Readonly<Record<string, string>>; lines: readonly string[] },
  after: { facts: Readonly<Record<string, string>>; withdraw?: readonly string[]; lines: readonly string[] },
): Promise<readonly [Version, Version]> {
  const { cases } = openOffice();
  const { file, document } = await cases.begin({ type: "penalty-decision", by: 甲, conversation: "c" });
  const where = { caseId: file.id, document, by: 甲 };
  for (const { facts, lines, withdraw = [] } of [{ withdraw: [], ...before }, after]) {
    const set = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, text(value)]));
    const { documents } = await cases.setFacts({ ...where, set, withdraw });
    const factsRevision = documents[0]?.factsRevision ?? 0;
    await cases.compose({ ...where, composed: says(...lines), findings: [], factsRevision });
  }
  const [one, other] = (await cases.read(file.id, 甲)).documents[0]?.versions ?? [];
  if (one === undefined || other === undefined) throw new Error("two versions were composed");
  return [one, other];
}

describe("the difference of two versions", () => {
  it("names each fact with old and new, and marks what changed within a line", async () => {
    const [one, other] = await versions(
      { facts: { case_cause: "涉嫌案一" }, lines: ["第一段。", "罚款 2000 元。", "末段。"] },
      {
        facts: { case_cause: "涉嫌案二", reasons: "初次" },
        lines: ["第一段。", "罚款 3000 元。", "补一段。", "末段。"],
      },
    );
    const difference = compareVersions(one, other);
    expect([difference.from, difference.to]).toEqual([1, 2]);
    expect(differenceWords(difference, printing)).toEqual([
      "案由：涉嫌案一 → 涉嫌案二",
      "理由：未提供 → 初次",
      "罚款 ［-2-］［+3+］000 元。",
      "新增：补一段。",
    ]);
  });

  it("says what went, and that nothing has changed where that is so", async () => {
    const [one, other] = await versions(
      { facts: { case_cause: "涉嫌案" }, lines: ["甲。", "乙。"] },
      { facts: {}, withdraw: ["case_cause"], lines: ["甲。"] },
    );
    expect(differenceWords(compareVersions(one, other), printing)).toEqual([
      "案由：涉嫌案 → 未提供",
      "删去：乙。",
    ]);
    expect(differenceWords(compareVersions(one, one), { ...printing, language: "en" })).toEqual([
      "Nothing has changed.",
    ]);
  });

  it("leads from any text to any other: what is left of one and what came make the other", () => {
    const lines = fc.array(fc.constantFrom("甲", "乙", "丙", "", "🧊 行"), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = compareLines(before.join("\n"), after.join("\n"));
        const count = (all: readonly (string | null)[], line: string) =>
          all.filter((each) => each === line).length;
        for (const line of new Set([...before, ...after])) {
          const gone = count(
            changes.map((each) => each.before),
            line,
          );
          const come = count(
            changes.map((each) => each.after),
            line,
          );
          expect(count(before, line) - gone + come).toBe(count(after, line));
        }
        if (before.join("\n") === after.join("\n")) expect(changes).toEqual([]);
      }),
    );
  });
});
