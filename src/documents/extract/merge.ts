import type { Fact, Facts } from "../facts/fact.ts";
import { factOf } from "../facts/fact.ts";

import { partyKind } from "./parties.ts";
import { agreed, isOf, rebuilt } from "./unite.ts";
import type { Traits } from "./unite.ts";
import type { Claim, Contradiction, Rejected, Trait } from "./talk.ts";

/** What all claims of a talk come to. */
export interface Merged {
  readonly facts: Facts;
  readonly contradictions: readonly Contradiction[];
  readonly rejected: readonly Rejected[];
}

const NAMELESS = {
  zh: "没有说是谁的，请一并写上姓名或名称",
  en: "it was not said whose this is; please give the name with it",
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
const EXACT = new Set<string>(["span", "photos", "person"]);
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
  const open = correction < 0 ? claims : afterCorrection(claims, correction);
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

// 啤酒是4箱 corrects the line of the beer, not the list
function afterCorrection(claims: readonly Claim[], at: number): readonly Claim[] {
  const fresh = claims.slice(at);
  const names = fresh.flatMap(({ fact }) => (isOf(fact, "goods") ? fact.value.map(({ name }) => name) : []));
  const kept = claims
    .slice(0, at)
    .filter(({ fact }) => isOf(fact, "goods") && fact.value.every(({ name }) => !names.includes(name)));
  return [...kept, ...fresh];
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
