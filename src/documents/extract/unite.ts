import type { Fact, FactSource } from "../facts/fact.ts";
import { factOf } from "../facts/fact.ts";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";
import type { Officer } from "../facts/kinds.ts";

type Unite = (one: Fact, other: Fact) => Fact | null;

const sourcesOf = (one: Fact, other: Fact): FactSource[] => {
  const all = [...one.sources, ...other.sources];
  return all.filter(
    (source, at) => all.findIndex((each) => JSON.stringify(each) === JSON.stringify(source)) === at,
  );
};

/** Two facts as one, or null: lists grow, prose goes on, people and parties fill up; other values must be the same. */
export function agreed(one: Fact, other: Fact): Fact | null {
  const isSame = JSON.stringify(one.value) === JSON.stringify(other.value);
  if (isSame) return { ...one, sources: sourcesOf(one, other) };
  if (one.kind !== other.kind) return null;
  return UNITE[one.kind]?.(one, other) ?? null;
}

const UNITE: Readonly<Partial<Record<Fact["kind"], Unite>>> = {
  officers: (one, other) =>
    isOf(one, "officers") && isOf(other, "officers")
      ? factOf("officers", officersOf(one.value, other.value), ...sourcesOf(one, other))
      : null,
  people: (one, other) =>
    isOf(one, "people") && isOf(other, "people")
      ? factOf("people", joined(one.value, other.value, sameName), ...sourcesOf(one, other))
      : null,
  goods: (one, other) =>
    isOf(one, "goods") && isOf(other, "goods")
      ? factOf("goods", joined(one.value, other.value, sameValue), ...sourcesOf(one, other))
      : null,
  evidence: (one, other) =>
    isOf(one, "evidence") && isOf(other, "evidence")
      ? factOf("evidence", joined(one.value, other.value, sameValue), ...sourcesOf(one, other))
      : null,
  laws: (one, other) =>
    isOf(one, "laws") && isOf(other, "laws")
      ? factOf("laws", joined(one.value, other.value, sameValue), ...sourcesOf(one, other))
      : null,
  references: (one, other) =>
    isOf(one, "references") && isOf(other, "references")
      ? factOf("references", joined(one.value, other.value, sameValue), ...sourcesOf(one, other))
      : null,
  dialogue: (one, other) =>
    isOf(one, "dialogue") && isOf(other, "dialogue")
      ? factOf("dialogue", joined(one.value, other.value, sameValue), ...sourcesOf(one, other))
      : null,
  prose: (one, other) => (isOf(one, "prose") && isOf(other, "prose") ? uniteProse(one, other) : null),
  text: (one, other) => (isOf(one, "text") && isOf(other, "text") ? uniteText(one, other) : null),
  person: (one, other) => (isOf(one, "person") && isOf(other, "person") ? fill(one, other) : null),
  party: (one, other) => (isOf(one, "party") && isOf(other, "party") ? fill(one, other) : null),
  photos: (one, other) => (isOf(one, "photos") && isOf(other, "photos") ? unitePhotos(one, other) : null),
  answer: (one, other) =>
    isOf(one, "answer") && isOf(other, "answer") && one.value.yes === other.value.yes
      ? { ...one, sources: sourcesOf(one, other) }
      : null,
};

/** Whether a fact is of this kind. */
export const isOf = <K extends Fact["kind"]>(fact: Fact, kind: K): fact is Fact<K> => fact.kind === kind;
const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sameName = (one: { readonly name: string }, other: { readonly name: string }): boolean =>
  one.name === other.name;

// a certificate said later belongs to the officer who was named without one
const officersOf = (one: readonly Officer[], other: readonly Officer[]): Officer[] =>
  joined(one, other, sameName).map((officer) => ({
    ...other.find((each) => each.name === officer.name),
    ...officer,
  }));

const joined = <T>(one: readonly T[], other: readonly T[], isSame: (one: T, other: T) => boolean): T[] => [
  ...one,
  ...other.filter((item) => one.every((each) => !isSame(each, item))),
];

function uniteProse(one: Fact<"prose">, other: Fact<"prose">): Fact | null {
  if (one.value.includes(other.value)) return one;
  const glue = /[。；;！!？?\n]$/.test(one.value) ? "" : "。";
  return factOf("prose", `${one.value}${glue}${other.value}`, ...sourcesOf(one, other));
}

// 青石路18号 and 云溪区青石路18号 are one place; the longer says more
function uniteText(one: Fact<"text">, other: Fact<"text">): Fact | null {
  const [short, long] = one.value.length <= other.value.length ? [one, other] : [other, one];
  return long.value.includes(short.value) ? factOf("text", long.value, ...sourcesOf(one, other)) : null;
}

function unitePhotos(one: Fact<"photos">, other: Fact<"photos">): Fact | null {
  if (one.value.count !== other.value.count) return null;
  const ids = one.value.ids ?? other.value.ids;
  return factOf("photos", { count: one.value.count, ...(ids ? { ids } : {}) }, ...sourcesOf(one, other));
}

/** The traits of a person or party by name. */
export type Traits = Readonly<Record<string, string | undefined>>;

function fill(one: Fact<"person"> | Fact<"party">, other: Fact<"person"> | Fact<"party">): Fact | null {
  const [before, after]: readonly Traits[] = [{ ...one.value }, { ...other.value }];
  if (before === undefined || after === undefined || !isSameName(before.name ?? "", after.name ?? ""))
    return null;
  const free = new Set(["name", "kind", "role"]);
  const clash = Object.keys(after).some(
    (key) => !free.has(key) && before[key] !== undefined && before[key] !== after[key],
  );
  if (clash) return null;
  const name = (before.name?.length ?? 0) >= (after.name?.length ?? 0) ? before.name : after.name;
  return rebuilt(one, { ...after, ...before, name }, sourcesOf(one, other));
}

// 鲜到家超市 is 云溪区鲜到家超市
const isSameName = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= 4 && (one.endsWith(other) || other.endsWith(one)));

/** The person or party with these traits, or null where they fit no schema. */
export function rebuilt(
  fact: Fact<"person"> | Fact<"party">,
  traits: Traits,
  sources: readonly FactSource[],
): Fact<"person"> | Fact<"party"> | null {
  if (fact.kind === "party") {
    const party = VALUE_SCHEMAS.party.safeParse(traits);
    return party.success ? factOf("party", party.data, ...sources) : null;
  }
  const person = VALUE_SCHEMAS.person.safeParse(traits);
  return person.success ? factOf("person", person.data, ...sources) : null;
}
