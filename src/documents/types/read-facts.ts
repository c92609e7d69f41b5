import type { z } from "zod";
import { dayOf } from "../../calendar/day.ts";
import { BotError } from "../../core/errors.ts";
import type { Words } from "../../core/language.ts";
import type { Fact, Facts, FactSource } from "../facts/fact.ts";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";
import { coerce } from "./coerce.ts";
import type { Field } from "./document-type.ts";
import { FORM_OF } from "./forms.ts";
import { readSourced } from "./sourced.ts";

/** The fields that a file may give: those of a type, or any others. */
export interface Readable {
  readonly fields: readonly Field[];
}

/**
 * Facts from plain JSON: a value by field name, or `{ value, source: { ref, words } }`.
 *
 * Throws `input.invalid` naming the field and what to write: for a field nobody knows, a value of another kind, a day
 * the calendar does not have, a choice that is none. A null is the same as not given.
 */
export function readFacts({ fields }: Readable, json: unknown, source: FactSource): Facts {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw invalid(
      "",
      { zh: "事实应当是一个对象：字段名和值", en: "facts are an object of field names and values" },
      FACTS_REMEDY,
    );
  }
  const known = new Map(fields.map((field) => [field.name, field]));
  const facts: Record<string, Fact> = {};
  for (const [name, given] of Object.entries(json)) {
    const field = known.get(name);
    if (field === undefined) throw unknownField(name, [...known.keys()]);
    if (given === null || given === undefined) continue;
    const { value, sources } = readSourced(given, source);
    facts[name] = { kind: field.kind, value: readValue(field, value), sources };
  }
  return facts;
}

const FACTS_REMEDY: Words = {
  zh: "格式见 bangban draft 文书类型 --schema",
  en: "see bangban draft TYPE --schema for the form",
};

function readValue(field: Field, given: unknown): Fact["value"] {
  const value = coerce(field, given);
  if (field.kind === "choice" && !(typeof value === "string" && isChoice(field, value))) {
    const said = field.choices.join("、");
    throw invalid(field.name, wrong(field, given), { zh: `可以是：${said}`, en: `one of: ${said}` });
  }
  const read = VALUE_SCHEMAS[field.kind].safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw invalid(
      [field.name, ...(issue?.path ?? [])].join("."),
      reasonOf(field, given, issue),
      FORM_OF[field.kind],
    );
  }
  const impossible = impossibleDay(read.data);
  if (impossible !== null) throw invalid(field.name, noSuchDay(field, impossible), FORM_OF[field.kind]);
  return read.data;
}

const isChoice = ({ choices }: Field, value: string): boolean =>
  choices.length === 0 || choices.includes(value);

function reasonOf(field: Field, given: unknown, issue: z.core.$ZodIssue | undefined): Words {
  const text = typeof given === "string" ? given : "";
  const isDay = field.kind === "date" || field.kind === "moment";
  if (isDay && /\d/.test(text)) return noSuchDay(field, text);
  if (issue?.code === "unrecognized_keys") {
    const keys = issue.keys.join("、");
    return {
      zh: `${field.label.zh}（${field.name}）里没有这一项：${keys}`,
      en: `${field.label.en} (${field.name}) has no part ${keys}`,
    };
  }
  return wrong(field, given);
}

const wrong = (field: Field, given: unknown): Words => {
  const shown = shorten(typeof given === "string" ? given : JSON.stringify(given));
  return {
    zh: `${field.label.zh}（${field.name}）的值不对：${shown}`,
    en: `${field.label.en} (${field.name}) cannot be ${shown}`,
  };
};

const noSuchDay = (field: Field, text: string): Words => ({
  zh: `${field.label.zh}（${field.name}）没有这一天或者这个时刻：${text}`,
  en: `${field.label.en} (${field.name}): there is no such day or time: ${text}`,
});

/** A moment whose day the calendar does not have; the schema looks at its form only. */
function impossibleDay(value: Fact["value"]): string | null {
  const moments = typeof value === "object" && "from" in value ? [value.from, value.to] : [value];
  const bad = moments.find((each) => typeof each === "string" && MOMENT.test(each) && !isDay(each));
  return typeof bad === "string" ? bad : null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const isDay = (moment: string): boolean =>
  dayOf(Number(moment.slice(0, 4)), Number(moment.slice(5, 7)), Number(moment.slice(8, 10))) !== null;

function unknownField(name: string, known: readonly string[]): BotError {
  const near = known.filter((each) => each.includes(name) || name.includes(each)).slice(0, 3);
  const hint = near.length > 0 ? near : known.slice(0, 8);
  return invalid(
    name,
    { zh: `没有“${name}”这个字段`, en: `there is no field "${name}"` },
    {
      zh: `例如：${hint.join("、")}；全部字段见 --schema`,
      en: `for example ${hint.join(", ")}; all of them with --schema`,
    },
  );
}

// enough to find the place by
const SHOWN_CHARS = 60;
const shorten = (text: string): string =>
  text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text;

const invalid = (field: string, reason: Words, remedy: Words): BotError =>
  new BotError("input.invalid", `${reason.en}; ${remedy.en}`, {
    forUser: { zh: `${reason.zh}。${remedy.zh}。`, en: `${reason.en}. ${remedy.en}.` },
    remedy: remedy.en,
    ...(field === "" ? {} : { field }),
  });
