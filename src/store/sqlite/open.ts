import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BotError, messageOf } from "../../core/errors.ts";

// another process of ours may hold the write lock for one batch; five seconds is far beyond any batch
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Opens (and makes, with its folder) a database that survives a power cut.
 *
 * `synchronous=FULL` is set on every open: a WAL database that is reopened would otherwise run NORMAL, which
 * survives a killed process but not a lost power supply. Throws `data.unwritable` or `data.corrupt`.
 */
export function openDatabase(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
    return database;
  } catch (error) {
    throw openFailure(path, error);
  }
}

function openFailure(path: string, cause: unknown): BotError {
  const isCorrupt = /malformed|not a database/i.test(messageOf(cause));
  return new BotError(
    isCorrupt ? "data.corrupt" : "data.unwritable",
    `cannot open ${path}: ${messageOf(cause)}`,
    {
      forUser: {
        zh: "系统暂时无法保存消息，请联系管理员。",
        en: "The system cannot store messages right now. Please tell the administrator.",
      },
      file: path,
      remedy: isCorrupt
        ? "restore this file from a backup, or move it away to start with an empty one"
        : "make the folder writable for this user, or choose another one with --data",
      cause,
    },
  );
}
