import { factOf } from "../facts/fact.ts";
import type { Fact, FactSource, Facts } from "../facts/fact.ts";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";
import type { Change } from "./correction.ts";
import type { Part, Target } from "./target.ts";
import { readLabelled } from "./labelled.ts";
import type { Piece, Scene } from "./talk.ts";

/** A change of one part of a person or party: 负责人的电话改成…, 信用代码改成…. */
export function changedPart(
  part: Part,
  owner: Target | undefined,
  value: Piece,
  scene: Scene,
  known: Facts,
): Change | null {
  const target: Target = { kind: "part", part };
  const named = owner?.kind === "field" ? owner.fields[0] : undefined;
  const holder =
    named ??
    scene.fields.find(
      ({ name, kind }) => known[name] !== undefined && (kind === "party" || kind === "person"),
    );
  const label = { label: part, target, value, start: value.start };
  const field =
    part === "credit_code" || part === "representative" || part === "operator"
      ? scene.byName.get("party")
      : holder;
  if (field === undefined) return null;
  // the value is read as if it stood below its owner's name
  const only: Scene = { ...scene, fields: [field], byName: new Map([[field.name, field]]) };
  const reads = readLabelled([label], only, null, "");
  const trait = reads.flatMap(({ traits = [] }) => traits)[0];
  const refused = reads.flatMap(({ rejected }) => rejected)[0];
  if (refused !== undefined)
    return { kind: "rejected", name: field.name, words: refused.words, reason: refused.reason };
  const before = known[field.name];
  if (trait === undefined || before === undefined) return null;
  const fact = withPart(before, trait.key, trait.value, trait.source);
  return fact === null ? null : { kind: "changed", name: field.name, before, fact };
}

function withPart(fact: Fact, key: string, value: string, source: FactSource): Fact | null {
  if (typeof fact.value !== "object" || Array.isArray(fact.value)) return null;
  const changed = { ...fact.value, [key]: value };
  const sources = [...fact.sources, source];
  if (fact.kind === "party") {
    const party = VALUE_SCHEMAS.party.safeParse(changed);
    return party.success ? factOf("party", party.data, ...sources) : null;
  }
  const person = VALUE_SCHEMAS.person.safeParse(changed);
  return fact.kind === "person" && person.success ? factOf("person", person.data, ...sources) : null;
}

/** The fact with words in it replaced by others; null where the value does not hold them as words. */
export function replaced(fact: Fact, old: string, fresh: string, source: FactSource): Fact | null {
  const sources = [...fact.sources, source];
  const { value } = fact;
  if (typeof value === "string" && (fact.kind === "text" || fact.kind === "prose") && value.includes(old)) {
    return factOf(fact.kind, value.replace(old, fresh), ...sources);
  }
  if (typeof value === "object" && "name" in value && value.name === old)
    return withPart(fact, "name", fresh, source);
  return null;
}
