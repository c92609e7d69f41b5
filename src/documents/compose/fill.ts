import { chineseNumber } from "../../statutes/text/numerals.ts";
import type { Fact, Facts } from "../facts/fact.ts";
import type { Tenant } from "../tenant.ts";
import type { DocumentType } from "../types/document-type.ts";
import { piecesOf, type Piece, type Slot } from "../types/slots.ts";
import { isThere, valuesAt } from "../types/value-at.ts";
import { sayAge } from "./age.ts";
import { sayDay } from "./dates.ts";
import { write, type Manner } from "./formats.ts";
import { sayYuan } from "./money.ts";

/** What stands where a value was not given; nothing is ever made up in its place. */
export const NOT_GIVEN = "未提供";

/** All that a text may be filled from. */
export interface Source {
  readonly type: Pick<DocumentType, "fields">;
  readonly facts: Facts;
  readonly tenant: Tenant;
  readonly manner: Manner;
  /** Inside a repeated piece: a fact that holds this one item, and its place counted from 1. */
  readonly item?: { readonly of: string; readonly fact: Fact; readonly index: number };
  /** The number of a heading, `一、`. */
  readonly number?: string;
  /** Parts of a document number that are counted, not known. */
  readonly counted?: Readonly<Record<string, string>>;
  /** Called with the path of every value of the institution that is not set. */
  readonly onMissing: (path: string) => void;
}

/** A filled text and the names of the facts it was filled from. */
export interface Filled {
  readonly text: string;
  readonly facts: readonly string[];
}

/** Puts values into a text; an optional piece without all its values is left out, another gap says 未提供. */
export function fill(text: string, source: Source): Filled {
  const facts = new Set<string>();
  const words = piecesOf(text).map((piece) => fillPiece(piece, source, facts));
  return { text: words.join(""), facts: [...facts] };
}

function fillPiece({ isOptional, parts }: Piece, source: Source, facts: Set<string>): string {
  const used = new Set<string>();
  const words: string[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      words.push(part);
      continue;
    }
    const found = firstOf(part, source);
    if (found === null && isOptional) return "";
    if (found === null) noteMissing(part, source);
    else used.add(found.from);
    words.push(found?.text ?? NOT_GIVEN);
  }
  for (const name of used) if (name in source.facts) facts.add(name);
  return words.join("");
}

const TENANT = "tenant.";

function noteMissing({ paths }: Slot, { onMissing }: Source): void {
  const own = paths.find((path) => path.startsWith(TENANT));
  if (own !== undefined) onMissing(own);
}

/** The first of a slot's places that has a value, in words. */
function firstOf(slot: Slot, source: Source): { text: string; from: string } | null {
  for (const path of slot.paths) {
    const text = say(path, slot.how, source);
    if (text !== "")
      return { text, from: path.startsWith("item") ? (source.item?.of ?? "") : (path.split(".")[0] ?? "") };
  }
  return null;
}

function say(path: string, format: string | undefined, source: Source): string {
  const { facts, tenant, item, number, counted } = source;
  if (path === "index") return sayNumber(item?.index, format, source);
  if (path === "number") return number ?? "";
  if (counted?.[path] !== undefined) return counted[path];
  const fact = path === "item" ? item?.fact : facts[path];
  if (fact !== undefined) return sayFact(path, fact, format, source);
  if (path === AGE) return sayAge(facts);
  const values = valuesAt(path, { facts, tenant, item: item?.fact.value });
  return values.map((value) => sayPart(path.split(".").at(-1) ?? "", value, format)).join("、");
}

const AGE = "party.age";

const sayNumber = (value: number | undefined, format: string | undefined, source: Source): string =>
  value === undefined ? "" : write("number", value, { ...source.manner, how: format });

function sayFact(path: string, fact: Fact, format: string | undefined, { type, manner }: Source): string {
  if (!isThere(fact.value)) return "";
  const [how, words] = format?.split(":") ?? [];
  const field = type.fields.find(({ name }) => name === path);
  const text = write(fact.kind, fact.value, { ...manner, how, words, field });
  return fact.kind === "prose" ? closed(text) : text;
}

// a sentence of a document goes on behind it
const closed = (text: string): string =>
  /[。！？；：…”」）]$/.test(text.trimEnd()) ? text : `${text.trimEnd()}。`;

const DAYS = ["birth_date", "deadline"];
const SENTENCES = ["matter", "text", "question", "answer"];
const AMOUNTS = ["amount", "price"];

/** A part of a value: days and amounts as the whole values are written. */
function sayPart(name: string, value: unknown, format: string | undefined): string {
  if (typeof value === "number" && format === "han") return chineseNumber(value);
  if (typeof value === "number") return AMOUNTS.includes(name) ? sayYuan(value) : String(value);
  if (typeof value !== "string") return "";
  if (SENTENCES.includes(name)) return closed(value);
  return DAYS.includes(name) ? sayDay(value) : value;
}
