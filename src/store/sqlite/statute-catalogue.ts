import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { BotError, messageOf } from "../../core/errors.ts";
import type { CatalogueRow } from "../statutes.ts";

const row = z.object({
  name: z.string(),
  level: z.string(),
  filename: z.string().nullable(),
  folder: z.string().nullable(),
  publish: z.string().nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
});

/** The catalogue (db.sqlite3) that comes with a collection of laws; throws `data.corrupt` when it is none. */
export function readCatalogue(path: string): CatalogueRow[] {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const rows = database
      .prepare(
        `SELECT law.name, law.level, law.filename, category.folder, publish, valid_from, valid_to
         FROM law LEFT JOIN category ON category.id = law.category_id ORDER BY law.id`,
      )
      .all();
    return z
      .array(row)
      .parse(rows)
      .map(({ publish, valid_from, valid_to, ...rest }) => ({
        ...rest,
        published: publish || null,
        validFrom: valid_from || null,
        validTo: valid_to || null,
      }));
  } catch (error) {
    throw new BotError("data.corrupt", `cannot read the catalogue ${path}: ${messageOf(error)}`, {
      forUser: { zh: "法律库目录无法读取。", en: "The catalogue of the law collection cannot be read." },
      file: path,
      remedy: "fetch the collection again; db.sqlite3 must hold the tables law and category",
      cause: error,
    });
  } finally {
    database?.close();
  }
}
