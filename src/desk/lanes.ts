type Work = () => Promise<void>;

/**
 * Lanes with a common bound: within a lane one piece of work after the other, many lanes side by side.
 *
 * At most `concurrency` run at once; a free place goes to the lane that has waited longest, so that a busy
 * conversation never starves the others. Nothing runs before `open`. Work must not throw.
 */
export class Lanes {
  readonly #concurrency: number;
  readonly #queues = new Map<string, Work[]>();
  // lanes with waiting work and none running, longest waiting first: a Set keeps its order of insertion
  readonly #ready = new Set<string>();
  readonly #active = new Set<string>();
  #size = 0;
  #isOpen = false;
  #whenIdle: (() => void)[] = [];

  constructor(concurrency: number) {
    this.#concurrency = concurrency;
  }

  /** Puts work at the end of a lane; returns how many stand before it there, the running one included. */
  add(lane: string, work: Work): number {
    const before = this.ahead(lane);
    const queue = this.#queues.get(lane);
    if (queue) queue.push(work);
    else this.#queues.set(lane, [work]);
    this.#size += 1;
    if (!this.#active.has(lane)) this.#ready.add(lane);
    this.#fill();
    return before;
  }

  /** How many stand in a lane, the running one included. */
  ahead(lane: string): number {
    return (this.#queues.get(lane)?.length ?? 0) + (this.#active.has(lane) ? 1 : 0);
  }

  /** How many stand in all lanes, the running ones included. */
  get size(): number {
    return this.#size;
  }

  get running(): number {
    return this.#active.size;
  }

  open(): void {
    this.#isOpen = true;
    this.#fill();
  }

  /** Starts nothing more; what runs goes on. */
  close(): void {
    this.#isOpen = false;
  }

  /** Resolves when nothing runs. */
  idle(): Promise<void> {
    return this.#active.size === 0
      ? Promise.resolve()
      : new Promise((resolve) => this.#whenIdle.push(resolve));
  }

  #fill(): void {
    for (const lane of this.#ready) {
      if (!this.#isOpen || this.#active.size >= this.#concurrency) return;
      this.#ready.delete(lane);
      const work = this.#queues.get(lane)?.shift();
      if (!work) continue;
      this.#active.add(lane);
      void work().finally(() => this.#finish(lane));
    }
  }

  #finish(lane: string): void {
    this.#active.delete(lane);
    this.#size -= 1;
    if ((this.#queues.get(lane)?.length ?? 0) > 0) this.#ready.add(lane);
    else this.#queues.delete(lane);
    this.#fill();
    if (this.#active.size > 0) return;
    for (const tell of this.#whenIdle.splice(0)) tell();
  }
}
