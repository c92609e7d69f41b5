import type { DatabaseSync } from "node:sqlite";
import type { Known } from "../../core/turn.ts";
import type { Memory } from "../port.ts";
import type { GroupCommit } from "./group-commit.ts";
import { text } from "./row.ts";

/** Conversation memory in SQLite. */
export function sqliteMemory(database: DatabaseSync, commit: GroupCommit): Memory {
  const exchanges = database.prepare(
    "SELECT question, answer FROM exchanges WHERE conversation = ? ORDER BY seq",
  );
  const insert = database.prepare("INSERT INTO exchanges (conversation, question, answer) VALUES (?, ?, ?)");
  const trim = database.prepare(
    `DELETE FROM exchanges WHERE seq IN
     (SELECT seq FROM exchanges WHERE conversation = ? ORDER BY seq LIMIT ?)`,
  );
  const read = database.prepare("SELECT known, vault FROM conversations WHERE conversation = ?");
  const keepKnown = database.prepare(
    `INSERT INTO conversations (conversation, known) VALUES (?, ?)
     ON CONFLICT (conversation) DO UPDATE SET known = excluded.known`,
  );
  const keepVault = database.prepare(
    `INSERT INTO conversations (conversation, vault) VALUES (?, ?)
     ON CONFLICT (conversation) DO UPDATE SET vault = excluded.vault`,
  );
  return {
    async exchanges(conversation) {
      return exchanges
        .all(conversation)
        .map((row) => ({ question: text(row, "question"), answer: text(row, "answer") }));
    },
    add: (conversation, { question, answer }) =>
      commit.run(() => void insert.run(conversation, question, answer)),
    keepKnown: (conversation, known) =>
      commit.run(() => void keepKnown.run(conversation, JSON.stringify(known))),
    trim: (conversation, count) => commit.run(() => void trim.run(conversation, count)),
    async known(conversation) {
      const row = read.get(conversation);
      return row ? parseKnown(text(row, "known")) : {};
    },
    async vault(conversation) {
      const row = read.get(conversation);
      return row ? text(row, "vault") : "";
    },
    keepVault: (conversation, json) => commit.run(() => void keepVault.run(conversation, json)),
    forget: (conversation) => commit.run(() => forgetRows(database, conversation)),
  };
}

// our own column, written by `keepKnown` above
const parseKnown = (json: string): Known => JSON.parse(json);

function forgetRows(database: DatabaseSync, conversation: string): number {
  const removed = database.prepare("DELETE FROM exchanges WHERE conversation = ?").run(conversation);
  database.prepare("DELETE FROM conversations WHERE conversation = ?").run(conversation);
  // ids stay, so that a late redelivery is still recognised; the words go
  database
    .prepare(
      `UPDATE outbox SET text = '', body = '' WHERE state IN ('sent', 'failed') AND message_id IN
       (SELECT id FROM inbox WHERE lane = ? AND state = 'closed')`,
    )
    .run(conversation);
  database
    .prepare(
      `UPDATE inbox SET reply = NULL,
       message = json_remove(json_set(message, '$.text', '', '$.rawText', '', '$.attachments', json('[]')), '$.quote')
       WHERE lane = ? AND state = 'closed'`,
    )
    .run(conversation);
  return Number(removed.changes);
}
