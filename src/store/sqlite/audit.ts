import type { DatabaseSync } from "node:sqlite";
import { chain, CHAIN_START } from "../chain.ts";
import type { AuditLog, AuditRow } from "../port.ts";
import type { GroupCommit } from "./group-commit.ts";
import { integer, text } from "./row.ts";

/** Writes one line at the end of the chain; must be called inside a transaction. */
export type WriteAudit = (kind: string, body: string, atMs: number) => AuditRow;

/** The writer of the chain in a database, for whoever needs a line in the same commit as something else. */
export function auditWriter(database: DatabaseSync, key: Uint8Array): WriteAudit {
  const last = database.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
  const insert = database.prepare("INSERT INTO audit (seq, at_ms, kind, body, hash) VALUES (?, ?, ?, ?, ?)");
  return (kind, body, atMs) => {
    // read inside the transaction: another process may have written since
    const head = last.get();
    const seq = head ? integer(head, "seq") + 1 : 1;
    const hash = chain(key, head ? text(head, "hash") : CHAIN_START, { seq, atMs, kind, body });
    insert.run(seq, atMs, kind, body, hash);
    return { seq, atMs, kind, body, hash };
  };
}

/** The audit log in SQLite; two triggers in the schema refuse updates and deletes. */
export function sqliteAudit(database: DatabaseSync, commit: GroupCommit, write: WriteAudit): AuditLog {
  const select = database.prepare(
    "SELECT seq, at_ms, kind, body, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?",
  );
  return {
    append: (kind, body, atMs) => commit.run(() => write(kind, body, atMs)),
    async rows(afterSeq, limit) {
      return select.all(afterSeq, limit).map((row) => ({
        seq: integer(row, "seq"),
        atMs: integer(row, "at_ms"),
        kind: text(row, "kind"),
        body: text(row, "body"),
        hash: text(row, "hash"),
      }));
    },
  };
}
