import type { Day } from "../../calendar/day.ts";
import type { Statutes } from "../../statutes/statutes.ts";
import type { Composed, Label } from "../composed.ts";
import { fill, NOT_GIVEN, type Source } from "../compose/fill.ts";
import { sayDay } from "../compose/dates.ts";
import type { Facts } from "../facts/fact.ts";
import type { Tenant } from "../tenant.ts";
import type { DocumentType } from "../types/document-type.ts";
import { fillForm, formTags, type FormTag, type FormValues } from "./fill-form.ts";
import { labelled } from "./label-form.ts";

/** What an institution's own form is filled from. */
export interface OwnFormOptions {
  readonly type: DocumentType;
  readonly facts: Facts;
  readonly composed: Composed;
  readonly tenant: Tenant;
  readonly today: Day;
  readonly statutes?: Pick<Statutes, "statute"> | undefined;
  readonly label?: Label | undefined;
}

/**
 * The institution's own .docx filled from the facts: a tag is a field by its name or label (`{party}`, `{当事人}`),
 * a slot as the types write them (`{party.address}`, `{tenant.name}`), or 标题, 文号, 机关, 日期; `{#goods}` repeats.
 *
 * A field without a value reads 未提供. Throws `template.invalid` naming the tag that is none of these.
 */
export async function ownForm(template: Uint8Array, options: OwnFormOptions, name = ""): Promise<Uint8Array> {
  const tags = await formTags(template, name);
  const filled = await fillForm(template, valuesFor(tags, options), name);
  return options.label === undefined ? filled : labelled(filled, options.label, name);
}

type Values = { [tag: string]: FormValues[string] };

function valuesFor(tags: readonly FormTag[], options: OwnFormOptions): FormValues {
  const values: Values = { ...headOf(options) };
  for (const { name, isList } of tags) {
    if (name in values) continue;
    const value = isList ? rowsFor(name, options) : wordsFor(name, options);
    // a tag that is nobody's stays without a value, and is refused by its name
    if (value !== null) values[name] = value;
  }
  return values;
}

const headOf = ({ composed, today }: OwnFormOptions): Values => ({
  标题: composed.title,
  文号: composed.number ?? NOT_GIVEN,
  机关: composed.agency,
  日期: sayDay(today),
});

function wordsFor(tag: string, options: OwnFormOptions): string | null {
  const { type, facts, tenant, today, statutes } = options;
  const field = type.fields.find(({ name, label }) => name === tag || label.zh === tag);
  const path = field?.name ?? tag;
  const isKnown =
    path.startsWith("tenant.") || type.fields.some(({ name }) => name === path.split(/[.|]/)[0]);
  if (!isKnown) return null;
  const source: Source = { type, facts, tenant, manner: { on: today, statutes }, onMissing: () => undefined };
  return fill(`{${path}}`, source).text;
}

/** What the columns of a list are called in a form. */
const COLUMNS: Readonly<Record<string, string>> = {
  name: "名称",
  spec: "规格",
  batch: "批号",
  unit: "单位",
  quantity: "数量",
  price: "单价",
  state: "状态",
  place: "地点",
  certificate: "执法证号",
  id: "编号",
  kind: "种类",
  number: "文号",
  amount: "数额",
  content: "内容",
  question: "问",
  answer: "答",
  matter: "事项",
  responsible: "责任单位",
  deadline: "完成时限",
};

function rowsFor(tag: string, { type, facts }: OwnFormOptions): readonly FormValues[] | null {
  const field = type.fields.find(({ name, label }) => name === tag || label.zh === tag);
  if (field === undefined) return null;
  const value: unknown = facts[field.name]?.value;
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, at) => ({ 序号: at + 1, ...rowOf(item) }));
}

function rowOf(item: unknown): FormValues {
  if (typeof item !== "object" || item === null) return { 内容: String(item) };
  const blank = Object.fromEntries(Object.values(COLUMNS).map((column) => [column, ""]));
  const given = Object.entries(item).flatMap(([key, value]): [string, string][] => [
    [key, String(value)],
    [COLUMNS[key] ?? key, String(value)],
  ]);
  return { ...blank, ...Object.fromEntries(given) };
}
