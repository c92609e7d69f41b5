import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { BotError, messageOf } from "../../core/errors.ts";

const RETRY_MS = 100; // short enough that nobody notices, long enough to cost nothing
const PATIENCE_MS = 600_000; // a large law collection is read and trained well within ten minutes

/**
 * Takes a lock among all processes by holding a write transaction open on a file of its own: the operating
 * system lets go of it when the holder dies, however it dies. Returns the release.
 */
export async function takeLock(path: string, onWait?: () => void): Promise<() => void> {
  const database = new DatabaseSync(path, { timeout: 0 });
  let hasWaited = false;
  for (let waitedMs = 0; waitedMs <= PATIENCE_MS; waitedMs += RETRY_MS) {
    if (isTaken(database)) return () => database.close();
    if (!hasWaited) onWait?.();
    hasWaited = true;
    await pause(RETRY_MS);
  }
  database.close();
  throw lockedFor(path);
}

function isTaken(database: DatabaseSync): boolean {
  try {
    database.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (/locked|busy/i.test(messageOf(error))) return false;
    throw error;
  }
}

const lockedFor = (path: string): BotError =>
  new BotError(
    "data.locked",
    `another process has been writing the knowledge base for ${PATIENCE_MS / 60_000} min`,
    {
      forUser: {
        zh: "知识库正在更新，请稍后再试。",
        en: "The knowledge base is being updated. Please try again later.",
      },
      file: path,
      remedy: "wait for the other ingest to finish, or stop that process",
    },
  );
