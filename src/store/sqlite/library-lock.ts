import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { BotError, messageOf } from "../../core/errors.ts";
import type { ExclusiveOptions } from "../library.ts";

const RETRY_MS = 100; // short enough that nobody notices, long enough to cost nothing
const PATIENCE_MS = 7_200_000; // a million passages are indexed and learnt in less than two hours

type Waiting = Pick<ExclusiveOptions, "onWait" | "signal">;

/**
 * Takes a lock among all processes by holding a write transaction open on a file of its own: the operating
 * system lets go of it when the holder dies, however it dies. Returns the release.
 */
export async function takeLock(path: string, { onWait, signal }: Waiting = {}): Promise<() => void> {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    for (let waitedMs = 0; waitedMs <= PATIENCE_MS; waitedMs += RETRY_MS) {
      if (isTaken(database)) return () => database.close();
      if (waitedMs === 0) onWait?.();
      await pause(RETRY_MS, undefined, { signal });
    }
    throw lockedFor(path);
  } catch (error) {
    database.close();
    throw error;
  }
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
