import type { DatabaseSync } from "node:sqlite";

// a batch this long keeps the event loop for about 10 ms; the next batch follows on the next turn of the loop
const MAX_BATCH = 1_000;

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Writes of one turn of the event loop share one transaction, so that one flush of the disk serves them all.
 *
 * A promise resolves only after its transaction is on disk. A write that throws fails alone; a failed commit
 * (disk full, say) fails the whole batch.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  #jobs: Job[] = [];
  #scheduled: NodeJS.Immediate | null = null;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs `work` in the next shared transaction and resolves with its value once that is on disk. */
  run<Value>(work: () => Value): Promise<Value> {
    const done = new Promise<unknown>((resolve, reject) => this.#jobs.push({ work, resolve, reject }));
    this.#scheduled ??= setImmediate(() => this.flush());
    return done.then((value) => value as Value);
  }

  /** Commits what waits, now; used before closing. */
  flush(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = null;
    const batch = this.#jobs.splice(0, MAX_BATCH);
    if (this.#jobs.length > 0) this.#scheduled = setImmediate(() => this.flush());
    if (batch.length > 0) this.#commit(batch);
  }

  /** Commits everything that waits, in as many batches as it takes. */
  drain(): void {
    while (this.#jobs.length > 0) this.flush();
  }

  #commit(batch: readonly Job[]): void {
    const settle: (() => void)[] = [];
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      for (const job of batch) settle.push(this.#attempt(job));
      this.#database.exec("COMMIT");
    } catch (error) {
      if (this.#database.isOpen && this.#database.isTransaction) this.#database.exec("ROLLBACK");
      for (const job of batch) job.reject(error);
      return;
    }
    for (const tell of settle) tell();
  }

  /** One write behind its own savepoint; tells how to settle its promise after the commit. */
  #attempt(job: Job): () => void {
    this.#database.exec("SAVEPOINT job");
    try {
      const value = job.work();
      this.#database.exec("RELEASE job");
      return () => job.resolve(value);
    } catch (error) {
      // some failures (disk full) end the whole transaction: then there is no savepoint to go back to
      if (!this.#database.isTransaction) throw error;
      this.#database.exec("ROLLBACK TO job; RELEASE job");
      return () => job.reject(error);
    }
  }
}
