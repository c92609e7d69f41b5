import type { DatabaseSync } from "node:sqlite";
import { BotError } from "../../core/errors.ts";
import { CASES } from "./case-schema.ts";

/** One entry a version, oldest first; an entry that was released is never changed. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE inbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    delivery_id TEXT,
    lane TEXT NOT NULL,
    platform TEXT NOT NULL,
    received_ms INTEGER NOT NULL,
    message TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'working', 'closed')),
    crashes INTEGER NOT NULL DEFAULT 0,
    reply TEXT,
    answered_ms INTEGER
  );
  CREATE UNIQUE INDEX inbox_delivery ON inbox (platform, delivery_id) WHERE delivery_id IS NOT NULL;
  CREATE INDEX inbox_open ON inbox (seq) WHERE state <> 'closed';
  CREATE INDEX inbox_lane ON inbox (lane, seq);
  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    message_id TEXT NOT NULL,
    text TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'ready' CHECK (state IN ('ready', 'sending', 'sent', 'failed')),
    reason TEXT
  );
  CREATE INDEX outbox_open ON outbox (seq) WHERE state IN ('ready', 'sending');
  CREATE INDEX outbox_message ON outbox (message_id);
  CREATE TABLE exchanges (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL
  );
  CREATE INDEX exchanges_conversation ON exchanges (conversation, seq);
  CREATE TABLE conversations (
    conversation TEXT PRIMARY KEY,
    known TEXT NOT NULL DEFAULT '{}',
    vault TEXT NOT NULL DEFAULT ''
  ) WITHOUT ROWID;
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL
  );
  CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  `,
  CASES,
];

/**
 * Brings a database to the newest schema, each version in its own transaction.
 * Throws `data.corrupt` when a newer program wrote it.
 */
export function migrate(database: DatabaseSync, path: string): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (version > MIGRATIONS.length) throw tooNew(path, version);
  for (const [index, statements] of MIGRATIONS.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${statements} PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
}

function tooNew(path: string, version: number): BotError {
  return new BotError("data.corrupt", `${path} has schema ${version}, newer than this program knows`, {
    forUser: { zh: "数据由更新的版本写入，请升级程序。", en: "The data was written by a newer version." },
    file: path,
    remedy: "start the newer version, or restore the backup that was made before the upgrade",
  });
}
