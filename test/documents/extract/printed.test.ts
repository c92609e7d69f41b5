import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { showValue } from "../../../src/documents/compose/show-value.ts";
import type { Fact } from "../../../src/documents/facts/fact.ts";
import { readFacts } from "../../../src/documents/types/read-facts.ts";
import { fieldsOf, read } from "./desk.ts";

const EXAMPLES = new URL("../examples/", import.meta.url);
const NO_EXAMPLE_OF_ONE_TYPE = new Set(["whole-case.json"]);
const TYPE_OF: Readonly<Record<string, string>> = { "police-decision": "penalty-decision" };

/**
 * What the printed form does not hold, so that nobody can read it back: the kind of a piece of evidence, the state of
 * goods, sex, birth date and kind of ID of a party, the title of its head, the ID of a sole trader who has a code, the
 * roles of people in a list of names, and that a number is one of the resident identity card (which is the rule).
 */
const NOT_PRINTED: Readonly<Record<string, readonly string[]>> = {
  evidence: ["kind"],
  goods: ["state", "place", "price"],
  party: ["sex", "birth_date", "id_type", "representative_title", "id_number"],
  people: ["role"],
  person: ["id_type"],
};

const files = readdirSync(EXAMPLES).filter(
  (name) => name.endsWith(".json") && !NO_EXAMPLE_OF_ONE_TYPE.has(name),
);

const printed = files.flatMap((file) => {
  const name = file.replace(".json", "");
  const type = TYPE_OF[name] ?? name;
  const fields = fieldsOf(type);
  const json: unknown = JSON.parse(readFileSync(new URL(file, EXAMPLES), "utf8"));
  const facts = readFacts({ fields }, json, { kind: "file", ref: file });
  return fields.flatMap((field) => {
    const fact = facts[field.name];
    return fact === undefined ? [] : [{ file, type, field, fact, shown: showValue(fact, "zh", field) }];
  });
});

function leftOut(kind: Fact["kind"], value: unknown): unknown {
  const gone = NOT_PRINTED[kind] ?? [];
  if (Array.isArray(value)) return value.map((each) => leftOut(kind, each));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !gone.includes(key)));
}

describe("a value pasted back as the bot printed it", () => {
  it.each(printed.map((one) => [`${one.file} ${one.field.label.zh}`, one] as const))(
    "%s",
    (_title, { type, field, fact, shown }) => {
      const { facts, rejected, contradictions } = read(type, [`${field.label.zh}：${shown}`]);
      const again = facts[field.name];
      expect([rejected, contradictions]).toEqual([[], []]);
      expect(again && showValue(again, "zh", field)).toBe(shown);
      expect(leftOut(fact.kind, again?.value)).toEqual(leftOut(fact.kind, fact.value));
    },
  );

  it("becomes nobody's free prose", () => {
    const strays = printed.flatMap(({ type, field, shown }) => {
      const { facts } = read(type, [`${field.label.zh}：${shown}`]);
      return Object.entries(facts).filter(([name, { kind }]) => name !== field.name && kind === "prose");
    });
    expect(strays).toEqual([]);
  });
});
