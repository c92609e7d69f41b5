import type { DatabaseSync } from "node:sqlite";
import type { Library, StoredPassage } from "../library.ts";
import { takeLock } from "./library-lock.ts";
import { collectionOf, documentOf, metaOf, passageOf } from "./library-rows.ts";
import { LIBRARY_SCHEMA } from "./library-schema.ts";
import { DocumentWriter, inTransaction } from "./library-write.ts";
import { openDatabase } from "./open.ts";

/** Opens (and makes) the knowledge base in one SQLite file. */
export function openSqliteLibrary(path: string): Library {
  const database = openDatabase(path);
  inTransaction(database, () => database.exec(LIBRARY_SCHEMA));
  return {
    ...passages(database),
    ...documents(database),
    ...changes(database),
    async exclusively(work, onWait) {
      const release = await takeLock(`${path}.lock`, onWait);
      try {
        return await work();
      } finally {
        release();
      }
    },
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

function passages(database: DatabaseSync): Pick<Library, "scan" | "byRows" | "article" | "passage"> {
  const one = database.prepare("SELECT * FROM passages WHERE row = ?");
  const article = database.prepare(
    `SELECT * FROM passages WHERE collection = ? AND article_id = ? AND language IN (?, ?)
     ORDER BY language DESC, place`,
  );
  return {
    async scan(collection, afterRow, limit) {
      return database
        .prepare("SELECT * FROM passages WHERE collection = ? AND row > ? ORDER BY row LIMIT ?")
        .all(collection, afterRow, limit)
        .map(passageOf);
    },
    async byRows(rows) {
      const found: StoredPassage[] = [];
      for (const row of rows) {
        const passage = one.get(row);
        if (passage !== undefined) found.push(passageOf(passage));
      }
      return found;
    },
    async article(collection, articleId, language) {
      return article.all(collection, articleId, language ?? "zh", language ?? "en").map(passageOf);
    },
    async passage(id, collection) {
      const row =
        collection === undefined
          ? database.prepare("SELECT * FROM passages WHERE id = ? ORDER BY collection LIMIT 1").get(id)
          : database.prepare("SELECT * FROM passages WHERE collection = ? AND id = ?").get(collection, id);
      return row === undefined ? null : passageOf(row);
    },
  };
}

function documents(database: DatabaseSync): Pick<Library, "collections" | "documents" | "meta" | "vectors"> {
  const collections = database.prepare("SELECT * FROM collections ORDER BY name");
  return {
    async collections() {
      return collections.all().map(collectionOf);
    },
    async documents(collection) {
      return database.prepare("SELECT * FROM documents WHERE collection = ?").all(collection).map(documentOf);
    },
    async meta(collection, articleId, language) {
      const row = database
        .prepare(
          `SELECT d.meta FROM passages p JOIN documents d ON d.id = p.document
           WHERE p.collection = ? AND p.article_id = ? AND p.language = ? LIMIT 1`,
        )
        .get(collection, articleId, language);
      return row === undefined ? null : metaOf(row);
    },
    async vectors(collection, embedder) {
      const rows = database
        .prepare(
          `SELECT v.row, v.vector FROM vectors v JOIN passages p ON p.row = v.row
           WHERE p.collection = ? AND v.embedder = ? ORDER BY v.row`,
        )
        .all(collection, embedder);
      return rows.map(({ row, vector }) => ({
        row: Number(row),
        bytes: vector instanceof Uint8Array ? vector : new Uint8Array(),
      }));
    },
  };
}

type Changes = Pick<Library, "declare" | "drop" | "apply" | "putVectors" | "markIndexed" | "changeMark">;

function changes(database: DatabaseSync): Changes {
  const writer = new DocumentWriter(database);
  const dataVersion = database.prepare("PRAGMA data_version");
  // the pragma tells of other connections only; our own changes are counted here
  let ownChanges = 0;
  const change = <Result>(work: () => Result): Result => {
    ownChanges += 1;
    return inTransaction(database, work);
  };
  return {
    async declare(name, kind, audience) {
      change(() =>
        database
          .prepare(
            `INSERT INTO collections (name, kind, audience) VALUES (?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET kind = excluded.kind, audience = excluded.audience`,
          )
          .run(name, kind, JSON.stringify(audience)),
      );
    },
    async drop(name) {
      change(() => database.prepare("DELETE FROM collections WHERE name = ?").run(name));
    },
    async apply(collection, what) {
      return change(() => writer.apply(collection, what));
    },
    async putVectors(embedder, vectors) {
      const put = database.prepare(
        `INSERT INTO vectors (row, embedder, vector) SELECT row, ?, ? FROM passages WHERE row = ?
         ON CONFLICT (row) DO UPDATE SET embedder = excluded.embedder, vector = excluded.vector`,
      );
      change(() => vectors.forEach(({ row, bytes }) => put.run(embedder, bytes, row)));
    },
    async markIndexed(collection, generation) {
      change(() =>
        database.prepare("UPDATE collections SET indexed = ? WHERE name = ?").run(generation, collection),
      );
    },
    async changeMark() {
      return Number(dataVersion.get()?.["data_version"]) + ownChanges;
    },
  };
}
