import type { Form, FormField, FormKind, FormName } from "../adapters/slack/forms/source.ts";
import type { Words } from "../core/language.ts";
import { checkCreditCode } from "../documents/facts/credit-code.ts";
import { checkIdNumber } from "../documents/facts/id-number.ts";
import type { Kind } from "../documents/facts/kinds.ts";
import type { DocumentType, Field } from "../documents/types/document-type.ts";

/** How a value of each kind is filled in. */
const KIND_OF: Readonly<Record<Kind, FormKind>> = {
  text: "text",
  prose: "lines",
  list: "lines",
  number: "number",
  money: "number",
  date: "date",
  moment: "moment",
  span: "span",
  answer: "answer",
  choice: "choice",
  person: "text",
  people: "lines",
  party: "text",
  officers: "lines",
  evidence: "lines",
  goods: "lines",
  photos: "number",
  penalties: "lines",
  laws: "lines",
  references: "lines",
  dialogue: "lines",
  matters: "lines",
  resolutions: "lines",
};
const UNIT_OF: Readonly<Partial<Record<Kind, string>>> = { money: "元", photos: "张" };

/** What is asked for beside a name, by the label that the drafting desk reads it by. */
const PART_LABELS: Readonly<Record<string, Words>> = {
  address: { zh: "住所", en: "Address" },
  id_number: { zh: "身份证号", en: "ID number" },
  credit_code: { zh: "统一社会信用代码", en: "Unified social credit code" },
  operator: { zh: "经营者", en: "Operator (sole trader)" },
  representative: { zh: "法定代表人", en: "Legal representative" },
  phone: { zh: "联系电话", en: "Telephone" },
};

/** Names of the forms that can be filled in. */
export const formNames = (types: ReadonlyMap<string, DocumentType>): readonly FormName[] =>
  [...types.values()].map(({ id, name }) => ({ id, name }));

/** A document type as a form: its fields, and behind a party or person what is needed of them. */
export const formOf = ({ id, name, fields }: DocumentType): Form => ({
  id,
  name,
  fields: fields.flatMap((field) => [formField(field), ...partFields(field)]),
});

function formField({ name, label, kind, required, choices, choice_words, ask }: Field): FormField {
  return {
    name,
    label,
    kind: KIND_OF[kind],
    required: required === true,
    choices: choices.map((value) => ({ value, label: choice_words[value] ?? { zh: value, en: value } })),
    ask,
    unit: UNIT_OF[kind],
  };
}

function partFields({ name, kind, parts, required }: Field): readonly FormField[] {
  if (kind !== "party" && kind !== "person") return [];
  const names = parts.map((part) => (typeof part === "string" ? part : part.part));
  return [...new Set(names)].flatMap((part) => {
    const label = PART_LABELS[part];
    if (label === undefined) return [];
    return [{ name: `${name}.${part}`, label, kind: "text", required: required === true, choices: [] }];
  });
}

/** What is wrong with a value; null when nothing is. */
export function faultOf({ name }: FormField, value: string): Words | null {
  const check = name.endsWith(".id_number")
    ? checkIdNumber(value)
    : name.endsWith(".credit_code")
      ? checkCreditCode(value)
      : null;
  if (check === null || check.isValid) return null;
  const { reason, remedy } = check;
  return { zh: `${reason.zh}，${remedy.zh}。`, en: `${reason.en}; ${remedy.en}.` };
}
