import type { Library, StoredPassage } from "../../store/library.ts";
import { termsOf } from "../lexical/tokens.ts";
import { holdsIn } from "../search/region.ts";
import { compact } from "../segment/columns.ts";
import { Alike, sharedTerms } from "./alike.ts";
import { clash, figuresOf, numbersOf, skeletonOf } from "./figures.ts";

/** Two passages that somebody should look at side by side. */
export interface Pair {
  readonly kind: "duplicate" | "conflict";
  readonly a: StoredPassage;
  readonly b: StoredPassage;
  /** The figures that differ, as they are to be shown; empty for a duplicate. */
  readonly figures: readonly [string, string];
}

const ALIKE = 0.9; // of all terms: one word in a sentence differs
// shorter texts, of 30 Han characters or 60 words, are formulas that any number of cards share by right
const MIN_TERMS = 60;
const SHOWN_FIGURES = 4;
const PAGE_ROWS = 2_000;

/** Compares passages that are in force on a day with each other, across documents. */
export class Comparison {
  readonly #alike = new Alike();
  /** Rows by what they are about: a name of the matter and the heading. */
  readonly #matters = new Map<string, number[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(passage: StoredPassage): void {
    this.#size += 1;
    const terms = termsOf(skeletonOf(passage.text));
    if (terms.length >= MIN_TERMS) this.#alike.add(passage.row, terms);
    if (figuresOf(passage.text).size === 0) return;
    for (const matter of mattersOf(passage)) {
      const rows = this.#matters.get(matter);
      if (rows === undefined) this.#matters.set(matter, [passage.row]);
      else rows.push(passage.row);
    }
  }

  /** What was found, conflicts first; each two passages once. */
  async pairs(library: Library): Promise<Pair[]> {
    const candidates = [...this.#alike.pairs()].map((rows) => ({ rows, isMatter: false }));
    for (const rows of this.#matters.values()) {
      const [first, ...others] = rows;
      if (first === undefined) continue;
      for (const other of others) candidates.push({ rows: [first, other], isMatter: true });
    }
    const wanted = [...new Set(candidates.flatMap(({ rows }) => rows))];
    const passages = new Map<number, StoredPassage>();
    for (let at = 0; at < wanted.length; at += PAGE_ROWS) {
      for (const each of await library.byRows(wanted.slice(at, at + PAGE_ROWS))) passages.set(each.row, each);
    }
    const found = new Map<string, Pair>();
    for (const { rows, isMatter } of candidates) {
      const [a, b] = rows.map((row) => passages.get(row));
      if (a === undefined || b === undefined || !mayMeet(a, b)) continue;
      const pair = isMatter ? conflictOf(a, b) : likenessOf(a, b);
      const key = [a.row, b.row].toSorted((one, other) => one - other).join(" ");
      if (pair !== null && found.get(key)?.kind !== "conflict") found.set(key, pair);
    }
    return [...found.values()].toSorted((one, other) => one.kind.localeCompare(other.kind));
  }
}

/** True when a person may be answered from either: different articles of one language, region and time. */
function mayMeet(a: StoredPassage, b: StoredPassage): boolean {
  if (a.articleId === b.articleId || a.language !== b.language) return false;
  const isApart = (a.validTo ?? "9") < (b.validFrom ?? "") || (b.validTo ?? "9") < (a.validFrom ?? "");
  return !isApart && (holdsIn(a.region, b.region) || holdsIn(b.region, a.region));
}

function likenessOf(a: StoredPassage, b: StoredPassage): Pair | null {
  if (sharedTerms(termsOf(skeletonOf(a.text)), termsOf(skeletonOf(b.text))) < ALIKE) return null;
  const [left, right] = [numbersOf(a.text), numbersOf(b.text)];
  if (left.join() === right.join()) return { kind: "duplicate", a, b, figures: ["", ""] };
  const figures = [onlyIn(left, right), onlyIn(right, left)] as const;
  // 自2020年1月1日起施行 stands in every law: figures may differ where the matters do
  return isOneMatter(a, b) && figures.every((each) => each !== "")
    ? { kind: "conflict", a, b, figures }
    : null;
}

const onlyIn = (figures: readonly string[], others: readonly string[]): string =>
  figures
    .filter((figure) => !others.includes(figure))
    .slice(0, SHOWN_FIGURES)
    .join("、");

function conflictOf(a: StoredPassage, b: StoredPassage): Pair | null {
  // a rule for one place may differ from that for the whole country
  if (a.region !== b.region || !isOneMatter(a, b)) return null;
  const found = clash(figuresOf(a.text), figuresOf(b.text));
  if (found === null) return null;
  return { kind: "conflict", a, b, figures: [`${found.a}${found.unit}`, `${found.b}${found.unit}`] };
}

const EDITION = /[(（[【〔][^)）\]】〕]*[)）\]】〕]/g; // (2019年修订), 【试行】

/** What the matter goes by: its title without the edition, and its aliases. */
const namesOf = ({ title, aliases }: StoredPassage): string[] =>
  [title.replace(EDITION, ""), ...aliases].map(compact).filter((name) => name !== "");

/** The same title, or two names in common: one alias alone (算税) may be a word that many matters share. */
function isOneMatter(a: StoredPassage, b: StoredPassage): boolean {
  const names = namesOf(b);
  const shared = new Set(namesOf(a).filter((name) => names.includes(name)));
  return shared.size > 1 || namesOf(a)[0] === names[0];
}

const mattersOf = (passage: StoredPassage): string[] => {
  const heading = compact(passage.article ?? passage.path.at(-1) ?? "");
  return [...new Set(namesOf(passage))].map(
    (name) => `${name}|${heading}|${passage.region}|${passage.language}`,
  );
};
