import type { DatabaseSync, SQLInputValue, SQLOutputValue } from "node:sqlite";
import type { CaseQuery, CaseStore, CaseSummary, OpenDeadline } from "../cases.ts";
import { integer, text } from "./row.ts";

type Row = Readonly<Record<string, SQLOutputValue>>;
type Condition = readonly [sql: string, ...values: SQLInputValue[]];

/** A column that holds text or nothing. */
const textOrNull = (row: Row, column: string): string | null =>
  row[column] === null ? null : text(row, column);

const BY_PERSON = "EXISTS (SELECT 1 FROM case_people p WHERE p.case_id = cases.id AND p.person = ?)";
const BY_TALK = "EXISTS (SELECT 1 FROM case_talks t WHERE t.case_id = cases.id AND t.conversation = ?)";
const BY_STATE =
  "(cases.state = ? OR EXISTS (SELECT 1 FROM case_documents d WHERE d.case_id = cases.id AND d.state = ?))";

/** One WHERE of the conditions that are given; all of them must hold. */
function where(conditions: readonly (Condition | null)[]): { sql: string; values: SQLInputValue[] } {
  const given = conditions.filter((condition) => condition !== null);
  const sql = given.length === 0 ? "" : `WHERE ${given.map(([each]) => each).join(" AND ")}`;
  return { sql, values: given.flatMap(([, ...values]) => values) };
}

const when = (value: string | undefined, ...[sql, ...more]: Condition): Condition | null =>
  value === undefined ? null : [sql, ...more, value];

/** Cases by what they are looked for, with their cards. */
export function listCases(database: DatabaseSync, query: CaseQuery): readonly CaseSummary[] {
  const { tenant, person, state, conversation, limit } = query;
  const { sql, values } = where([
    when(tenant, "cases.tenant = ?"),
    when(person, BY_PERSON),
    state === undefined ? null : [BY_STATE, state, state],
    when(conversation, BY_TALK),
  ]);
  const rows = database
    .prepare(`SELECT * FROM cases ${sql} ORDER BY changed_ms DESC, id DESC LIMIT ?`)
    .all(...values, limit);
  return rows.map((row) => summaryOf(database, row));
}

function summaryOf(database: DatabaseSync, row: Row): CaseSummary {
  const caseId = text(row, "id");
  const all = (table: string) =>
    database.prepare(`SELECT * FROM ${table} WHERE case_id = ? ORDER BY place`).all(caseId);
  return {
    caseId,
    tenant: text(row, "tenant"),
    title: text(row, "title"),
    state: text(row, "state"),
    revision: integer(row, "revision"),
    openedMs: integer(row, "opened_ms"),
    changedMs: integer(row, "changed_ms"),
    people: all("case_people").map((each) => text(each, "person")),
    documents: all("case_documents").map((each) => ({
      id: text(each, "id"),
      type: text(each, "type"),
      state: text(each, "state"),
      number: textOrNull(each, "number"),
    })),
    deadlines: all("case_deadlines").map(deadlineOf),
  };
}

const deadlineOf = (row: Row) => ({
  id: text(row, "id"),
  due: textOrNull(row, "due"),
  isOpen: integer(row, "is_open") === 1,
});

/** Periods that run in open cases, the first due first, those without a day last. */
export function listDeadlines(
  database: DatabaseSync,
  { tenant, person, upTo }: Parameters<CaseStore["deadlines"]>[0],
): readonly OpenDeadline[] {
  const { sql, values } = where([
    ["d.is_open = 1 AND cases.state <> 'closed'"],
    when(tenant, "cases.tenant = ?"),
    when(person, BY_PERSON),
    // a period that cannot be computed may be due at any time
    when(upTo, "(d.due IS NULL OR substr(d.due, 1, 10) <= ?)"),
  ]);
  return database
    .prepare(
      `SELECT d.* FROM case_deadlines d JOIN cases ON cases.id = d.case_id ${sql}
       ORDER BY d.due IS NULL, d.due, d.case_id, d.place`,
    )
    .all(...values)
    .map((row) => ({ caseId: text(row, "case_id"), ...deadlineOf(row) }));
}

/** What a place of talk looks at now. */
export function readFocus(database: DatabaseSync, conversation: string) {
  const row = database
    .prepare("SELECT case_id, document FROM case_talks WHERE conversation = ? AND is_current = 1")
    .get(conversation);
  return row === undefined ? null : { caseId: text(row, "case_id"), document: textOrNull(row, "document") };
}
