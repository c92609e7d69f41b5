import type { Readable } from "node:stream";
import type { Words } from "../../core/language.ts";
import type { Reply } from "../../core/reply.ts";

/** One line of a talk as the store keeps it. */
export interface TalkEntry {
  /** Of a question: the message's id. Of a reply: the id of the message it answers, or one that begins with it. */
  readonly id: string;
  readonly atMs: number;
  readonly kind: "question" | "reply";
  readonly text: string;
  readonly reply?: Reply;
}

/** An agent as the page presents it. */
export interface AgentCard {
  readonly id: string;
  readonly name: Words;
  /** What it is for, in one sentence. */
  readonly purpose: Words;
  /** Questions to begin with; the page shows three. */
  readonly suggestions: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

/** What the page says before anybody has asked. */
export interface PageInfo {
  readonly title: Words;
  readonly agents: readonly AgentCard[];
  /** The model's name; empty when answers come from the sources alone. */
  readonly model: string;
}

export interface OpenFile {
  readonly name: string;
  readonly mime: string;
  readonly body: Readable | Uint8Array;
}

/** Calls `run` every `everyMs` until the returned function is called. */
export type Every = (everyMs: number, run: () => void) => () => void;

/** What the page needs from the rest of the bot, as functions. */
export interface WebSources {
  /** The whole talk, oldest first. */
  readonly history: (conversationKey: string) => Promise<readonly TalkEntry[]>;
  readonly info: () => Promise<PageInfo>;
  /** Null when there is no such file. */
  readonly openFile: (fileId: string) => Promise<OpenFile | null>;
  /** Answered with 503 when not ok. */
  readonly health: () => Promise<{ readonly ok: boolean }>;
  /** In the text format of Prometheus. */
  readonly metrics: () => Promise<string>;
}

export interface WebOptions extends WebSources {
  /** Default: this machine only. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** Host names people use to reach the page, besides localhost and plain addresses. */
  readonly hosts?: readonly string[];
  readonly account?: string;
  readonly now?: () => number;
  readonly every?: Every;
  /** Hears of every failure that nobody foresaw; the person has read a plain sentence by then. */
  readonly onError?: (error: unknown) => void;
}

export const DEFAULT_HOST = "127.0.0.1";
export const DEFAULT_PORT = 8080;
export const DEFAULT_ACCOUNT = "page";

/** A system timer that never keeps the process alive. */
export const everyByTimer: Every = (everyMs, run) => {
  const timer = setInterval(run, everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
