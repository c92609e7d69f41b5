import type { DatabaseSync } from "node:sqlite";
import { chain, CHAIN_START } from "../chain.ts";
import type { AuditLog } from "../port.ts";
import type { GroupCommit } from "./group-commit.ts";
import { integer, text } from "./row.ts";

/** The audit log in SQLite; two triggers in the schema refuse updates and deletes. */
export function sqliteAudit(database: DatabaseSync, commit: GroupCommit, key: Uint8Array): AuditLog {
  const last = database.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
  const insert = database.prepare("INSERT INTO audit (seq, at_ms, kind, body, hash) VALUES (?, ?, ?, ?, ?)");
  const select = database.prepare(
    "SELECT seq, at_ms, kind, body, hash FROM audit WHERE seq > ? ORDER BY seq LIMIT ?",
  );
  return {
    append: (kind, body, atMs) =>
      commit.run(() => {
        // read inside the transaction: another process may have written since
        const head = last.get();
        const seq = head ? integer(head, "seq") + 1 : 1;
        const hash = chain(key, head ? text(head, "hash") : CHAIN_START, { seq, atMs, kind, body });
        insert.run(seq, atMs, kind, body, hash);
        return { seq, atMs, kind, body, hash };
      }),
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
