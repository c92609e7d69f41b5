import type { Refusal } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { usageOf } from "./usage.ts";

const MIB = 1024 * 1024;
const LOOK_EVERY_MS = 50;
const MAX_RSS_BYTES = 900 * MIB;
// processor time without a sign of life: a page or a stretch of a table takes far less
const SILENT_MS = 700;
const SILENT_MS_PER_MIB = 1_000;
// a slow machine shows by what the start of the process takes
const SILENT_STARTS = 2.5;
const START_MS = 15_000;
// processor time in all: so slow is no document of that size
const TOTAL_MS = 12_000;
const TOTAL_MS_PER_MIB = 6_000;
// a busy machine stretches the clock; waiting for nothing does too
const CLOCK_STRETCH = 6;

/** Looks after a process that reads a file, and says when it takes too long or too much memory. */
export class Watch {
  readonly #pid: number;
  readonly #timer: NodeJS.Timeout;
  #mib: number;
  readonly #totalMs: number;
  readonly #startMs = performance.now();
  readonly #cpuAtStart: number;
  #signMs = performance.now();
  #cpuAtSign: number;
  #silentMs: number;

  /** `startMs` is what the start of the process took, once that is known. */
  constructor(pid: number, fileBytes: number, startMs: number | null, onLimit: (why: Refusal) => void) {
    this.#pid = pid;
    this.#mib = fileBytes / MIB;
    this.#totalMs = TOTAL_MS + TOTAL_MS_PER_MIB * this.#mib;
    this.#cpuAtStart = usageOf(pid)?.cpuMs ?? 0;
    this.#cpuAtSign = this.#cpuAtStart;
    this.#silentMs = startMs === null ? START_MS : silenceAfter(startMs);
    this.#timer = setInterval(() => {
      const why = this.#look();
      if (why !== null) onLimit(why);
    }, LOOK_EVERY_MS);
  }

  /** The process has given a sign of life. */
  progress(): void {
    this.#signMs = performance.now();
    this.#cpuAtSign = usageOf(this.#pid)?.cpuMs ?? 0;
  }

  /** The process begins with a file of this size: the whole, or one in an archive. Gives what it has used so far. */
  begin(bytes: number): number {
    this.#mib = bytes / MIB;
    this.#silentMs = Math.min(this.#silentMs, silenceAfter(this.#cpuAtSign));
    return this.#cpuAtSign;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): Refusal | null {
    const usage = usageOf(this.#pid);
    const now = performance.now();
    const silentMs = this.#silentMs + SILENT_MS_PER_MIB * this.#mib;
    if (usage !== null && usage.rssBytes > MAX_RSS_BYTES) return refusals.tookTooMuchMemory();
    const isSlow =
      usage === null
        ? now - this.#signMs > silentMs || now - this.#startMs > this.#totalMs
        : usage.cpuMs - this.#cpuAtSign > silentMs || usage.cpuMs - this.#cpuAtStart > this.#totalMs;
    const isStuck =
      now - this.#signMs > silentMs * CLOCK_STRETCH || now - this.#startMs > this.#totalMs * CLOCK_STRETCH;
    return isSlow || isStuck ? refusals.tookTooLong() : null;
  }
}

const silenceAfter = (startMs: number): number => Math.max(SILENT_MS, startMs * SILENT_STARTS);
