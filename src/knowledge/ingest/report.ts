import type { Language } from "../../core/language.ts";
import type { Role } from "../../core/principal.ts";
import type { Refusal } from "../../files/refuse.ts";
import type { ReadAs } from "../read/document.ts";

/** What `ingest` may be told. */
export interface IngestOptions {
  /** The name the texts are searched under; `documents` when it is not given. */
  readonly collection?: string;
  /** Who may read it. Not given: as before, and for a new collection everybody but the public. */
  readonly audience?: readonly Role[];
  readonly as?: ReadAs;
  /** The language of the reasons in the report. */
  readonly language?: Language;
  /** Stops the reading after the file at hand: what was read is kept, the next ingest goes on from there. */
  readonly signal?: AbortSignal;
}

/** How far an ingest has come. */
export interface IngestProgress {
  readonly phase: "reading" | "indexing";
  readonly done: number;
  readonly total: number;
  readonly perSecond: number;
  readonly secondsLeft: number;
}

export type OnIngestProgress = (progress: IngestProgress) => void;

export interface Skipped {
  readonly file: string;
  readonly reason: string;
  /** What can be done about it. */
  readonly remedy: string;
}

/** What an ingest did; the counts are of files, `passages` of what they hold now. */
export interface IngestReport {
  readonly documents: number;
  readonly passages: number;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly skipped: readonly Skipped[];
  readonly seconds: number;
}

/** A file that was not read, or not all of it: why, and what to do, in both languages. */
export interface Refused extends Refusal {
  readonly file: string;
}

/** What bringing a collection in line with its files came to, while it goes on. */
export interface SyncCounts {
  documents: number;
  passages: number;
  added: number;
  updated: number;
  removed: number;
  unchanged: number;
  readonly refused: Refused[];
}

const LEAST_SECONDS = 0.001; // against a rate of infinity on the first call

/** Progress with rate and time left, from a clock in milliseconds. */
export function progressFrom(
  onProgress: OnIngestProgress,
  clock: () => number,
): (phase: IngestProgress["phase"], done: number, total: number) => void {
  let phaseNow: IngestProgress["phase"] | null = null;
  let start = clock();
  return (phase, done, total) => {
    if (phase !== phaseNow) start = clock();
    phaseNow = phase;
    const perSecond = done / Math.max(LEAST_SECONDS, (clock() - start) / 1000);
    const secondsLeft = perSecond > 0 ? (total - done) / perSecond : 0;
    onProgress({ phase, done, total, perSecond, secondsLeft });
  };
}
