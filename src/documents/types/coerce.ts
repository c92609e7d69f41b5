import { dayOf } from "../../calendar/day.ts";
import { readAmount } from "../facts/amount.ts";
import type { Kind } from "../facts/kinds.ts";
import type { Field } from "./document-type.ts";

const DATE = /^(\d{4})(?:年|-|\/|\.)(\d{1,2})(?:月|-|\/|\.)(\d{1,2})日?$/;
const MOMENT =
  /^(\d{4})(?:年|-|\/|\.)(\d{1,2})(?:月|-|\/|\.)(\d{1,2})日?[T\s]*(\d{1,2})(?:时|点|:|：)(\d{1,2})分?(?::00)?$/;
const YES = ["是", "有", "已", "true", "yes"];
const NO = ["否", "无", "未", "没有", "false", "no"];
/** The one part a short form gives, by kind: `officers: [检查员甲]` names them. */
const MAIN_PART: Readonly<Partial<Record<Kind, string>>> = {
  people: "name",
  officers: "name",
  goods: "name",
  laws: "cite",
  references: "name",
  matters: "text",
  resolutions: "matter",
};

/**
 * A value as a file may write it in short, in the form its kind has: a date in Chinese, 3000元, one name for a list of
 * people. What it does not know it gives back unchanged, for the schema to refuse.
 */
export function coerce(field: Pick<Field, "kind" | "choices" | "choice_words">, value: unknown): unknown {
  const { kind } = field;
  if (kind === "choice") return typeof value === "string" ? choiceOf(field, value.trim()) : value;
  if (kind === "answer") return answerOf(value);
  if (kind === "person") return typeof value === "string" ? { name: value } : value;
  if (kind === "photos") return typeof value === "number" ? { count: value } : value;
  if (kind === "span") return spanOf(value);
  if (kind === "list") return typeof value === "string" ? [value] : value;
  if (kind === "evidence")
    return listOf(value).map((each, at) =>
      typeof each === "string" ? { id: `${at + 1}`, name: each } : each,
    );
  const main = MAIN_PART[kind];
  if (main !== undefined)
    return listOf(value).map((each) => (typeof each === "string" ? { [main]: each } : each));
  return typeof value === "string" ? fromText(kind, value.trim()) : value;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function fromText(kind: Kind, text: string): unknown {
  if (kind === "date") return dateOf(text);
  if (kind === "moment") return momentOf(text);
  if (kind === "money") return readAmount(text) ?? text;
  if (kind === "number") return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
}

function dateOf(text: string): string {
  const [, year, month, day] = DATE.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day)) ?? text;
}

function momentOf(text: string): string {
  const [, year, month, day, hour = "", minute = ""] = MOMENT.exec(text) ?? [];
  const date = dayOf(Number(year), Number(month), Number(day));
  return date === null ? text : `${date}T${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}

function spanOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("from" in value) || !("to" in value)) return value;
  const { from, to } = value;
  if (typeof from !== "string" || typeof to !== "string") return value;
  return { ...value, from: momentOf(from.trim()), to: momentOf(to.trim()) };
}

function answerOf(value: unknown): unknown {
  if (typeof value === "boolean") return { yes: value };
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (YES.includes(text.toLowerCase())) return { yes: true };
  if (NO.includes(text.toLowerCase())) return { yes: false };
  return value;
}

function choiceOf({ choices, choice_words }: Pick<Field, "choices" | "choice_words">, text: string): string {
  const isSaid = (choice: string): boolean =>
    choice === text || Object.values(choice_words[choice] ?? {}).some((words) => words === text);
  return choices.find(isSaid) ?? text;
}
