import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { StatuteChange, StatuteStore, StoredArticle, StoredLawFile } from "../statutes.ts";
import { openDatabase } from "./open.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collection (name TEXT PRIMARY KEY, ledger TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS law_file (
    id INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    law TEXT NOT NULL,
    published TEXT NOT NULL,
    UNIQUE (collection, path)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS law_file_law ON law_file (law, published);
  CREATE TABLE IF NOT EXISTS piece (
    file INTEGER NOT NULL REFERENCES law_file (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    path TEXT NOT NULL,
    raw TEXT NOT NULL,
    PRIMARY KEY (file, place)
  ) STRICT, WITHOUT ROWID;
`;

const collectionRow = z.object({ name: z.string(), ledger: z.string() });
const fileRow = z.object({ path: z.string(), sha256: z.string() });
const rawRow = z.object({ raw: z.string() });
const articleRow = z
  .object({ key: z.string(), path: z.string(), raw: z.string() })
  .transform(({ key, path, raw }): StoredArticle => ({
    key,
    raw,
    path: path === "" ? [] : path.split("\n"),
  }));

const ARTICLES = `
  SELECT piece.key, piece.path, piece.raw FROM law_file JOIN piece ON piece.file = law_file.id
  WHERE law_file.law = ? AND law_file.published = ? AND piece.kind = 'article'`;

/** Law texts in one SQLite file, read without a server; see `StatuteStore`. */
export function openStatuteStore(path: string): StatuteStore {
  const database = openDatabase(path);
  database.exec(SCHEMA);
  const one = database.prepare(`${ARTICLES} AND piece.key = ? LIMIT 1`);
  const all = database.prepare(`${ARTICLES} ORDER BY law_file.id, piece.place`);
  const raws = database.prepare(
    `SELECT raw FROM law_file JOIN piece ON piece.file = law_file.id
     WHERE law_file.collection = ? AND law_file.path = ? ORDER BY place`,
  );
  const collections = database.prepare("SELECT name, ledger FROM collection ORDER BY name");
  const files = database.prepare("SELECT path, sha256 FROM law_file WHERE collection = ?");
  return {
    collections: () => collections.all().map((row) => collectionRow.parse(row)),
    files: (name) =>
      new Map(files.all(name).map((row) => [fileRow.parse(row).path, fileRow.parse(row).sha256])),
    apply: (change) => apply(database, change),
    article(law, published, key) {
      const row = one.get(law, published, key);
      return row === undefined ? null : articleRow.parse(row);
    },
    articles: (law, published) => all.all(law, published).map((row) => articleRow.parse(row)),
    file(name, path) {
      const rows = raws.all(name, path);
      return rows.length === 0 ? null : rows.map((row) => rawRow.parse(row).raw).join("");
    },
    close: () => database.close(),
  };
}

function apply(database: DatabaseSync, { collection, put, remove }: StatuteChange): void {
  const drop = database.prepare("DELETE FROM law_file WHERE collection = ? AND path = ?");
  database.exec("BEGIN IMMEDIATE");
  try {
    for (const path of [...remove, ...put.map((file) => file.path)]) drop.run(collection.name, path);
    for (const file of put) insert(database, collection.name, file);
    database
      .prepare("INSERT INTO collection VALUES (?, ?) ON CONFLICT DO UPDATE SET ledger = excluded.ledger")
      .run(collection.name, collection.ledger);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function insert(database: DatabaseSync, collection: string, file: StoredLawFile): void {
  const { lastInsertRowid } = database
    .prepare("INSERT INTO law_file (collection, path, sha256, law, published) VALUES (?, ?, ?, ?, ?)")
    .run(collection, file.path, file.sha256, file.law, file.published);
  const piece = database.prepare("INSERT INTO piece VALUES (?, ?, ?, ?, ?, ?)");
  for (const [place, { kind, key, path, raw }] of file.pieces.entries()) {
    piece.run(lastInsertRowid, place, kind, key, path.join("\n"), raw);
  }
}
