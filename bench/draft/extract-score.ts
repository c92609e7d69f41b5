import { readFileSync } from "node:fs";
import { extractFacts } from "../../src/documents/extract/index.ts";
import type { TalkMessage } from "../../src/documents/extract/index.ts";
import type { Fact } from "../../src/documents/facts/fact.ts";
import { loadDocumentTypes } from "../../src/documents/types/load.ts";
import { tenantSchema } from "../../src/documents/tenant.ts";
import { inventedIn } from "./extract-invented.ts";

/** A talk with what a careful reader finds in it. */
interface Talk {
  readonly id: string;
  readonly type: string;
  readonly messages: readonly (string | { readonly text: string; readonly asked?: readonly string[] })[];
  readonly expect: Readonly<Record<string, unknown>>;
  readonly contradictions?: readonly string[];
  readonly rejected?: readonly string[];
  /** Prose beside the expected fields is neither right nor wrong. */
  readonly loose?: boolean;
}

/** How one talk was read. */
export interface Score {
  readonly id: string;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly invented: readonly string[];
  readonly faults: readonly string[];
}

const TODAY = "2026-11-23";
const AUTHOR = "slack:U1";
const TENANT = tenantSchema.parse({
  officers: [
    { name: "检查员甲", certificate: "12030117", user: AUTHOR },
    { name: "检查员乙", certificate: "12030142" },
    { name: "王建国", certificate: "12030155" },
  ],
});

/** Reads every talk of a file and compares it field by field with what is expected. */
export function scoreTalks(file: string, packsDir: string): Score[] {
  const { types } = loadDocumentTypes(packsDir);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const talk: Talk = JSON.parse(line);
    const type = types.get(talk.type);
    if (type === undefined) throw new RangeError(`${talk.id}: no type ${talk.type}`);
    const messages = talk.messages.map((one, at): TalkMessage => {
      const message = typeof one === "string" ? { text: one } : one;
      return { id: String(at), ref: `消息 ${at + 1}`, author: AUTHOR, ...message };
    });
    const read = extractFacts(messages, { fields: type.fields, tenant: TENANT, today: TODAY });
    const invented = inventedIn(read.facts, messages, TENANT, TODAY);
    return { ...compare(talk, read.facts), id: talk.id, invented, faults: faultsOf(talk, read) };
  });
}

type Read = ReturnType<typeof extractFacts>;

function compare({ expect, loose }: Talk, facts: Read["facts"]): Pick<Score, "right" | "wrong" | "missed"> {
  const names = Object.keys(expect);
  const right = names.filter((name) => isAsExpected(facts[name], expect[name])).length;
  const extra = Object.entries(facts).filter(
    ([name, { kind }]) => !names.includes(name) && !(loose && kind === "prose"),
  );
  const differing = names.filter(
    (name) => facts[name] !== undefined && !isAsExpected(facts[name], expect[name]),
  );
  return { right, wrong: extra.length + differing.length, missed: names.length - right };
}

function faultsOf({ expect, loose, contradictions = [], rejected = [] }: Talk, read: Read): string[] {
  const { facts } = read;
  const show = (fact: Fact | undefined): string => JSON.stringify(fact?.value) ?? "nothing";
  const differing = Object.entries(expect)
    .filter(([name, value]) => !isAsExpected(facts[name], value))
    .map(([name, value]) => `${name}: ${show(facts[name])} instead of ${JSON.stringify(value)}`);
  const extra = Object.entries(facts)
    .filter(([name, { kind }]) => !(name in expect) && !(loose && kind === "prose"))
    .map(([name, fact]) => `${name}: ${show(fact)} was not expected`);
  const unsaid = [
    ...contradictions.filter((name) => read.contradictions.every((one) => one.name !== name)),
    ...rejected.filter((name) => read.rejected.every((one) => one.name !== name)),
  ].map((name) => `${name}: neither contradiction nor refusal was told`);
  const overtold = read.contradictions
    .filter(({ name }) => !contradictions.includes(name))
    .map(({ name, values }) => `${name}: told as a contradiction ${values.map(show).join(" / ")}`);
  return [...differing, ...extra, ...unsaid, ...overtold];
}

function isAsExpected(fact: Fact | undefined, expected: unknown): boolean {
  if (fact === undefined) return expected === undefined;
  const { value } = fact;
  if (isObject(expected) && Array.isArray(expected.has)) {
    return typeof value === "string" && expected.has.every((part) => value.includes(String(part)));
  }
  if (fact.kind === "answer" && isObject(expected)) {
    return canonical(value).includes(`"yes":${String(expected.yes)}`);
  }
  return canonical(value) === canonical(expected);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    isObject(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
