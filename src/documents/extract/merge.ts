import type { Fact, FactSource, Facts } from "../facts/fact.ts";
import { factOf } from "../facts/fact.ts";
import { VALUE_SCHEMAS } from "../facts/kinds.ts";
import { partyKind } from "./parties.ts";
import type { Claim, Contradiction, Rejected, Trait } from "./talk.ts";

/** What all claims of a talk come to. */
export interface Merged {
  readonly facts: Facts;
  readonly contradictions: readonly Contradiction[];
  readonly rejected: readonly Rejected[];
}

const NAMELESS = {
  zh: "只有号码，没有说是谁的，请一并写上姓名或名称",
  en: "a number without its owner; please give the name with it",
};
// what grows with every message; other kinds take the first likely value
const ADDING = new Set<string>([
  "officers",
  "people",
  "goods",
  "evidence",
  "laws",
  "references",
  "dialogue",
  "prose",
]);
const EXACT = new Set<string>(["span", "photos"]);
const GROUNDS = ["label", "cue", "likely"] as const;

/**
 * One fact a field from all that was said of it.
 *
 * Agreeing words share a fact with all their sources; a correction takes the place of what was said before; of two
 * statements that cannot both be true none is taken. A value that only seems likely never contradicts a stated one.
 */
export function merge(
  claims: readonly Claim[],
  traits: readonly Trait[],
  known: Facts,
  texts: readonly string[],
): Merged {
  const names = [...new Set(claims.map(({ name }) => name))];
  const facts: Record<string, Fact> = {};
  const contradictions: Contradiction[] = [];
  for (const name of names) {
    const own = claims.filter((one) => one.name === name);
    const settled = settle(own, known[name]);
    if (settled.kind === "one") facts[name] = settled.fact;
    else contradictions.push({ name, values: settled.values });
  }
  const rejected: Rejected[] = [];
  for (const [name, own] of Map.groupBy(traits, ({ name }) => name ?? "")) {
    const before = facts[name] ?? (contradictions.some((one) => one.name === name) ? undefined : known[name]);
    const after = before === undefined ? null : withTraits(before, own);
    if (after === null) rejected.push(...own.map(nameless));
    else if (after.kind === "one") facts[name] = after.fact;
    else contradictions.push({ name, values: after.values });
  }
  const { party } = facts;
  if (party?.kind === "party") facts.party = withKind(party, texts);
  return { facts, contradictions, rejected };
}

const nameless = ({ name, source, value }: Trait): Rejected => ({
  name: name ?? "",
  words: source.words ?? value,
  source,
  reason: NAMELESS,
});

type Settled =
  { readonly kind: "one"; readonly fact: Fact } | { readonly kind: "many"; readonly values: readonly Fact[] };

function settle(claims: readonly Claim[], known: Fact | undefined): Settled {
  const correction = claims.findLastIndex(({ isCorrection }) => isCorrection);
  const open = correction < 0 ? claims : claims.slice(correction);
  const ground = GROUNDS.find((one) => open.some((claim) => claim.ground === one)) ?? "likely";
  const isAdding = open.some(({ fact }) => ADDING.has(fact.kind));
  // a time told in passing counts as much as one behind its label
  const counts = (one: Claim): boolean => one.ground !== "likely" && (isAdding || EXACT.has(one.fact.kind));
  const stated = open.filter((one) => one.ground === ground || counts(one));
  const facts = (ground === "likely" && !isAdding ? stated.slice(0, 1) : stated).map(({ fact }) => fact);
  const isStronger = known === undefined || correction >= 0;
  // what merely seems likely does not touch what the case has
  if (!isStronger && ground === "likely" && !isAdding) return { kind: "one", fact: known };
  return together(isStronger ? facts : [known, ...facts]);
}

function together(facts: readonly Fact[]): Settled {
  const kept: Fact[] = [];
  for (const fact of facts) {
    const at = kept.findIndex((one) => agreed(one, fact) !== null);
    const before = kept[at];
    const both = before === undefined ? null : agreed(before, fact);
    if (both === null) kept.push(fact);
    else kept[at] = both;
  }
  const [only, ...more] = kept;
  return only !== undefined && more.length === 0
    ? { kind: "one", fact: only }
    : { kind: "many", values: kept };
}

type Unite = (one: Fact, other: Fact) => Fact | null;

const sourcesOf = (one: Fact, other: Fact): FactSource[] => {
  const all = [...one.sources, ...other.sources];
  return all.filter(
    (source, at) => all.findIndex((each) => JSON.stringify(each) === JSON.stringify(source)) === at,
  );
};

/** Lists grow, prose goes on, people and parties fill up; every other value must be the same. */
function agreed(one: Fact, other: Fact): Fact | null {
  const isSame = JSON.stringify(one.value) === JSON.stringify(other.value);
  if (isSame) return { ...one, sources: sourcesOf(one, other) };
  if (one.kind !== other.kind) return null;
  return UNITE[one.kind]?.(one, other) ?? null;
}

const UNITE: Readonly<Partial<Record<Fact["kind"], Unite>>> = {
  officers: (one, other) =>
    isOf(one, "officers") && isOf(other, "officers")
      ? factOf("officers", joined(one.value, other.value, sameName), ...sourcesOf(one, other))
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

const isOf = <K extends Fact["kind"]>(fact: Fact, kind: K): fact is Fact<K> => fact.kind === kind;
const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sameName = (one: { readonly name: string }, other: { readonly name: string }): boolean =>
  one.name === other.name;

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

type Traits = Readonly<Record<string, string | undefined>>;

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

function rebuilt(
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

function withTraits(fact: Fact, traits: readonly Trait[]): Settled | null {
  if (isOf(fact, "officers")) return { kind: "one", fact: withCertificates(fact, traits) };
  if (!isOf(fact, "person") && !isOf(fact, "party")) return null;
  let kept: Fact<"person"> | Fact<"party"> = fact;
  for (const { key, value, source } of traits) {
    const before: Traits = { ...kept.value };
    const next = rebuilt(kept, { ...before, [key]: value }, [...kept.sources, source]);
    if (next === null) continue;
    if (before[key] !== undefined && before[key] !== value) return { kind: "many", values: [kept, next] };
    kept = next;
  }
  return { kind: "one", fact: kept };
}

// certificates in a line of their own belong to the officers in their order
function withCertificates(fact: Fact<"officers">, traits: readonly Trait[]): Fact {
  const certificates = traits.map(({ value }) => value);
  const value = fact.value.map((officer) => {
    if (officer.certificate !== undefined) return officer;
    const certificate = certificates.shift();
    return certificate === undefined ? officer : { ...officer, certificate };
  });
  return factOf("officers", value, ...fact.sources, ...traits.map(({ source }) => source));
}

const withKind = (party: Fact, texts: readonly string[]): Fact =>
  isOf(party, "party") ? { ...party, value: { ...party.value, kind: partyKind(party.value, texts) } } : party;
