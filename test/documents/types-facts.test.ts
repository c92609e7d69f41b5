import { describe, expect, it } from "vitest";
import { BotError } from "../../src/core/errors.ts";
import { factsSchema } from "../../src/documents/types/facts-schema.ts";
import { holds } from "../../src/documents/types/holds.ts";
import { readFacts } from "../../src/documents/types/read-facts.ts";
import { factsOf, tenant, typeOf } from "./examples.ts";

const source = { kind: "file", ref: "facts.json" } as const;
const inspection = typeOf("inspection-record");

function refusal(values: unknown, type = inspection): { zh: string; en: string; field: string | undefined } {
  try {
    readFacts(type, values, source);
  } catch (error) {
    if (error instanceof BotError) return { ...error.detail.forUser, field: error.detail.field };
    throw error;
  }
  throw new Error("it was accepted");
}

describe("facts from a file", () => {
  it("keep where the file says a value comes from, else name the file", () => {
    const facts = readFacts(
      inspection,
      {
        inspection_place: {
          value: "青石路18号",
          source: { kind: "message", ref: "消息 2", words: "青石路18号" },
        },
        observations: "冷柜内有酸奶6盒",
      },
      source,
    );
    expect(facts.inspection_place?.sources).toEqual([
      { kind: "message", ref: "消息 2", words: "青石路18号" },
    ]);
    expect(facts.observations?.sources).toEqual([source]);
  });

  it("may be written in short", () => {
    const facts = readFacts(
      inspection,
      {
        officers: ["检查员甲", "检查员乙"],
        site_person: "负责人丙",
        photos: 12,
        recusal: false,
        rights_told: "是",
        inspection_time: { from: "2026年1月5日 9:05", to: "2026-01-05 10:00" },
        measures_taken: null,
      },
      source,
    );
    expect(facts.officers?.value).toEqual([{ name: "检查员甲" }, { name: "检查员乙" }]);
    expect(facts.inspection_time?.value).toEqual({ from: "2026-01-05T09:05", to: "2026-01-05T10:00" });
    expect(facts.recusal?.value).toEqual({ yes: false });
    expect(facts.photos?.value).toEqual({ count: 12 });
    expect(facts).not.toHaveProperty("measures_taken");
    const decision = readFacts(
      typeOf("penalty-decision"),
      {
        illegal_gains: "三十九元六角",
        discretion_level: "从轻处罚",
        procedure: "普通程序",
        decided_on: "2026/1/5",
      },
      source,
    );
    expect(decision.illegal_gains?.value).toBe(39.6);
    expect(decision.discretion_level?.value).toBe("从轻");
    expect(decision.procedure?.value).toBe("ordinary");
    expect(decision.decided_on?.value).toBe("2026-01-05");
  });

  it.each([
    [{ inspection_plase: "x" }, "inspection_plase", "没有“inspection_plase”这个字段"],
    [{ officers: 7 }, "officers.0", "执法人员（officers）的值不对"],
    [{ party: { kind: "firm", name: "x" } }, "party.kind", "当事人（party）的值不对"],
    [{ party: { kind: "unit", name: "x", colour: "red" } }, "party", "没有这一项：colour"],
    [
      { inspection_time: { from: "2026-02-30T09:00", to: "2026-02-30T10:00" } },
      "inspection_time",
      "没有这一天",
    ],
    [[1], undefined, "应当是一个对象"],
  ])("are refused in one sentence that names the field: %o", (values, field, words) => {
    const said = refusal(values);
    expect(said.field).toBe(field);
    expect(said.zh).toContain(words);
    expect(said.en).not.toMatch(/\p{Script=Han}{6}/u);
  });

  it.each([
    [{ decided_on: "2026-02-30" }, "没有这一天或者这个时刻：2026-02-30"],
    [{ discretion_level: "很重" }, "可以是：不予、减轻、从轻、一般、从重"],
    [{ illegal_gains: "不少" }, "应为金额"],
    [{ penalties: [{ kind: "打手心" }] }, "处罚内容（penalties）的值不对"],
  ])("of a decision are refused: %o", (values, words) => {
    expect(refusal(values, typeOf("penalty-decision")).zh).toContain(words);
  });
});

describe("the form of facts", () => {
  it("lists every field with its label, and those that are always required", () => {
    const schema = factsSchema(inspection);
    expect(schema.required).toEqual(expect.arrayContaining(["inspection_time", "officers", "observations"]));
    expect(schema.required).not.toContain("witness");
    expect(Object.keys(Object(schema.properties))).toEqual(inspection.fields.map(({ name }) => name));
    expect(Object(schema.properties).witness).toMatchObject({
      title: "见证人 Witness",
      type: "object",
      "x-required-when": { all: ["signature_refused", "measures_taken"] },
    });
  });

  it("offers the choices of a choice", () => {
    expect(Object(factsSchema(typeOf("service-receipt")).properties).service_method.enum).toContain(
      "留置送达",
    );
  });
});

describe("a condition", () => {
  const facts = factsOf("penalty-decision");

  it.each([
    ["victim", false],
    ["party.credit_code", true],
    [{ not: "victim" }, true],
    [{ is: { "party.kind": ["unit", "sole_trader"] } }, true],
    [{ is: { "penalties.kind": "罚款" } }, true],
    [{ is: { "hearing_told.yes": false } }, false],
    [{ all: ["party", { not: "party" }] }, false],
    [{ any: ["victim", "party"] }, true],
    [{ atLeast: { "penalties.amount": 50039.6 } }, true],
    [{ atLeast: { "penalties.amount": 50040 } }, false],
    [{ atLeast: { "penalties.amount": "tenant.hearing.unit_yuan" } }, true],
    [{ atLeast: { "evidence.count": 6 } }, true],
  ])("%o is %s for the decision", (condition, expected) => {
    expect(holds(condition, facts, tenant)).toBe(expected);
  });

  it("on an amount the institution has not set never holds", () => {
    expect(holds({ atLeast: { "penalties.amount": "tenant.hearing.unit_yuan" } }, facts)).toBe(false);
  });
});
