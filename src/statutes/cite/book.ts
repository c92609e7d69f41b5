import type { GoneLaw, Law, Ledger, LedgerAbout, Renumbering, Topic, Version } from "../ledger/ledger.ts";
import { nameKey } from "../text/name.ts";

/** How a name led to a law. */
export type Named = "exact" | "alias";

export type Found =
  | { readonly kind: "law"; readonly law: Law; readonly named: Named }
  | { readonly kind: "gone"; readonly gone: GoneLaw };

/** Where to look laws up by the names people write. */
export interface LawBook {
  /** The collections it was made from, the most particular first. */
  readonly about: readonly LedgerAbout[];
  find(name: string): Found | null;
  /** The known law whose name is written last in the text, with the number of key characters it takes. */
  endingOf(text: string): { readonly found: Found; readonly length: number } | null;
  /** Names close to one that is not known, closest first. */
  near(name: string): readonly string[];
  /** The table of moved numbers that led to this version's. */
  renumbering(law: Law, version: Version): Renumbering | null;
  /** The matters of the law that are known by their words. */
  topics(law: Law): readonly Topic[];
}

// names shorter than this are ordinary words when they stand without 《》
const SHORTEST_BARE_NAME = 2;

/** Joins ledgers to one book; where two know a law, the earlier ledger's word holds. */
export function lawBook(
  ledgers: readonly Ledger[],
  near: (key: string, keys: Iterable<string>) => string[],
): LawBook {
  const byKey = new Map<string, Found>();
  const laws = new Map<string, Law>();
  for (const ledger of ledgers) addLaws(ledger, byKey, laws);
  for (const { gone } of ledgers) {
    for (const each of gone) {
      if (!byKey.has(nameKey(each.name))) byKey.set(nameKey(each.name), { kind: "gone", gone: each });
    }
  }
  for (const [alias, title] of ledgers.flatMap(({ aliases }) => Object.entries(aliases))) {
    const law = laws.get(nameKey(title));
    if (law && !byKey.has(nameKey(alias))) byKey.set(nameKey(alias), { kind: "law", law, named: "alias" });
  }
  const renumberings = Map.groupBy(
    ledgers.flatMap((ledger) => ledger.renumberings),
    ({ law }) => nameKey(law),
  );
  const topics = Map.groupBy(ledgers.at(-1)?.topics ?? [], ({ law }) => nameKey(law));
  const longest = Math.max(0, ...Array.from(byKey.keys(), (key) => key.length));
  return {
    about: distinct(ledgers.map(({ about }) => about)),
    find: (name) => byKey.get(nameKey(name)) ?? null,
    endingOf(text) {
      for (let length = Math.min(longest, text.length); length >= SHORTEST_BARE_NAME; length -= 1) {
        const found = byKey.get(text.slice(-length));
        if (found) return { found, length };
      }
      return null;
    },
    near: (name) => near(nameKey(name), laws.keys()).flatMap((key) => laws.get(key)?.title ?? []),
    renumbering: (law, version) =>
      renumberings
        .get(nameKey(law.title))
        ?.filter(({ from }) => from <= (version.from ?? ""))
        .toSorted((one, other) => (one.from < other.from ? -1 : 1))
        .at(-1) ?? null,
    topics: (law) => topics.get(nameKey(law.title)) ?? [],
  };
}

/** The same collection shipped and read in is one. */
const distinct = (all: readonly LedgerAbout[]): LedgerAbout[] => [
  ...new Map(all.map((each) => [`${each.collection}/${each.newest}/${each.laws}`, each])).values(),
];

// courts' interpretations and the State Council's rules are cited without their author as often as with
const AUTHORS = /^(?:最高人民法院|最高人民检察院|国务院|公安部)+(?=关于)/;

function addLaws({ laws: all }: Ledger, byKey: Map<string, Found>, laws: Map<string, Law>): void {
  const taken = new Set(laws.keys());
  for (const law of all) {
    const key = nameKey(law.title);
    if (taken.has(key)) continue;
    laws.set(key, law);
    byKey.set(key, { kind: "law", law, named: "exact" });
  }
  for (const law of all) {
    const short = nameKey(law.title).replace(AUTHORS, "");
    if (!byKey.has(short)) byKey.set(short, { kind: "law", law, named: "exact" });
    const trial = nameKey(law.title).replace(/(?:试行|暂行)$/, "");
    if (!byKey.has(trial)) byKey.set(trial, { kind: "law", law, named: "alias" });
  }
}
