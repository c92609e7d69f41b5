import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { vocabulary } from "../../src/documents/types/vocabulary.ts";
import type { Kind } from "../../src/documents/facts/kinds.ts";
import { heard } from "../../src/drafting/model/heard.ts";

const PACKS = fileURLToPath(new URL("../../knowledge", import.meta.url));
const TALKS = new URL("../documents/extract/talks.jsonl", import.meta.url);
const FIELDS = [...vocabulary(PACKS).fields.values()].map((field) => ({ ...field, required: false }));

/** What a model that means harm would put into a field of each kind; none of it is said in any talk. */
const LIES: Partial<Readonly<Record<Kind, unknown>>> = {
  text: "编造的内容甲乙丙",
  prose: "当事人长期大量销售变质食品，情节特别严重。",
  list: ["编造的材料清单"],
  number: 98_765,
  money: 876_543.21,
  date: "2019-03-07",
  moment: "2019-03-07T04:44",
  span: { from: "2019-03-07T04:44", to: "2019-03-07T05:55" },
  person: { name: "欧阳编造", id_number: "110101199003070978" },
  people: [{ name: "欧阳编造" }],
  party: { kind: "unit", name: "编造实业有限公司", credit_code: "91990104MA2XQ71A0T" },
  officers: [{ name: "欧阳编造", certificate: "99999999" }],
  evidence: [{ id: "证据九十九", name: "编造的录像" }],
  goods: [{ name: "编造的货物", quantity: 98_765 }],
  photos: { count: 98_765 },
  penalties: [{ kind: "罚款", amount: 876_543.21 }],
  laws: [{ cite: "《中华人民共和国编造法》第九百九十九条" }],
  references: [{ name: "编造决定书", number: "编罚〔2019〕999号" }],
  dialogue: [{ question: "编造的问题？", answer: "编造的回答。" }],
  matters: [{ text: "编造的事项。" }],
  resolutions: [{ matter: "编造的议定事项", responsible: "编造科" }],
};

const talks = readFileSync(TALKS, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): { readonly id: string; readonly messages: unknown } => JSON.parse(line));

/** The words of a talk, however its line holds them. */
const wordsOf = (messages: unknown): string => JSON.stringify(messages);

describe("a model that lies about every field of every talk", () => {
  it("gets nothing in, though it cites the officer's own words for each lie", () => {
    let fallen = 0;
    for (const talk of talks) {
      const text = wordsOf(talk.messages);
      const words = text.replace(/[^\p{Script=Han}\d]/gu, "").slice(0, 12);
      const lies = FIELDS.flatMap(({ name, kind }) =>
        kind in LIES ? [{ name, value: LIES[kind], words }] : [],
      );
      const { facts, dropped } = heard(lies, { text, ref: "消息 1", today: "2026-11-24" }, FIELDS);
      expect(facts, talk.id).toEqual({});
      fallen += dropped.filter(({ reason }) => reason === "value").length;
    }
    // by the value itself, not for a word that was cited wrong
    expect(fallen).toBeGreaterThan(5_000);
  });
});
