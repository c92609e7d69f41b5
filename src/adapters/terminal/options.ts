import type { Readable, Writable } from "node:stream";
import type { Language } from "../../core/language.ts";
import type { ReplyFile } from "../../core/reply.ts";

export interface TerminalOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Tells this run's lines from those of another; at random unless given. */
  readonly session?: string;
  readonly user?: string;
  /** The talk that goes on; the session's own unless given. */
  readonly conversation?: string;
  /** The language of the adapter's own words. Answers follow the question. */
  readonly language?: Language;
  /** Shown once before the first question, on a screen only. */
  readonly welcome?: string;
  /** Where a file lies; its name alone unless given. */
  readonly fileWords?: (file: ReplyFile) => string;
  /** Dims what stands below an answer; on where the output is a screen. */
  readonly color?: boolean;
  readonly now?: () => number;
}
