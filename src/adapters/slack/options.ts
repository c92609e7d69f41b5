import type { Reply } from "../../core/reply.ts";
import type { FrontSources } from "./front-sources.ts";

/** What a line of a talk tells: which message it belongs to, and the reply if it is one. */
export interface TalkLine {
  readonly id: string;
  readonly reply?: Reply;
}

export interface FileBytes {
  readonly name: string;
  readonly mime: string;
  readonly body: Uint8Array;
}

/** What the adapter needs from the rest of the bot, as functions. */
export interface SlackSources {
  /** What was said in a conversation, so that a thread once served is known again after a restart. */
  readonly history: (conversationKey: string) => Promise<readonly TalkLine[]>;
  /** Null when there is no such file. */
  readonly openFile: (fileId: string) => Promise<FileBytes | null>;
  /** Keeps a file that somebody sent; without it files are named in messages and not fetched. */
  readonly keepFile?: (file: FileBytes) => Promise<{ readonly fileId: string }>;
  /** Questions to begin with, shown in an empty agent pane. */
  readonly suggestions?: () => Promise<readonly string[]>;
}

/** Time as the adapter sees it, so that a test may hold the clock. */
export interface Clock {
  now(): number;
  /** Calls once after `ms`, unless cancelled; never keeps the process alive. */
  after(ms: number, run: () => void): () => void;
}

/** How long things take, in ms; each default has its reason where it is defined. */
export interface Timing {
  /** Least distance of two messages in one channel. */
  readonly messageEveryMs: number;
  /** A doubtful piece that is not found is looked for again after this. */
  readonly lookAgainMs: number;
  /** An answer that is there sooner needs no status line. */
  readonly statusAfterMs: number;
  /** Slack takes the status line away after two minutes. */
  readonly statusAgainMs: number;
  /** A stream is closed and written on by edits from here; Slack kills it at five minutes. */
  readonly streamLifeMs: number;
  /** An answer that is whole sooner after its first word is posted in one piece. */
  readonly streamAfterMs: number;
  /** Least distance of two appends of one stream. */
  readonly appendEveryMs: number;
  /** Least distance of two edits of one message. */
  readonly editEveryMs: number;
  /** A request that could not be taken by then is answered with a no. */
  readonly giveUpMs: number;
  /** How long a lost connection of Socket Mode is left before another one is made. */
  readonly reconnectMs: number;
}

export const TIMING: Timing = {
  // chat.postMessage: about one a second and channel
  messageEveryMs: 1_000,
  // history may lag behind what was just posted
  lookAgainMs: 1_500,
  statusAfterMs: 400,
  statusAgainMs: 90_000,
  streamLifeMs: 240_000,
  // nobody can tell it from at once, and an answer from the sources alone is one call and not two
  streamAfterMs: 300,
  appendEveryMs: 700,
  // chat.update: fifty a minute
  editEveryMs: 3_000,
  // Slack waits three seconds; a yes that comes late still does no harm, a no makes it try again
  giveUpMs: 10_000,
  // as Slack's own client has it: a server that comes back is not stormed
  reconnectMs: 5_000,
};

export interface SlackOptions extends SlackSources, FrontSources {
  /** xoxb-… */
  readonly botToken: string;
  /** xapp-…: Socket Mode. Without it the adapter listens for HTTP and needs a signing secret. */
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly apiUrl?: string | undefined;
  /** Notes when the bot last listened; without it nothing is caught up after a start. */
  readonly aliveFile?: string;
  readonly clock?: Clock;
  readonly timing?: Partial<Timing>;
  /** Hears of what went wrong without anybody waiting for it. */
  readonly onProblem?: (what: string, error: unknown) => void;
}

export const DEFAULT_API_URL = "https://slack.com/api/";
export const DEFAULT_HOST = "127.0.0.1";
export const DEFAULT_PORT = 3000;

/** The system's clock. */
export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A pause by the given clock. */
export const pauseOn =
  ({ after }: Clock) =>
  (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (ms <= 0) resolve();
      else after(ms, resolve);
    });
