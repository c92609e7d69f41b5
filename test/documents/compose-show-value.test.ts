import { describe, expect, it } from "vitest";
import { showValue } from "../../src/documents/compose/show-value.ts";
import type { Language } from "../../src/core/language.ts";
import { changed, factsOf, typeOf } from "./examples.ts";

const inspection = factsOf("inspection-record");
const decision = factsOf("penalty-decision");

function shown(name: string, language: Language = "zh", facts = { ...decision, ...inspection }): string {
  const fact = facts[name];
  if (fact === undefined) throw new Error(`no fact ${name}`);
  const fields = [...typeOf("penalty-decision").fields, ...typeOf("inspection-record").fields];
  return showValue(
    fact,
    language,
    fields.find((field) => field.name === name),
  );
}

describe("a value in the table of facts", () => {
  it.each([
    ["inspection_time", "2026年9月1日10时20分至10时55分", "2026-09-01 10:20–10:55"],
    ["decided_on", "2026年9月28日", "2026-09-28"],
    ["procedure", "普通程序", "ordinary procedure"],
    ["discretion_level", "从轻处罚", "lighter"],
    ["recusal", "否", "no"],
    ["photos", "12张（编号P01至P12）", "12张（编号P01至P12）"],
  ])("%s reads as a document says it, or in English", (name, zh, en) => {
    expect(shown(name)).toBe(zh);
    expect(shown(name, "en")).toBe(en);
  });

  it("shows all that is known of a party and a person", () => {
    expect(shown("party")).toBe(
      "云溪鲜到家超市有限公司，负责人丙，91990104MA2XQ71A0T，云溪区青石路18号，13900000117",
    );
    expect(shown("site_person")).toContain(
      "负责人丙，男，1985年3月12日出生，居民身份证号码990104198503123018",
    );
  });

  it("keeps prose as it was told", () => {
    const facts = changed("inspection-record", { observations: "冷柜里有6盒酸奶" });
    expect(shown("observations", "zh", facts)).toBe("冷柜里有6盒酸奶");
  });
});
