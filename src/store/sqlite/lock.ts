import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BotError, messageOf } from "../../core/errors.ts";

/** Keeps a data folder for this process; the operating system lets go of it whatever kills the process. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process alone. Throws `data.locked` when another one serves it already, and
 * `data.unwritable` when the folder cannot be written.
 */
export function lockFolder(dataDir: string): FolderLock {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    database = new DatabaseSync(join(dataDir, "lock.db"), { timeout: 0 });
    // an exclusive transaction that never ends: a lock the system itself lets go of after kill -9
    database.exec("PRAGMA journal_mode=DELETE; PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE;");
  } catch (error) {
    database?.close();
    throw /locked|busy/i.test(messageOf(error)) ? taken(dataDir, error) : unwritable(dataDir, error);
  }
  const held = database;
  return { release: () => held.close() };
}

function taken(dataDir: string, cause: unknown): BotError {
  return new BotError("data.locked", `another process serves the data folder ${dataDir}`, {
    forUser: {
      zh: `数据目录 ${dataDir} 正由另一个进程使用。`,
      en: `The data folder ${dataDir} is in use by another process.`,
    },
    file: dataDir,
    remedy: "stop the other process, or choose another folder with --data",
    cause,
  });
}

function unwritable(dataDir: string, cause: unknown): BotError {
  return new BotError("data.unwritable", `cannot write to the data folder ${dataDir}: ${messageOf(cause)}`, {
    forUser: { zh: `数据目录 ${dataDir} 不可写。`, en: `The data folder ${dataDir} cannot be written.` },
    file: dataDir,
    remedy: "make the folder writable for this user, or choose another one with --data",
    cause,
  });
}
