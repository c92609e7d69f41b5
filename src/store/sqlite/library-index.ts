import type { DatabaseSync } from "node:sqlite";
import type { Library } from "../library.ts";

type IndexSide = Pick<Library, "drift" | "rowsOf" | "hidden" | "markIndexed" | "forgetGone" | "still">;

const rowOf = ({ row }: Readonly<Record<string, unknown>>): number => Number(row);

/** What indexes ask of the library, and what they tell it; `change` runs and counts a write. */
export function libraryIndex(database: DatabaseSync, change: (work: () => unknown) => unknown): IndexSide {
  return {
    ...reads(database),
    async markIndexed(collection, generation) {
      change(() => {
        database.prepare("UPDATE collections SET indexed = ? WHERE name = ?").run(generation, collection);
        database
          .prepare("DELETE FROM replaced WHERE collection = ? AND generation <= ?")
          .run(collection, generation);
      });
    },
    async forgetGone(collection, generation) {
      change(() =>
        database
          .prepare("DELETE FROM gone WHERE collection = ? AND generation <= ?")
          .run(collection, generation),
      );
    },
    async still(work) {
      database.exec("BEGIN");
      try {
        return await work();
      } finally {
        database.exec("COMMIT");
      }
    },
  };
}

function reads(database: DatabaseSync): Pick<Library, "drift" | "rowsOf" | "hidden"> {
  const added = database.prepare(
    "SELECT count(*) AS added, max(row) AS last FROM passages WHERE collection = ? AND row > ?",
  );
  const won = database.prepare("SELECT DISTINCT article_id FROM passages WHERE collection = ? AND row > ?");
  const gone = database.prepare(
    "SELECT article_id, count(*) AS gone FROM gone WHERE collection = ? AND generation > ? GROUP BY article_id",
  );
  const hidden = database.prepare(
    `SELECT g.row FROM gone g LEFT JOIN replaced r ON r.row = g.row
     WHERE g.collection = ? AND (r.row IS NULL OR g.generation <= ?) ORDER BY g.row`,
  );
  const article = database.prepare(
    "SELECT row FROM passages WHERE collection = ? AND article_id = ? AND row <= ?",
  );
  return {
    async drift(collection, generation, lastRow) {
      const torn = gone.all(collection, generation);
      const more = added.get(collection, lastRow);
      const articles = [...torn, ...won.all(collection, lastRow)].map((row) => String(row["article_id"]));
      return {
        added: Number(more?.["added"]),
        lastRow: Number(more?.["last"] ?? lastRow),
        gone: torn.reduce((total, row) => total + Number(row["gone"]), 0),
        touched: [...new Set(articles)],
      };
    },
    async rowsOf(collection, articleIds, upToRow) {
      const rows = articleIds.flatMap((id) => article.all(collection, id, upToRow).map(rowOf));
      return rows.toSorted((a, b) => a - b);
    },
    async hidden(collection, generation) {
      return hidden.all(collection, generation).map(rowOf);
    },
  };
}
