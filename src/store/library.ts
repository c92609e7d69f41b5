import type { Language } from "../core/language.ts";
import type { Passage } from "../knowledge/passage.ts";

/** A passage as it is kept, with the words people use for it: searched, never shown. */
export interface LibraryPassage extends Omit<Passage, "collection"> {
  readonly aliases: readonly string[];
}

export interface StoredPassage extends LibraryPassage {
  /** Never used twice: a passage that was replaced comes back under another number. */
  readonly row: number;
  readonly collection: string;
}

/** What a file looked like when it was read; enough to tell whether it must be read again. */
export interface DocumentStamp {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  /** The version of the rules that split it. */
  readonly reader: string;
}

export interface DocumentState extends DocumentStamp {
  readonly passages: number;
}

export interface DocumentMeta {
  readonly path: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

export interface NewDocument extends DocumentStamp {
  /** What is known of the whole document and belongs to no passage. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly passages: readonly LibraryPassage[];
}

export interface LibraryChange {
  readonly put: readonly NewDocument[];
  readonly remove: readonly string[];
  /** Files that changed their time but not their bytes. */
  readonly touch: readonly DocumentStamp[];
}

/** A document that was left as it was, because another one already uses this passage id. */
export interface Rejected {
  readonly path: string;
  readonly passageId: string;
}

export type CollectionKind = "pack" | "ingested";

export interface CollectionState {
  readonly name: string;
  readonly kind: CollectionKind;
  /** Roles that may read it. */
  readonly audience: readonly string[];
  /** Rises with every change of its passages. */
  readonly generation: number;
  /** The generation for which an index was last published; -1 before the first. */
  readonly indexed: number;
  readonly documents: number;
  readonly passages: number;
}

/** What has happened to a collection since an index of it was built. */
export interface Drift {
  /** The highest row of the collection now, 0 when it is empty. */
  readonly lastRow: number;
  /** Passages in rows above the last one that the index knows. */
  readonly added: number;
  /** Rows that have gone since. */
  readonly gone: number;
  /** Articles that lost or won rows since. */
  readonly touched: readonly string[];
}

/** Work that one process does at a time, each kind beside the others: changing texts, indexing, learning their language. */
export type Exclusive = "texts" | "index" | "model";

export interface ExclusiveOptions {
  /** Told once when somebody else is at work. */
  readonly onWait?: () => void;
  /** `texts` unless given. */
  readonly what?: Exclusive;
  /** Ends the waiting, with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Where documents and passages are kept. Every method is one transaction: readers see all of it or nothing. */
export interface Library {
  collections(): Promise<readonly CollectionState[]>;
  /** Makes a collection, or changes who may read it. */
  declare(name: string, kind: CollectionKind, audience: readonly string[]): Promise<void>;
  /** Forgets a collection with all that is in it. */
  drop(name: string): Promise<void>;
  documents(collection: string): Promise<readonly DocumentState[]>;
  /** Puts, removes and touches documents; passages that stay word for word keep their row and vector. */
  apply(collection: string, change: LibraryChange): Promise<readonly Rejected[]>;
  /** The next passages after a row, in row order. */
  scan(collection: string, afterRow: number, limit: number): Promise<readonly StoredPassage[]>;
  /**
   * The passages of these rows, in the order asked for, all as of one moment. Rows that are gone are missing;
   * those of a document that was replaced still read as they were until an index of its new words is published.
   */
  byRows(rows: readonly number[]): Promise<readonly StoredPassage[]>;
  /** All passages of an article in reading order, of one language or of each. */
  article(collection: string, articleId: string, language?: Language): Promise<readonly StoredPassage[]>;
  passage(id: string, collection?: string): Promise<StoredPassage | null>;
  /** What is known of the document an article came from; null when there is none. */
  meta(
    collection: string,
    articleId: string,
    language: Language,
  ): Promise<Readonly<Record<string, unknown>> | null>;
  /** What is known of each document of a collection, by path. */
  metas(collection: string): Promise<readonly DocumentMeta[]>;
  /** The paths of the documents that these rows belong to. */
  pathsOf(rows: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** What an index of this generation, which knows rows up to `lastRow`, does not know. */
  drift(collection: string, generation: number, lastRow: number): Promise<Drift>;
  /** Rows of these articles up to a row, rising. */
  rowsOf(collection: string, articleIds: readonly string[], upToRow: number): Promise<readonly number[]>;
  /** Rows that an index of this generation must not show any more, rising. */
  hidden(collection: string, generation: number): Promise<readonly number[]>;
  /** Notes that an index of this generation is published: the former words of what was replaced are forgotten. */
  markIndexed(collection: string, generation: number): Promise<void>;
  /** Forgets which rows had gone by this generation: no index names them any more. */
  forgetGone(collection: string, generation: number): Promise<void>;
  /** Runs reading work on one unmoving picture of the library; nothing may be written meanwhile through this door. */
  still<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A number that differs as soon as anybody, in any process, changed anything; costs microseconds. */
  changeMark(): Promise<number>;
  /** Runs alone among all processes that do the same; waits its turn, and throws `data.locked` after very long. */
  exclusively<Result>(
    work: () => Promise<Result>,
    options?: ExclusiveOptions | (() => void),
  ): Promise<Result>;
  close(): Promise<void>;
}
