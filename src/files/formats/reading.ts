import type { Block } from "../content.ts";
import { Refused, type Refusal } from "../refuse.ts";
import { refusals } from "../refusals.ts";

const MIB = 1024 * 1024;
/** What one file with all that is in it may unpack to. */
export const MAX_INFLATED_BYTES = 256 * MIB;
// all national laws in force together have about 17 million characters
const MAX_TEXT_CHARS = 24_000_000;

/** What is left of the limits for one file; the files of an archive share one budget. */
export class Budget {
  #inflatedBytes = MAX_INFLATED_BYTES;
  #textChars = MAX_TEXT_CHARS;

  get inflatedBytesLeft(): number {
    return this.#inflatedBytes;
  }

  /** Counts what was unpacked. */
  inflate(contents: ReadonlyMap<string, Uint8Array>): void {
    for (const content of contents.values()) this.#inflatedBytes -= content.length;
  }

  /** Counts text that was read; refuses the file when it is too much. */
  read(blocks: readonly Block[]): void {
    for (const { text } of blocks) this.#textChars -= text.length;
    if (this.#textChars < 0) throw new Refused(refusals.muchText());
  }
}

/** What a reader is given besides the bytes. */
export interface Reading {
  readonly name: string;
  readonly budget: Budget;
  /** Says that work goes on; a reader that is silent for long is stopped. */
  readonly progress: () => void;
}

export interface Read {
  readonly blocks: readonly Block[];
  /** What of the file could not be read, where the rest was. */
  readonly note?: Refusal;
}

/** Reads one format: blocks in reading order, or throws `Refused`. */
export type Reader = (bytes: Uint8Array, reading: Reading) => Promise<Read>;
