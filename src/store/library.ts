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

/** An opaque vector of one passage; the knowledge side knows its coding. */
export interface StoredVector {
  readonly row: number;
  readonly bytes: Uint8Array;
}

/** Where documents, passages and vectors are kept. Every method is one transaction: readers see all of it or nothing. */
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
  /** The passages of these rows, in the order asked for; replaced ones are missing. */
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
  vectors(collection: string, embedder: string): Promise<readonly StoredVector[]>;
  /** Keeps vectors; rows that are gone meanwhile are passed over. */
  putVectors(embedder: string, vectors: readonly StoredVector[]): Promise<void>;
  markIndexed(collection: string, generation: number): Promise<void>;
  /** A number that differs as soon as anybody, in any process, changed anything; costs microseconds. */
  changeMark(): Promise<number>;
  /** Runs alone among all processes; waits its turn, and throws `data.locked` when that takes too long. */
  exclusively<Result>(work: () => Promise<Result>, onWait?: () => void): Promise<Result>;
  close(): Promise<void>;
}
