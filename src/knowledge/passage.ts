import type { Language } from "../core/language.ts";
import type { Role } from "../core/principal.ts";

/** A piece of an article, small enough to be quoted, with everything a citation needs. */
export interface Passage {
  /** articleId#order */
  readonly id: string;
  readonly articleId: string;
  /** The pack's folder name, or the name given to `ingest --collection`. */
  readonly collection: string;
  readonly title: string;
  /** Headings from the title down to where the text stands. */
  readonly path: readonly string[];
  readonly text: string;
  /** Place within the article, from 0. */
  readonly order: number;
  readonly source: string;
  /** 第二十三条, where the text is a law's. */
  readonly article?: string;
  /** The page or slide it begins on, from 1, where the file has any. */
  readonly page?: number;
  readonly region: string;
  readonly language: Language;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly checkedOn?: string;
  /** Topics whose figures differ from place to place: never answered from this passage. */
  readonly local: readonly string[];
}

export interface Hit extends Passage {
  /** Fused rank score, 0 to 1, comparable within one result only. */
  readonly score: number;
}

/** What may be read: a mandatory argument of every search, applied before ranking. */
export interface Scope {
  readonly collections: readonly string[];
  readonly roles: readonly Role[];
  /** Only text in force on this day. */
  readonly on: string;
  /** Where given: passages of this region or of the whole country. */
  readonly region?: string;
  readonly language?: Language;
}

/** Is the best hit about what was asked? Surely, likely, or only near enough to be offered. */
export type Match = "sure" | "likely" | "near" | "none";

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** False when nothing found is good enough to answer from. */
  readonly isAnswerable: boolean;
  readonly match: Match;
  /** Why the words alone were searched, where a meaning should have been searched too; for the operator. */
  readonly lack?: string;
  readonly ms: number;
}

/** The search function as tools and steps see it. */
export type Search = (query: string, scope: Scope, k: number) => Promise<SearchResult>;
