import { afterEach, describe, expect, it } from "vitest";
import { showValue } from "../../src/documents/compose/show-value.ts";
import type { Facts } from "../../src/documents/facts/fact.ts";
import type { DocumentType } from "../../src/documents/types/document-type.ts";
import { courseOf } from "../../src/drafting/case/record.ts";
import { verifyChain } from "../../src/store/chain.ts";
import { auditKey } from "../../src/store/sqlite/store.ts";
import { CASE_TYPES, factsOf, typeOf } from "../documents/examples.ts";
import { openOffice, type Office } from "./office.ts";

let office: Office;
afterEach(() => office.close());

/** What an officer calls a part of a fact. */
const PARTS: Readonly<Record<string, string>> = {
  address: "住所",
  credit_code: "统一社会信用代码",
  representative: "法定代表人",
};

/** Tells what is asked for, one message a field, as the example case has it; returns what nobody could be told. */
async function tellAll(type: DocumentType, facts: Facts): Promise<readonly string[]> {
  let { draft } = await office.say("jia", `帮我写一份${type.name.zh}`);
  const tried = new Set<string>();
  for (;;) {
    const missing = draft?.missing.find((name) => !tried.has(name));
    if (missing === undefined) return draft?.missing ?? [];
    tried.add(missing);
    ({ draft } = await office.say("jia", wordsFor(missing, type, facts)));
    draft ??= (await office.say("jia", "事实")).draft;
  }
}

function wordsFor(missing: string, { fields }: DocumentType, facts: Facts): string {
  const [name = "", part] = missing.split(".");
  const field = fields.find((each) => each.name === name);
  const fact = facts[name];
  if (field === undefined || fact === undefined) return `${missing}：没有`;
  if (part === undefined) return `${field.label.zh}：${showValue(fact, "zh", field)}`;
  const value: unknown = Object.entries(fact.value).find(([key]) => key === part)?.[1];
  return `${PARTS[part] ?? part}：${String(value)}`;
}

async function passOn(needsReview: boolean): Promise<string> {
  await office.say("jia", "提交");
  if (needsReview) await office.say("ding", "通过");
  await office.say("wu", "通过");
  const { text } = await office.say("wu", "通过");
  return text;
}

describe("one whole case in one conversation", () => {
  it("runs from the inspection to the closing form, and its record can be replayed", async () => {
    office = await openOffice();
    const numbers: string[] = [];
    for (const id of CASE_TYPES) {
      const type = typeOf(id);
      expect(await tellAll(type, factsOf(id)), id).toEqual([]);
      const isReviewed = ["report", "notice", "decision"].includes(type.stage);
      expect(await passOn(isReviewed), id).toContain("批准：");
      if (id === "final-report") await office.restart();
      const issued = await office.say("jia", "签发");
      expect(issued.text, id).toContain(`已签发：${type.name.zh}`);
      expect(issued.files).toHaveLength(1);
      numbers.push(...(/〔2026〕\d+号/u.exec(issued.text)?.[0] ?? "").split(" ").filter(Boolean));
    }
    expect(numbers.length).toBeGreaterThan(3);
    expect((await office.say("jia", "我的文书")).text).toContain("2026-0001");
    expect((await office.say("jia", "期限")).text).toContain("作出行政处罚决定");
    const rows = await office.app().store.audit.rows(0, 10_000);
    expect(await verifyChain(office.app().store.audit, auditKey(office.data))).toMatchObject({ ok: true });
    const steps = courseOf("2026-0001", rows).map(({ kind }) => kind);
    expect(steps.filter((kind) => kind.includes("issued"))).toHaveLength(CASE_TYPES.length);
    expect((await office.say("wu", "结案")).text).toContain("已结案");
  }, 60_000);
});
