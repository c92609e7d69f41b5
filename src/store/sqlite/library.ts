import type { DatabaseSync } from "node:sqlite";
import type { Library } from "../library.ts";
import { libraryIndex } from "./library-index.ts";
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
    async exclusively(work, options = {}) {
      const { what = "texts", ...waiting } = typeof options === "function" ? { onWait: options } : options;
      const release = await takeLock(what === "texts" ? `${path}.lock` : `${path}.${what}.lock`, waiting);
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

const PASSAGE = "row, collection, id, article_id, language, place, content";

function passages(database: DatabaseSync): Pick<Library, "scan" | "byRows" | "article" | "passage"> {
  const many = database.prepare(
    `SELECT ${PASSAGE} FROM passages WHERE row IN (SELECT value FROM json_each(?1))
     UNION ALL SELECT ${PASSAGE} FROM replaced WHERE row IN (SELECT value FROM json_each(?1))`,
  );
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
      // one statement: what another process writes meanwhile is seen for all rows or for none
      const found = new Map(many.all(JSON.stringify(rows)).map((row) => [Number(row["row"]), row]));
      return rows.flatMap((row) => {
        const passage = found.get(row);
        return passage === undefined ? [] : [passageOf(passage)];
      });
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

type Documents = Pick<Library, "collections" | "documents" | "meta" | "metas" | "pathsOf">;

function documents(database: DatabaseSync): Documents {
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
    async metas(collection) {
      return database
        .prepare("SELECT path, meta FROM documents WHERE collection = ? ORDER BY path")
        .all(collection)
        .map((row) => ({ path: String(row["path"]), meta: metaOf(row) }));
    },
    async pathsOf(rows) {
      const found = database
        .prepare(
          `SELECT p.row, d.path FROM passages p JOIN documents d ON d.id = p.document
           WHERE p.row IN (SELECT value FROM json_each(?))`,
        )
        .all(JSON.stringify(rows));
      return new Map(found.map(({ row, path }) => [Number(row), String(path)]));
    },
  };
}

type IndexSide = "drift" | "rowsOf" | "hidden" | "markIndexed" | "forgetGone" | "still";
type Changes = Pick<Library, "declare" | "drop" | "apply" | "changeMark" | IndexSide>;

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
    ...libraryIndex(database, change),
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
      change(() => {
        database.prepare("DELETE FROM collections WHERE name = ?").run(name);
        database.prepare("DELETE FROM gone WHERE collection = ?").run(name);
      });
    },
    async apply(collection, what) {
      return change(() => writer.apply(collection, what));
    },
    async changeMark() {
      return Number(dataVersion.get()?.["data_version"]) + ownChanges;
    },
  };
}
