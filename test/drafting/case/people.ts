import type { z } from "zod";
import { NOBODY, type Principal, type Role } from "../../../src/core/principal.ts";
import type { Composed } from "../../../src/documents/composed.ts";
import { factOf, type Fact, type FactSource } from "../../../src/documents/facts/fact.ts";
import type { Kind } from "../../../src/documents/facts/kinds.ts";
import type { Finding } from "../../../src/documents/finding.ts";
import { tenantSchema } from "../../../src/documents/tenant.ts";
import { documentTypeSchema, type DocumentType } from "../../../src/documents/types/document-type.ts";

const person = (userId: string, ...roles: Role[]): Principal => ({
  ...NOBODY,
  platform: "test",
  account: "bot",
  userId,
  roomId: "room",
  isExternal: false,
  roles,
  effectiveRoles: roles,
});

/** Invented people of an invented bureau. */
export const 甲 = person("甲", "officer");
export const 乙 = person("乙", "officer");
export const 审 = person("审", "reviewer");
export const 批 = person("批", "approver");
export const 局长 = person("局长", "approver", "officer");
export const 市民 = person("市民", "citizen");
export const STAFF = [甲, 乙, 审, 批, 局长];

export const TENANT = tenantSchema.parse({ name: "云溪区市场监督管理局", code: "云市监" });

const field = (name: string, kind: Kind, scope: "case" | "document") => ({
  name,
  label: { zh: name, en: name },
  kind,
  scope,
});

/** A type as its YAML file would write it, with as little as a case file needs of it. */
function type(id: string, more: Partial<z.input<typeof documentTypeSchema>>): DocumentType {
  const { fields, ...written } = documentTypeSchema.parse({
    id,
    name: { zh: id, en: id },
    purpose: { zh: id, en: id },
    genre: "enforcement",
    layout: { form: "record", title: id },
    fields: [field("case_cause", "text", "case"), field("inspection_place", "text", "document")],
    sections: [{ id: "all" }],
    ...more,
  });
  return { ...written, fields: fields.flatMap((each) => ("name" in each ? [each] : [])) };
}

const decision = type("penalty-decision", {
  name: { zh: "行政处罚决定书", en: "Penalty decision" },
  stage: "decision",
  layout: {
    form: "decision",
    title: "行政处罚决定书",
    number: "{tenant.code}罚决〔{year}〕{serial}号",
  },
  fields: [
    field("case_cause", "text", "case"),
    field("party", "party", "case"),
    field("served_on", "date", "case"),
    field("needs_legal_review", "answer", "case"),
    field("reasons", "prose", "document"),
  ],
  starts: [{ deadline: "fine-payment", from: "served_on" }],
});

const filing = type("case-filing", {
  name: { zh: "立案审批表", en: "Case filing form" },
  stage: "filing",
  fields: [field("filed_on", "date", "case"), field("case_cause", "text", "case")],
  starts: [{ deadline: "decision", from: "filed_on" }],
});

export const TYPES: ReadonlyMap<string, DocumentType> = new Map(
  [
    type("inspection-record", { name: { zh: "现场检查笔录", en: "Inspection record" } }),
    decision,
    filing,
    type("correction-order", {
      name: { zh: "责令改正通知书", en: "Correction order" },
      starts: [{ deadline: "measure-report", from: "acted_at", when: "acted_at" }],
      fields: [field("acted_at", "moment", "document")],
    }),
  ].map((each) => [each.id, each]),
);

/** The words of a document as these tests print them: its number, then its paragraphs. */
export const plainOf = ({ title, number, blocks }: Composed): string =>
  [title, number ?? "", ...blocks.map((block) => ("text" in block ? block.text : ""))].join("\n");

/** A document that says this. */
export const says = (...lines: string[]): Composed => ({
  type: "penalty-decision",
  form: "decision",
  agency: TENANT.name,
  hasRedHead: false,
  title: "行政处罚决定书",
  number: null,
  signer: null,
  secrecy: null,
  urgency: null,
  blocks: lines.map((text) => ({ kind: "paragraph", text, section: "all", facts: [] })),
  missing: [],
});

const SAID: FactSource = { kind: "message", ref: "消息 2", words: "…" };

export const text = (value: string, source: FactSource = SAID): Fact => factOf("text", value, source);
export const date = (value: string): Fact => factOf("date", value, SAID);

export const block = (rule: string, zh = "缺少第二名执法人员"): Finding => ({
  rule,
  severity: "block",
  article: "行政处罚法 42",
  where: "officers",
  message: { zh, en: "no second officer" },
});
