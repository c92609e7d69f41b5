import { BotError } from "../core/errors.ts";
import type { Day } from "../calendar/day.ts";
import type { StatuteStore, StoredLawFile, StoredPiece } from "../store/statutes.ts";
import type { Collection, LawFile, UnreadFile } from "./collection/read.ts";
import { readCollection } from "./collection/read.ts";
import { buildLedger, isLaw, titleOf, versionDayOf } from "./ledger/build.ts";
import { printLedger } from "./ledger/format.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { supplements } from "./ledger/supplements.ts";
import { articleKey } from "./text/article-number.ts";
import type { Problem } from "./text/law-text.ts";
import { nameKey } from "./text/name.ts";

/** What reading a collection in did, as `bangban ingest --as statutes` prints it. */
export interface StatuteIngest {
  readonly documents: number;
  /** Articles. */
  readonly passages: number;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly skipped: readonly UnreadFile[];
  /** What was kept as text but could not be placed, file by file. */
  readonly problems: readonly (Problem & { readonly file: string })[];
  readonly seconds: number;
}

export interface IngestOptions {
  /** The collection's name; the folder's unless told. */
  readonly collection?: string;
  /** Written into the ledger as the day it was built. */
  readonly today: Day;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Reads a folder of laws into the store: changed files only, the ledger anew. Throws `data.corrupt`, `input.empty`. */
export function ingestStatutes(folder: string, store: StatuteStore, options: IngestOptions): StatuteIngest {
  const started = performance.now();
  const collection = readCollection(folder, options.collection);
  if (collection.files.length === 0) throw noLaws(folder);
  const known = store.files(collection.name);
  const changed = collection.files.filter(({ path, sha256 }) => known.get(path) !== sha256);
  const present = new Set(collection.files.map(({ path }) => path));
  const remove = [...known.keys()].filter((path) => !present.has(path));
  const ledger = ledgerOf(collection, options.today);
  store.apply({
    collection: { name: collection.name, ledger: printLedger(ledger) },
    put: changed.map(storedFile),
    remove,
  });
  options.onProgress?.(collection.files.length, collection.files.length);
  const added = changed.filter(({ path }) => !known.has(path)).length;
  return {
    documents: collection.files.length,
    passages: collection.files.reduce((sum, { law }) => sum + articleCount(law.pieces), 0),
    added,
    updated: changed.length - added,
    removed: remove.length,
    unchanged: collection.files.length - changed.length,
    skipped: collection.unread,
    problems: collection.files.flatMap(({ path, law }) =>
      law.problems.map((each) => ({ file: path, ...each })),
    ),
    seconds: (performance.now() - started) / 1000,
  };
}

const noLaws = (folder: string): BotError =>
  new BotError("input.empty", `no Markdown law file stands below ${folder}`, {
    forUser: { zh: "这个文件夹里没有法律文件（.md）。", en: "There are no law files (.md) in this folder." },
    file: folder,
    remedy: "give the folder of a law collection in the LawRefBook layout",
  });

/** The ledger of a collection, with the short names and corrections that ship with the project. */
export const ledgerOf = (collection: Collection, today: Day): Ledger =>
  buildLedger(collection, supplements(), today);

const articleCount = (pieces: readonly { kind: string }[]): number =>
  pieces.filter(({ kind }) => kind === "article").length;

function storedFile(file: LawFile): StoredLawFile {
  const pieces: StoredPiece[] = file.law.pieces.map((piece) => ({
    kind: piece.kind,
    key: piece.kind === "article" ? articleKey(piece.number) : "",
    path: piece.kind === "article" ? piece.path : [],
    raw: piece.raw,
  }));
  return {
    path: file.path,
    sha256: file.sha256,
    law: isLaw(file) ? nameKey(titleOf(file)) : "",
    published: versionDayOf(file) ?? "",
    pieces: [{ kind: "head", key: "", path: [], raw: file.law.head }, ...pieces],
  };
}
