import { describe, expect, it } from "vitest";
import type { CaseView } from "../../../src/documents/case-view.ts";
import { checkCase, RULES } from "../../../src/documents/rules/index.ts";
import { openDesk } from "./packs.ts";
import { flat, SITUATIONS, whole, type Case } from "./situations.ts";

const open = openDesk();
const all = SITUATIONS.map((each) => [each.rule, each.sees, each.hit, each.pass] as const);

function viewOf({ type, facts, documents, tenant }: Case, today = "2026-11-23"): CaseView {
  const json = documents === undefined ? { facts } : { facts, documents };
  const body = tenant === undefined ? json : { ...json, tenant };
  return open({ id: "case", field: "", today, expect: [], case: body, type });
}

const rulesOf = (written: Case): readonly string[] => checkCase(viewOf(written)).map(({ rule }) => rule);
const spoken = (written: Case, rule: string, today?: string) =>
  checkCase(viewOf(written, today)).filter((finding) => finding.rule === rule);

describe("rules", () => {
  it("has a situation for each of them", () => {
    expect([...new Set(all.map(([rule]) => rule))].toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  });

  it.each(all)("%s sees %s", (rule, _what, hit) => {
    expect(rulesOf(hit)).toContain(rule);
  });

  it.each(all)("%s is silent without %s", (rule, _what, _hit, pass) => {
    expect(rulesOf(pass)).not.toContain(rule);
  });

  it("says nothing about a case that says nothing", () => {
    expect(rulesOf(flat("penalty-decision", {}))).toEqual([]);
    expect(rulesOf(flat("inspection-record", {}))).toEqual([]);
  });

  it("gives no day where the calendar has none, and says so", () => {
    const [finding] = spoken(
      whole({ preserved_on: "2026-12-28", preserve_decided_on: "2027-01-05" }, [
        { type: "evidence-preservation" },
      ]),
      "C04",
    );
    expect(finding?.severity).toBe("info");
    expect(finding?.message.zh).toContain("2027");
  });

  it("keeps an officer's wrong end of a period and shows the right one", () => {
    const [finding] = spoken(
      flat("evidence-preservation", { preserved_on: "2026-09-28", preserved_until: "2026-10-05" }),
      "C04",
    );
    expect(finding?.message.zh).toContain("2026-10-05");
    expect(finding?.fix?.zh).toContain("2026-10-13");
  });

  it("answers an officer who says that no hearing is needed", () => {
    const told = { value: "罚款", source: { ref: "消息 2", words: "罚六万，没到数，不用听证" } };
    const [finding] = spoken(
      flat(
        "final-report",
        {
          party: { kind: "unit", name: "甲公司" },
          proposed_penalties: [{ kind: "罚款", amount: 60_000 }],
          suggestion: told,
        },
        { hearing: { unit_yuan: 50_000 } },
      ),
      "C14",
    );
    expect(finding?.message.zh).toContain("不用听证");
  });

  it("answers an officer who says that the time to speak is over", () => {
    const said = flat("penalty-decision", {
      notice_served_on: "2026-09-29",
      hearing_told: true,
      statement_made: "听证期限已过。",
    });
    expect(spoken(said, "C02", "2026-10-10")[0]?.message.zh).toContain("2026-10-12");
    expect(spoken(said, "C02", "2026-10-20")).toEqual([]);
  });

  it("takes the upper department for a tax office and the government for the others", () => {
    const text = (organ: string) =>
      `国家税务总局云溪区税务局\n可以自收到之日起六十日内向${organ}申请行政复议，也可以自收到之日起六个月内向云溪区人民法院提起行政诉讼。\n2026年5月6日`;
    const by = (organ: string) => whole({}, [{ type: "penalty-decision", text: text(organ) }]);
    expect(spoken(by("国家税务总局北山市税务局"), "C19")).toEqual([]);
    expect(spoken(by("云溪区人民政府"), "C19")).not.toEqual([]);
  });
});
