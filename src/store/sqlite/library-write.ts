import type { DatabaseSync, StatementSync } from "node:sqlite";
import { messageOf } from "../../core/errors.ts";
import type { LibraryChange, LibraryPassage, NewDocument, Rejected } from "../library.ts";
import { contentOf } from "./library-rows.ts";

/** Runs several statements as one: all of them happen, or none. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** The writing half of the library: what `apply` does inside its transaction. */
export class DocumentWriter {
  readonly #database: DatabaseSync;
  readonly #putDocument: StatementSync;
  readonly #known: StatementSync;
  readonly #keep: StatementSync;
  readonly #forget: StatementSync;
  readonly #add: StatementSync;
  readonly #remove: StatementSync;
  readonly #touch: StatementSync;
  readonly #tick: StatementSync;
  readonly #date: StatementSync;
  readonly #count: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#putDocument = database.prepare(`
      INSERT INTO documents (collection, path, sha256, size_bytes, mtime_ms, reader, passages, meta)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (collection, path) DO UPDATE SET sha256 = excluded.sha256, size_bytes = excluded.size_bytes,
        mtime_ms = excluded.mtime_ms, reader = excluded.reader, passages = excluded.passages, meta = excluded.meta
      RETURNING id`);
    this.#known = database.prepare(
      "SELECT row, id, article_id, language, place, content FROM passages WHERE document = ?",
    );
    // without an index on the disk nobody can still ask for the former words
    this.#keep = database.prepare(`
      INSERT INTO replaced
        SELECT p.row, p.document, p.collection, p.id, p.article_id, p.language, p.place, p.content, c.generation
        FROM passages p JOIN collections c ON c.name = p.collection WHERE p.row = ? AND c.indexed >= 0`);
    this.#forget = database.prepare("DELETE FROM passages WHERE row = ?");
    this.#add = database.prepare(
      "INSERT INTO passages (document, collection, id, article_id, language, place, content) VALUES (?,?,?,?,?,?,?)",
    );
    this.#remove = database.prepare("DELETE FROM documents WHERE collection = ? AND path = ?");
    this.#touch = database.prepare(
      "UPDATE documents SET mtime_ms = ?, size_bytes = ?, reader = ? WHERE collection = ? AND path = ?",
    );
    this.#tick = database.prepare("UPDATE clock SET generation = generation + 1");
    this.#date = database.prepare(
      "UPDATE collections SET generation = (SELECT generation FROM clock) WHERE name = ?",
    );
    this.#count = database.prepare(`
      UPDATE collections SET
        documents = (SELECT count(*) FROM documents WHERE collection = name),
        passages = (SELECT coalesce(sum(passages), 0) FROM documents WHERE collection = name)
      WHERE name = ?`);
  }

  /** Applies one change and names the documents that could not be put. */
  apply(collection: string, change: LibraryChange): Rejected[] {
    const isChange = change.put.length + change.remove.length > 0;
    // first of all: what goes away is noted under the new generation
    if (isChange) {
      this.#tick.run();
      this.#date.run(collection);
    }
    for (const path of change.remove) this.#remove.run(collection, path);
    for (const { path, mtimeMs, sizeBytes, reader } of change.touch) {
      this.#touch.run(mtimeMs, sizeBytes, reader, collection, path);
    }
    const rejected: Rejected[] = [];
    for (const document of change.put) {
      const clash = this.#put(collection, document);
      if (clash !== null) rejected.push({ path: document.path, passageId: clash });
    }
    if (isChange) this.#count.run(collection);
    return rejected;
  }

  /** Puts one document; gives back the passage id that another document holds, and changes nothing then. */
  #put(collection: string, document: NewDocument): string | null {
    this.#database.exec("SAVEPOINT document");
    let current = "";
    try {
      const { path, sha256, sizeBytes, mtimeMs, reader, passages, meta } = document;
      const put = this.#putDocument.get(
        collection,
        path,
        sha256,
        sizeBytes,
        mtimeMs,
        reader,
        passages.length,
        JSON.stringify(meta),
      );
      const documentId = Number(put?.["id"]);
      for (const passage of this.#withoutUnchanged(documentId, passages)) {
        current = passage.id;
        const { id, articleId, language, order } = passage;
        this.#add.run(documentId, collection, id, articleId, language, order, contentOf(passage));
      }
      this.#database.exec("RELEASE document");
      return null;
    } catch (error) {
      this.#database.exec("ROLLBACK TO document; RELEASE document");
      if (/UNIQUE constraint failed: passages/.test(messageOf(error))) return current;
      throw error;
    }
  }

  /** Deletes what is gone or changed; gives back what must be added. */
  #withoutUnchanged(documentId: number, passages: readonly LibraryPassage[]): readonly LibraryPassage[] {
    const wanted = new Map(passages.map((passage) => [fingerprint(passage), passage]));
    for (const row of this.#known.all(documentId)) {
      const known = [row["id"], row["article_id"], row["language"], row["place"], row["content"]].join(
        "\u0000",
      );
      if (wanted.delete(known)) continue;
      this.#keep.run(Number(row["row"]));
      this.#forget.run(Number(row["row"]));
    }
    return wanted.size === passages.length ? passages : [...wanted.values()];
  }
}

const fingerprint = (passage: LibraryPassage): string =>
  [passage.id, passage.articleId, passage.language, passage.order, contentOf(passage)].join("\u0000");
