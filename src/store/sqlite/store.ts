import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../port.ts";
import { auditWriter, sqliteAudit } from "./audit.ts";
import { sqliteCases } from "./cases.ts";
import { GroupCommit } from "./group-commit.ts";
import { sqliteInbox } from "./inbox.ts";
import { sqliteMemory } from "./memory.ts";
import { openDatabase } from "./open.ts";
import { sqliteOutbox } from "./outbox.ts";
import { migrate } from "./schema.ts";

const AUDIT_KEY_BYTES = 32;

/** Opens the embedded store in a data folder, making what is missing. Throws `data.unwritable` or `data.corrupt`. */
export function openSqliteStore(dataDir: string, now: () => number = Date.now): Store {
  const path = join(dataDir, "bangban.db");
  const database = openDatabase(path);
  migrate(database, path);
  const commit = new GroupCommit(database);
  const writeAudit = auditWriter(database, auditKey(dataDir));
  return {
    inbox: sqliteInbox(database, commit, now),
    outbox: sqliteOutbox(database, commit),
    memory: sqliteMemory(database, commit),
    audit: sqliteAudit(database, commit, writeAudit),
    cases: sqliteCases(database, commit, writeAudit),
    async close() {
      commit.drain();
      database.close();
    },
  };
}

/** The key of a data folder's audit chain; made once, readable by this user only. */
export function auditKey(dataDir: string): Uint8Array {
  const path = join(dataDir, "audit.key");
  if (!existsSync(path)) writeFileSync(path, randomBytes(AUDIT_KEY_BYTES), { mode: 0o600, flag: "wx" });
  return readFileSync(path);
}
