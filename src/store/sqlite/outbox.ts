import type { DatabaseSync } from "node:sqlite";
import type { Outbox } from "../port.ts";
import type { GroupCommit } from "./group-commit.ts";
import { text } from "./row.ts";

/** The outbox in SQLite; pieces are put in by the inbox when it closes a message. */
export function sqliteOutbox(database: DatabaseSync, commit: GroupCommit): Outbox {
  const attempt = database.prepare("UPDATE outbox SET state = 'sending' WHERE key = ? AND state = 'ready'");
  const sent = database.prepare("UPDATE outbox SET state = 'sent' WHERE key = ?");
  const failed = database.prepare("UPDATE outbox SET state = 'failed', reason = ? WHERE key = ?");
  const unsent = database.prepare(
    "SELECT key, message_id, text, body, state FROM outbox WHERE state IN ('ready', 'sending') ORDER BY seq",
  );
  return {
    attempt: (key) => commit.run(() => void attempt.run(key)),
    sent: (key) => commit.run(() => void sent.run(key)),
    failed: (key, reason) => commit.run(() => void failed.run(reason, key)),
    async unsent() {
      return unsent.all().map((row) => ({
        key: text(row, "key"),
        messageId: text(row, "message_id"),
        text: text(row, "text"),
        body: text(row, "body"),
        isDoubtful: text(row, "state") === "sending",
      }));
    },
  };
}
