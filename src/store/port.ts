import type { Admission, Piece } from "../core/adapter.ts";
import type { IncomingMessage } from "../core/message.ts";
import type { Reply } from "../core/reply.ts";
import type { Exchange, Known } from "../core/turn.ts";
import type { CaseStore } from "./cases.ts";

/** A message that was stored and has no reply on its way yet. */
export interface Waiting {
  readonly id: string;
  readonly lane: string;
  readonly platform: string;
  /** How often a process died while it was being worked on. */
  readonly crashes: number;
}

/** A piece of a reply that has not arrived yet, as far as we know. */
export interface Unsent extends Piece {
  readonly key: string;
  readonly messageId: string;
  /** True when an earlier attempt may have arrived. */
  readonly isDoubtful: boolean;
}

/** One line of a talk as a person sees it again after a reload. */
export interface TalkEntry {
  readonly id: string;
  readonly atMs: number;
  readonly kind: "question" | "reply";
  readonly text: string;
  readonly reply?: Reply;
}

/** What came in. A write has reached the disk when its promise resolves. */
export interface Inbox {
  /** Stores a message once: by its id and, where there is one, by its delivery id. */
  accept(message: IncomingMessage): Promise<Admission>;
  read(id: string): Promise<IncomingMessage | null>;
  /** Marks the start of work; used to tell a message that kills the process from one that only waited. */
  begin(id: string): void;
  /** Stores reply and pieces together and closes the message; null means it was rightly left unanswered. */
  close(id: string, reply: Reply | null, pieces: readonly Piece[]): Promise<readonly Unsent[]>;
  /** All that a former process left unanswered, oldest first; counts its crashes. */
  recover(): Promise<readonly Waiting[]>;
  talk(lane: string, limit: number): Promise<readonly TalkEntry[]>;
  countOpen(): Promise<number>;
}

/** What goes out, piece by piece. */
export interface Outbox {
  /** Notes that a send is about to be tried: after a crash it is doubtful. */
  attempt(key: string): Promise<void>;
  sent(key: string): Promise<void>;
  /** Gives a piece up after all attempts; it stays stored and is counted. */
  failed(key: string, reason: string): Promise<void>;
  /** Pieces of answered messages that never arrived, oldest first. */
  unsent(): Promise<readonly Unsent[]>;
}

/** What a conversation remembers. Text in it is masked. */
export interface Memory {
  exchanges(conversation: string): Promise<readonly Exchange[]>;
  add(conversation: string, exchange: Exchange): Promise<void>;
  /** Drops the oldest `count` exchanges. */
  trim(conversation: string, count: number): Promise<void>;
  known(conversation: string): Promise<Known>;
  keepKnown(conversation: string, known: Known): Promise<void>;
  /** The vault of personal data as JSON text; empty when there is none. */
  vault(conversation: string): Promise<string>;
  keepVault(conversation: string, json: string): Promise<void>;
  /** Removes all of it, and the words of the conversation's closed messages with it; returns the exchanges removed. */
  forget(conversation: string): Promise<number>;
}

/** One line of the chained record. */
export interface AuditRow {
  readonly seq: number;
  readonly atMs: number;
  readonly kind: string;
  /** Canonical JSON: ids, hashes and counts only. */
  readonly body: string;
  readonly hash: string;
}

/** Append-only; the engine refuses to change or delete a line. */
export interface AuditLog {
  append(kind: string, body: string, atMs: number): Promise<AuditRow>;
  rows(afterSeq: number, limit: number): Promise<readonly AuditRow[]>;
}

/** Everything the bot keeps, behind one door, so that another engine can take its place. */
export interface Store {
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly memory: Memory;
  readonly audit: AuditLog;
  readonly cases: CaseStore;
  close(): Promise<void>;
}
