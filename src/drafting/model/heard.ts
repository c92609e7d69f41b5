import { VALUE_SCHEMAS } from "../../documents/facts/kinds.ts";
import type { Fact, FactSource } from "../../documents/facts/fact.ts";
import { amountsIn } from "../../documents/facts/amount.ts";
import { daysIn } from "../../documents/facts/day.ts";
import { readNumber } from "../../documents/facts/numerals.ts";
import { timesIn } from "../../documents/facts/span.ts";
import type { Field } from "../../documents/types/document-type.ts";
import type { ReadValue } from "../writer.ts";

/** Why a value of a model was dropped. */
export interface Dropped {
  readonly name: string;
  readonly reason: "field" | "form" | "words" | "value";
}

export interface Heard {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly dropped: readonly Dropped[];
}

/**
 * What stands of a model's reading: the field is one that was asked for, the value has its form, the words it cites
 * are the officer's, and every name, number, date and sentence in the value is found in the officer's words.
 */
export function heard(
  values: readonly ReadValue[],
  said: { readonly text: string; readonly ref: string; readonly today: string },
  fields: readonly Field[],
): Heard {
  const facts: Record<string, Fact> = {};
  const dropped: Dropped[] = [];
  for (const { name, value, words } of values) {
    const field = fields.find((each) => each.name === name);
    const source: FactSource = { kind: "message", ref: said.ref, words };
    const read = field === undefined ? "field" : readOne(field, value, words, said);
    if (typeof read === "string") dropped.push({ name, reason: read });
    else if (!(name in facts)) facts[name] = { ...read, sources: [source] };
  }
  return { facts, dropped };
}

function readOne(
  field: Field,
  value: unknown,
  words: string,
  { text, today }: { readonly text: string; readonly today: string },
): Omit<Fact, "sources"> | Dropped["reason"] {
  const { kind, choices } = field;
  const parsed = VALUE_SCHEMAS[kind].safeParse(value);
  if (!parsed.success) return "form";
  if (words.trim() === "" || !plain(text).includes(plain(words))) return "words";
  if (kind === "choice" && !choices.includes(String(parsed.data))) return "form";
  if (kind === "choice")
    return plain(words).includes(String(parsed.data)) ? { kind, value: parsed.data } : "value";
  if (kind === "answer") return isSaid(field, parsed.data, words) ? { kind, value: parsed.data } : "value";
  const ground = groundOf(words, text, today);
  return leavesOf(parsed.data).every((leaf) => ground(leaf)) ? { kind, value: parsed.data } : "value";
}

const NEGATION = /没|未|不|无|拒|否/u;
const answerSchema = VALUE_SCHEMAS.answer;

/** A yes or no stands when the words speak of the field's matter and deny it or not as the answer does. */
function isSaid({ label, aliases }: Field, value: unknown, words: string): boolean {
  const { yes } = answerSchema.parse(value);
  const said = plain(words);
  const isAbout = [label.zh, ...aliases]
    .map(plain)
    .some((name) => pairsOf(name).some((pair) => said.includes(pair)));
  return isAbout && yes !== NEGATION.test(words);
}

const pairsOf = (name: string): readonly string[] =>
  Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));

/** Whether one piece of a value is in the officer's words: as it stands, or as a day, time, amount or number in them. */
function groundOf(words: string, text: string, today: string): (leaf: string | number) => boolean {
  const days = new Set(daysIn(text, today).flatMap(({ value }) => value ?? []));
  const { spans, moments } = timesIn(text, today);
  const minutes = new Set([
    ...spans.flatMap(({ value }) => (value === null ? [] : [value.from.minutes, value.to.minutes])),
    ...moments.flatMap(({ value }) => (value === null ? [] : [value.minutes])),
  ]);
  const amounts = new Set(amountsIn(text).map(({ yuan }) => yuan));
  const all = plain(text);
  return (leaf) => {
    if (typeof leaf === "number") return amounts.has(leaf) || numbersOf(words).includes(leaf);
    if (/^\d{4}-\d{2}-\d{2}$/.test(leaf)) return days.has(leaf);
    const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(leaf);
    if (moment) return days.has(moment[1] ?? "") && minutes.has(Number(moment[2]) * 60 + Number(moment[3]));
    return FIXED.has(leaf) || all.includes(plain(leaf));
  };
}

// words of our own forms, which no officer says
const FIXED = new Set(["person", "sole_trader", "unit", "男", "女"]);

const numbersOf = (words: string): readonly number[] =>
  (words.normalize("NFKC").match(/\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万]+/gu) ?? []).flatMap(
    (written) => readNumber(written) ?? [],
  );

/** Letters and digits only, widths made alike: marks and blanks are nobody's facts. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

function leavesOf(value: unknown): readonly (string | number)[] {
  if (typeof value === "string" || typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(leavesOf);
}
