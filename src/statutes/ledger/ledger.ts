import type { Day } from "../../calendar/day.ts";
import type { ArticleShape } from "../text/article.ts";

/** What kind of rule a text is. */
export const LEVELS = ["宪法", "法律", "行政法规", "司法解释", "部门规章", "其他"] as const;
export type Level = (typeof LEVELS)[number];

/** The articles of a version by key; null where the collection misses the text of an article it must have. */
export type Shapes = ReadonlyMap<string, ArticleShape | null>;

/** One version of a law: in force from `from` until the day before `to`. */
export interface Version {
  readonly published: Day | null;
  readonly from: Day | null;
  /** The first day it is no longer in force; null while it is. */
  readonly to: Day | null;
  /** It has ended, but the collection does not say when. */
  readonly hasEnded: boolean;
  shapes(): Shapes;
}

export interface Law {
  /** As printed: 中华人民共和国行政处罚法. */
  readonly title: string;
  readonly level: Level;
  /** Oldest first; at least one. */
  readonly versions: readonly Version[];
  /** Days on which it was passed, amended or revised, as its own head lists them. */
  readonly history: readonly Day[];
  /** The law that ended it, as printed. */
  readonly repealedBy?: string;
}

/** A law whose text is not in the collection, but which another law there says is repealed. */
export interface GoneLaw {
  readonly name: string;
  readonly on: Day;
  readonly by: string;
}

/** Where the numbers of one law's articles went when it was revised. */
export interface Renumbering {
  readonly law: string;
  /** The day the new numbers hold from. */
  readonly from: Day;
  /** Old number → new numbers, as article keys. */
  readonly moved: Readonly<Record<string, readonly string[]>>;
}

/** Words that name one matter of a law for certain, and the articles it stands in. */
export interface Topic {
  readonly law: string;
  /** The day from which these numbers hold. */
  readonly from: Day;
  /** All of them must be said close to the citation. */
  readonly words: readonly string[];
  readonly articles: readonly string[];
  /** Articles that touch the matter: citing one of them is no mistake. */
  readonly also: readonly string[];
}

export interface LedgerAbout {
  readonly collection: string;
  readonly builtOn: Day;
  /** The newest text in it: nothing later is known. */
  readonly newest: Day;
  readonly laws: number;
  readonly versions: number;
}

/** Names, versions and shapes of a collection of laws; no text. */
export interface Ledger {
  readonly about: LedgerAbout;
  readonly laws: readonly Law[];
  readonly gone: readonly GoneLaw[];
  /** Short names people use → a law's title. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly renumberings: readonly Renumbering[];
  readonly topics: readonly Topic[];
}
