/** A row of the catalogue that comes with a collection: what it says about one version of one law. */
export interface CatalogueRow {
  readonly name: string;
  readonly level: string;
  readonly filename: string | null;
  /** The folder its file stands in. */
  readonly folder: string | null;
  readonly published: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A piece of a law file, in its place; all pieces of a file joined are the file. */
export interface StoredPiece {
  readonly kind: "head" | "heading" | "article" | "loose";
  /** "59" or "120-1" for an article, empty otherwise. */
  readonly key: string;
  /** The headings an article stands under. */
  readonly path: readonly string[];
  readonly raw: string;
}

/** One file of a collection as it is kept. */
export interface StoredLawFile {
  /** Within the collection's folder. */
  readonly path: string;
  readonly sha256: string;
  /** The key of the law's name, as `nameKey` makes it. */
  readonly law: string;
  readonly published: string;
  readonly pieces: readonly StoredPiece[];
}

export interface StatuteCollection {
  readonly name: string;
  /** The printed ledger of all its laws. */
  readonly ledger: string;
}

/** What an ingestion changed. */
export interface StatuteChange {
  readonly collection: StatuteCollection;
  readonly put: readonly StoredLawFile[];
  /** Paths whose files are gone. */
  readonly remove: readonly string[];
}

/** An article's text with where it stands. */
export interface StoredArticle {
  readonly key: string;
  readonly path: readonly string[];
  readonly raw: string;
}

/** Law texts by name, version and article. */
export interface StatuteStore {
  collections(): StatuteCollection[];
  /** Path → sha256 of every file of a collection. */
  files(collection: string): ReadonlyMap<string, string>;
  /** All or nothing. */
  apply(change: StatuteChange): void;
  /** The article in the version of the law published on that day ("" where no day is known). */
  article(law: string, published: string, key: string): StoredArticle | null;
  /** Every article of a version, in the order of the text. */
  articles(law: string, published: string): StoredArticle[];
  /** The file again, character for character; null when it is not kept. */
  file(collection: string, path: string): string | null;
  close(): void;
}
