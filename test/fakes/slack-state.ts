import { randomUUID } from "node:crypto";

export type Json = Readonly<Record<string, unknown>>;

/** A message as the workspace keeps it. */
export interface Kept {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs?: string | undefined;
  readonly user: string;
  readonly botId?: string | undefined;
  text: string;
  /** What a reader sees: markdown, blocks and context lines, in order. */
  shown: string;
  blocks: readonly Json[];
  metadata: Json | undefined;
  files: readonly { readonly id: string; readonly name: string }[];
  /** When a stream was begun; undefined once it has ended, and for every other message. */
  streamSinceMs: number | undefined;
  readonly keptMs: number;
}

export interface Ephemeral {
  readonly channel: string;
  readonly user: string;
  readonly shown: string;
  readonly blocks: readonly Json[];
  readonly via: "postEphemeral" | "response_url";
}

export interface User {
  readonly id: string;
  readonly teamId: string;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  /** What Slack is set to: zh-CN, en-US. */
  readonly locale?: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  bytes: Uint8Array;
}

interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  readonly madeMs: number;
  uses: number;
}

/** Everything a workspace holds; plain data that tests may look at. */
export interface Workspace {
  readonly teamId: string;
  readonly botUser: string;
  readonly botId: string;
  readonly messages: Kept[];
  readonly ephemerals: Ephemeral[];
  readonly users: Map<string, User>;
  /** Channels the bot is a member of; a direct one begins with D. */
  readonly channels: Set<string>;
  readonly files: Map<string, StoredFile>;
  readonly statuses: { readonly channel: string; readonly thread: string; readonly status: string }[];
  readonly reactions: { readonly channel: string; readonly ts: string; readonly name: string }[];
  readonly prompts: Json[];
  readonly views: Json[];
  readonly triggers: Map<string, { readonly madeMs: number; isUsed: boolean }>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly userGroups: Map<string, readonly string[]>;
  now(): number;
  advance(ms: number): void;
  /** A timestamp that nobody else has. */
  ts(): string;
  keep(message: Omit<Kept, "ts" | "keptMs"> & { readonly ts?: string }): Kept;
  find(channel: string, ts: string): Kept | undefined;
  onChange(listener: () => void): () => void;
  changed(): void;
}

/** An empty workspace with one bot in it. */
export function createWorkspace(): Workspace {
  let offset = 0;
  let lastMicros = 0;
  const listeners = new Set<() => void>();
  const now = (): number => Date.now() + offset;
  const messages: Kept[] = [];
  const byTs = new Map<string, Kept>();
  const workspace: Workspace = {
    teamId: "T0WORK",
    botUser: "U0BOT",
    botId: "B0BOT",
    messages,
    ephemerals: [],
    users: new Map(),
    channels: new Set(),
    files: new Map(),
    statuses: [],
    reactions: [],
    prompts: [],
    views: [],
    triggers: new Map(),
    responseUrls: new Map(),
    userGroups: new Map(),
    now,
    advance: (ms) => {
      offset += ms;
    },
    ts() {
      lastMicros = Math.max(lastMicros + 1, now() * 1_000);
      const micros = String(Math.floor(lastMicros));
      return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
    },
    keep(message) {
      const kept: Kept = { ...message, ts: message.ts ?? workspace.ts(), keptMs: now() };
      messages.push(kept);
      byTs.set(`${kept.channel}:${kept.ts}`, kept);
      workspace.changed();
      return kept;
    },
    find: (channel, ts) => byTs.get(`${channel}:${ts}`),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed() {
      for (const listener of listeners) listener();
    },
  };
  return workspace;
}

/** A trigger id as an interaction carries it: good once, for three seconds. */
export function newTrigger(workspace: Workspace): string {
  const id = `${randomUUID()}.trigger`;
  workspace.triggers.set(id, { madeMs: workspace.now(), isUsed: false });
  return id;
}
