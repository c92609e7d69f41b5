import type { DatabaseSync } from "node:sqlite";
import type { CaseCard, CaseChange, DocumentSeries } from "../cases.ts";
import type { WriteAudit } from "./audit.ts";
import { integer } from "./row.ts";

/** Writes a change with its card and its lines of the record; false when the case has moved on. In a transaction. */
export type WriteCase = (change: CaseChange) => boolean;

/** The writer of case files in a database. */
export function caseWriter(database: DatabaseSync, writeAudit: WriteAudit): WriteCase {
  const revision = database.prepare("SELECT revision FROM cases WHERE id = ?");
  const insert = database.prepare(
    "INSERT INTO case_events (case_id, seq, at_ms, kind, by_id, body) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const keep = database.prepare(
    `INSERT INTO cases (id, tenant, title, state, revision, opened_ms, changed_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, state = excluded.state, revision = excluded.revision,
     changed_ms = max(changed_ms, excluded.changed_ms)`,
  );
  const keepCard = cardWriter(database);
  const turn = focusWriter(database);
  return ({ caseId, expected, events, card, audit, focus }) => {
    const row = revision.get(caseId);
    if ((row ? integer(row, "revision") : 0) !== expected) return false;
    let seq = expected;
    let changedMs = 0;
    for (const { atMs, kind, by, body } of events) {
      seq += 1;
      changedMs = atMs;
      insert.run(caseId, seq, atMs, kind, by, body);
    }
    // the opening time stays as it was written first
    keep.run(caseId, card.tenant, card.title, card.state, seq, changedMs, changedMs);
    keepCard(caseId, card);
    for (const line of audit) writeAudit(line.kind, line.body, line.atMs);
    if (focus) turn(focus.conversation, { caseId, document: focus.document });
    return true;
  };
}

function cardWriter(database: DatabaseSync): (caseId: string, card: CaseCard) => void {
  const clear = ["case_people", "case_documents", "case_deadlines"].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE case_id = ?`),
  );
  const person = database.prepare("INSERT INTO case_people (person, case_id, place) VALUES (?, ?, ?)");
  const document = database.prepare(
    "INSERT INTO case_documents (case_id, place, id, type, state, number) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const deadline = database.prepare(
    "INSERT INTO case_deadlines (case_id, place, id, due, is_open) VALUES (?, ?, ?, ?, ?)",
  );
  return (caseId, { people, documents, deadlines }) => {
    for (const statement of clear) statement.run(caseId);
    for (const [place, id] of people.entries()) person.run(id, caseId, place);
    for (const [place, each] of documents.entries()) {
      document.run(caseId, place, each.id, each.type, each.state, each.number);
    }
    for (const [place, each] of deadlines.entries()) {
      deadline.run(caseId, place, each.id, each.due, each.isOpen ? 1 : 0);
    }
  };
}

type Turn = (
  conversation: string,
  to: { readonly caseId: string; readonly document: string | null } | null,
) => void;

/** Turns a place of talk to a case or away from all; in a transaction. */
export function focusWriter(database: DatabaseSync): Turn {
  const leave = database.prepare("UPDATE case_talks SET is_current = 0 WHERE conversation = ?");
  const look = database.prepare(
    `INSERT INTO case_talks (conversation, case_id, document, is_current) VALUES (?, ?, ?, 1)
     ON CONFLICT (conversation, case_id) DO UPDATE SET document = excluded.document, is_current = 1`,
  );
  return (conversation, to) => {
    leave.run(conversation);
    if (to !== null) look.run(conversation, to.caseId, to.document);
  };
}

/** Takes the next number of a series if `use` takes it; null, and the number stays free, if not. In a transaction. */
export function numberWriter(database: DatabaseSync) {
  const last = database.prepare(
    "SELECT last FROM case_numbers WHERE tenant = ? AND pattern = ? AND year = ?",
  );
  const keep = database.prepare(
    `INSERT INTO case_numbers (tenant, pattern, year, last, given) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (tenant, pattern, year) DO UPDATE SET last = excluded.last, given = 1`,
  );
  return ({ tenant, pattern, year }: DocumentSeries, use: (serial: number) => boolean): number | null => {
    const row = last.get(tenant, pattern, year);
    const serial = (row ? integer(row, "last") : 0) + 1;
    if (!use(serial)) return null;
    keep.run(tenant, pattern, year, serial);
    return serial;
  };
}
