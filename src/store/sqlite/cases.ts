import type { DatabaseSync } from "node:sqlite";
import type { CaseStore } from "../cases.ts";
import type { WriteAudit } from "./audit.ts";
import { listCases, listDeadlines, readFocus } from "./case-read.ts";
import { caseWriter, focusWriter, numberWriter } from "./case-write.ts";
import type { GroupCommit } from "./group-commit.ts";
import { integer, text } from "./row.ts";

/** Case files in SQLite; events, numbers and their lines of the record share one commit. */
export function sqliteCases(database: DatabaseSync, commit: GroupCommit, writeAudit: WriteAudit): CaseStore {
  const write = caseWriter(database, writeAudit);
  const takeNumber = numberWriter(database);
  const turn = focusWriter(database);
  const last = database.prepare(
    "SELECT last FROM case_numbers WHERE tenant = ? AND pattern = ? AND year = ?",
  );
  const begin = database.prepare(
    `INSERT INTO case_numbers (tenant, pattern, year, last, given) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT (tenant, pattern, year) DO UPDATE SET last = excluded.last WHERE given = 0`,
  );
  const events = database.prepare(
    "SELECT seq, at_ms, kind, by_id, body FROM case_events WHERE case_id = ? ORDER BY seq",
  );
  const talks = database.prepare(
    "SELECT conversation FROM case_talks WHERE case_id = ? ORDER BY conversation",
  );
  return {
    append: (change) => commit.run(() => write(change)),
    appendNumbered: (series, build) => commit.run(() => takeNumber(series, (serial) => write(build(serial)))),
    async lastNumber({ tenant, pattern, year }) {
      const row = last.get(tenant, pattern, year);
      return row ? integer(row, "last") : 0;
    },
    beginSeries: ({ tenant, pattern, year }, number) =>
      commit.run(() => Number(begin.run(tenant, pattern, year, number).changes) === 1),
    async events(caseId) {
      return events.all(caseId).map((row) => ({
        seq: integer(row, "seq"),
        atMs: integer(row, "at_ms"),
        kind: text(row, "kind"),
        by: text(row, "by_id"),
        body: text(row, "body"),
      }));
    },
    focus: async (conversation) => readFocus(database, conversation),
    turnTo: (conversation, to) => commit.run(() => turn(conversation, to)),
    async conversations(caseId) {
      return talks.all(caseId).map((row) => text(row, "conversation"));
    },
    list: async (query) => listCases(database, query),
    deadlines: async (query) => listDeadlines(database, query),
  };
}
