import type { Part } from "./content.ts";
import { readParts } from "./formats/read.ts";
import { Child } from "./parser/child.ts";
import { refusals } from "./refusals.ts";
import { Refused } from "./refuse.ts";
import { isPackage, plainKind } from "./sniff.ts";

const MIB = 1024 * 1024;
/** The largest file that is opened. */
export const MAX_FILE_BYTES = 256 * MIB;
const SMALL_TABLE_BYTES = MIB; // read where we are: a process would cost more
const CHILDREN = 2; // each may take most of a gigabyte at its worst
const FILES_PER_CHILD = 500; // libraries leak a little
const RESTARTS_PER_ARCHIVE = 5; // an archive of nothing but hostile files is given up

/** Reads files that nobody has checked; opening one costs nothing until the first file needs a process. */
export interface FileReader {
  /** What came of a file: one part, or one for each file of an archive. Never throws for what is in the file. */
  read(name: string, bytes: Uint8Array): Promise<readonly Part[]>;
  /** Ends the processes. A reading that goes on becomes a refusal. */
  close(): void;
}

/** Opens a reader; `children` is how many files may be read at once. */
export function openFileReader({ children = CHILDREN }: { readonly children?: number } = {}): FileReader {
  const pool = new Pool(children);
  return {
    read: async (name, bytes) => {
      if (bytes.length > MAX_FILE_BYTES) return [{ name, refusal: refusals.largeFile(MAX_FILE_BYTES / MIB) }];
      return (await isPlain(name, bytes)) ? readHere(name, bytes) : pool.read(name, bytes);
    },
    close: () => pool.close(),
  };
}

/** Text is only decoded, and what is refused at sight needs no reader: both are done without a process. */
async function isPlain(name: string, bytes: Uint8Array): Promise<boolean> {
  if (isPackage(bytes)) return false;
  try {
    const kind = plainKind(bytes, name);
    return kind === "text" || kind === "lines" || (kind === "csv" && bytes.length <= SMALL_TABLE_BYTES);
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}

async function readHere(name: string, bytes: Uint8Array): Promise<readonly Part[]> {
  const parts: Part[] = [];
  await readParts(bytes, name, { begin: () => {}, progress: () => {}, part: (part) => parts.push(part) });
  return parts;
}

/** Processes that read, each one file at a time; a dead one is replaced when it is needed. */
class Pool {
  readonly #size: number;
  readonly #idle: Child[] = [];
  readonly #all = new Set<Child>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;
  #isClosed = false;

  constructor(size: number) {
    this.#size = size;
  }

  async read(name: string, bytes: Uint8Array): Promise<readonly Part[]> {
    await this.#turn();
    try {
      return await this.#readOn(name, bytes);
    } finally {
      const next = this.#waiting.shift();
      // the place goes straight to who has waited longest
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const child of this.#all) child.kill();
    this.#all.clear();
  }

  async #turn(): Promise<void> {
    if (this.#busy >= this.#size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
  }

  /** Goes on with the rest of an archive after a file in it has broken the process. */
  async #readOn(name: string, bytes: Uint8Array): Promise<readonly Part[]> {
    const parts: Part[] = [];
    for (let starts = 0; starts <= RESTARTS_PER_ARCHIVE; starts += 1) {
      const child = this.#take();
      const { parts: read, stopped } = await child.run({ name, done: parts.map((part) => part.name) }, bytes);
      parts.push(...read);
      this.#giveBack(child);
      if (stopped === undefined) return parts;
      if (!parts.some((part) => part.name === stopped.at))
        parts.push({ name: stopped.at, refusal: stopped.why });
      if (stopped.at === name || this.#isClosed) return parts;
    }
    return [...parts, { name, refusal: refusals.crashed() }];
  }

  #take(): Child {
    const idle = this.#idle.pop();
    if (idle?.isAlive === true) return idle;
    const child = new Child();
    this.#all.add(child);
    return child;
  }

  #giveBack(child: Child): void {
    if (child.isAlive && child.served < FILES_PER_CHILD && !this.#isClosed) this.#idle.push(child);
    else {
      child.kill();
      this.#all.delete(child);
    }
  }
}
