/** Shapes of what comes over the line to the page; the scripts name them in their comments. */

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface AgentCard {
  readonly id: string;
  readonly name: Words;
  readonly purpose: Words;
  readonly suggestions: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

export interface PageInfo {
  readonly title: Words;
  readonly agents: readonly AgentCard[];
  readonly model: string;
}

export interface Citation {
  readonly title: string;
  readonly source: string;
  readonly article?: string;
  readonly quote?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly checkedOn?: string;
  readonly region?: string;
}

/** A document on its way, with what the rules say about it. */
export interface Draft {
  readonly id: string;
  readonly version: number;
  readonly text: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: "block" | "warn" | "info";
    readonly article: string;
    readonly where: string;
    readonly message: string;
    readonly fix?: string;
  }[];
}

export interface Reply {
  readonly text: string;
  readonly agent: string;
  readonly mode: "model" | "offline" | "rule";
  readonly model: string;
  readonly citations: readonly Citation[];
  readonly asks: readonly string[];
  readonly actions: readonly { readonly label: string; readonly text: string }[];
  readonly files: readonly { readonly name: string; readonly fileId: string; readonly mime: string }[];
  readonly escalation?: { readonly category: string; readonly contacts: readonly string[] };
  readonly handover?: { readonly to: string; readonly reason: string };
  readonly notices: readonly string[];
  readonly draft?: Draft;
  readonly failure?: string;
}

export interface QuestionEvent {
  readonly id: string;
  readonly text: string;
  readonly atMs: number;
  readonly key?: string;
}

export interface ReplyEvent {
  readonly id: string;
  readonly reply: Reply;
  readonly atMs: number;
}

export type ProgressEvent = { readonly messageId: string } & (
  | { readonly type: "queued"; readonly ahead: number }
  | { readonly type: "working"; readonly words: string }
  | { readonly type: "tool"; readonly name: string }
  | { readonly type: "text"; readonly delta: string; readonly at: number }
  | { readonly type: "done" }
);

/** One question and what came of it. */
export interface Turn {
  /** This page's own id. */
  readonly key: string;
  /** The bot's id, once it has taken the question. */
  id: string | null;
  /** Empty where the bot spoke unasked. */
  readonly text: string;
  readonly atMs: number;
  state: "sending" | "failed" | "open" | "stopped" | "silent";
}

/** What is known of an answer under way. */
export interface Live {
  readonly partial: string;
  readonly status: ProgressEvent | null;
}
