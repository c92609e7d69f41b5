import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Gap, Gaps, UnansweredQuestion } from "../gaps.ts";
import { openDatabase } from "./open.ts";
import { integer, text } from "./row.ts";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS gaps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    question TEXT NOT NULL,
    agent TEXT NOT NULL,
    language TEXT NOT NULL,
    count INTEGER NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    is_closed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (key, agent)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS gaps_by_count ON gaps (is_closed, count);
`;

const MAX_QUESTION_CHARS = 200; // a question; what is longer is a story, and its beginning says what it is about
const MAX_GAPS = 5_000; // nobody reads further; those asked least and longest ago go first
const LIMIT = 50;
// a second net below the mask: no number long enough to be somebody's is ever kept
const LONG_NUMBER = /\d(?:[\s-]?\d){6,}[\dXx]?/g;

/** Opens (and makes) the list of gaps in a data folder, in a file of its own: noting one never waits for an ingest. */
export function openSqliteGaps(dataDir: string): Gaps {
  const database = openDatabase(join(dataDir, "gaps.db"));
  database.exec(SCHEMA);
  return {
    ...reads(database),
    async note(question) {
      note(database, question);
    },
    async close(id) {
      const { changes } = database.prepare("UPDATE gaps SET is_closed = 1 WHERE id = ?").run(Number(id));
      return changes > 0;
    },
    async end() {
      if (database.isOpen) database.close();
    },
  };
}

function note(database: DatabaseSync, { question, agent, language, on }: UnansweredQuestion): void {
  const words = question.replace(LONG_NUMBER, "…").replace(/\s+/g, " ").trim().slice(0, MAX_QUESTION_CHARS);
  if (words === "") return;
  const key = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
  database
    .prepare(
      `INSERT INTO gaps (key, question, agent, language, count, first_on, last_on) VALUES (?, ?, ?, ?, 1, ?, ?)
       ON CONFLICT (key, agent) DO UPDATE SET count = count + 1, is_closed = 0, last_on = max(last_on, excluded.last_on)`,
    )
    .run(key, words, agent, language, on, on);
  database
    .prepare(
      `DELETE FROM gaps WHERE id IN
         (SELECT id FROM gaps ORDER BY is_closed, count DESC, last_on DESC LIMIT -1 OFFSET ${MAX_GAPS})`,
    )
    .run();
}

function reads(database: DatabaseSync): Pick<Gaps, "list" | "find" | "countOpen"> {
  return {
    async list({ isClosed = false, limit = LIMIT } = {}) {
      return database
        .prepare("SELECT * FROM gaps WHERE is_closed = ? ORDER BY count DESC, last_on DESC, id LIMIT ?")
        .all(Number(isClosed), limit)
        .map(gapOf);
    },
    async find(id) {
      const row = database.prepare("SELECT * FROM gaps WHERE id = ?").get(Number(id));
      return row === undefined ? null : gapOf(row);
    },
    async countOpen() {
      const row = database.prepare("SELECT count(*) AS open FROM gaps WHERE is_closed = 0").get();
      return row === undefined ? 0 : integer(row, "open");
    },
  };
}

const gapOf = (row: Parameters<typeof text>[0]): Gap => ({
  id: String(integer(row, "id")),
  question: text(row, "question"),
  agent: text(row, "agent"),
  language: text(row, "language") === "en" ? "en" : "zh",
  count: integer(row, "count"),
  firstOn: text(row, "first_on"),
  lastOn: text(row, "last_on"),
  isClosed: integer(row, "is_closed") === 1,
});
