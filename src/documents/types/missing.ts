import type { Words } from "../../core/language.ts";
import type { Facts } from "../facts/fact.ts";
import type { Tenant } from "../tenant.ts";
import type { DocumentType, Field } from "./document-type.ts";
import { holds } from "./holds.ts";
import { isThere, partOf } from "./value-at.ts";

/**
 * The required fields that have no value yet, in the order of the type.
 *
 * Where a value is there but lacks a part that has to be (`party.credit_code`, `officers.certificate`), the field
 * comes with that part in its name, label and question.
 */
export function missingOf(type: Pick<DocumentType, "fields">, facts: Facts, tenant?: Tenant): Field[] {
  return type.fields.flatMap((field) => {
    const isRequired =
      typeof field.required === "boolean" ? field.required : holds(field.required, facts, tenant);
    if (!isRequired) return [];
    const value: unknown = facts[field.name]?.value;
    if (!isThere(value)) return [field];
    return field.parts
      .filter((part) => typeof part === "string" || holds(part.when, facts, tenant))
      .map((part) => (typeof part === "string" ? part : part.part))
      .filter((part) => [value].flat().some((one) => !isThere(partOf(one, part))))
      .map((part) => partField(field, part));
  });
}

const PART_LABELS: Readonly<Record<string, Words>> = {
  name: { zh: "姓名", en: "name" },
  sex: { zh: "性别", en: "sex" },
  birth_date: { zh: "出生日期", en: "date of birth" },
  id_type: { zh: "证件种类", en: "kind of ID" },
  id_number: { zh: "身份证件号码", en: "ID number" },
  credit_code: { zh: "统一社会信用代码", en: "credit code" },
  address: { zh: "住址（住所）", en: "address" },
  phone: { zh: "联系电话", en: "phone number" },
  operator: { zh: "经营者", en: "operator" },
  representative: { zh: "法定代表人（负责人）", en: "representative" },
  certificate: { zh: "执法证号", en: "certificate number" },
  amount: { zh: "数额", en: "amount" },
  quantity: { zh: "数量", en: "quantity" },
  proves: { zh: "证明事项", en: "what it proves" },
  role: { zh: "职务", en: "position" },
};

function partField(field: Field, part: string): Field {
  const words = PART_LABELS[part] ?? { zh: part, en: part };
  const label = { zh: `${field.label.zh}的${words.zh}`, en: `${words.en} (${field.label.en})` };
  return {
    ...field,
    name: `${field.name}.${part}`,
    label,
    ask: { zh: `${label.zh}是什么？`, en: `What is the ${words.en} (${field.label.en})?` },
  };
}
