/** Where a sentence of the answer comes from. */
export interface Citation {
  readonly title: string;
  /** The document, law or table that was read. */
  readonly source: string;
  readonly article?: string;
  readonly quote?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly checkedOn?: string;
  readonly region?: string;
}

/** A button, or a numbered line where the platform has no buttons: pressing it says `text`. */
export interface Action {
  readonly label: string;
  readonly text: string;
}

export interface ReplyFile {
  readonly name: string;
  /** The id under which the data folder keeps it. */
  readonly fileId: string;
  readonly mime: string;
}

/** Emergency words were found; who must be called now. */
export interface Escalation {
  readonly category: string;
  readonly contacts: readonly string[];
}

/** A document on its way, as scripts and pages show it beside the words. */
export interface DraftView {
  /** Case and document: `2026-0147/d1`. */
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly version: number;
  readonly facts: readonly {
    readonly name: string;
    readonly label: string;
    readonly value: string;
    readonly source: string;
  }[];
  /** Names of required fields without a value. */
  readonly missing: readonly string[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: "block" | "warn" | "info";
    readonly article: string;
    readonly where: string;
    readonly message: string;
    readonly fix?: string;
  }[];
  readonly text: string;
}

/** A person or a window that can do what the bot cannot. */
export interface Handover {
  readonly to: string;
  readonly reason: string;
}

export interface ToolUse {
  readonly name: string;
  readonly ms: number;
  readonly ok: boolean;
}

export interface Usage {
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
}

/** The whole answer to one message: a value that climbs back through the steps and is stored before it is sent. */
export interface Reply {
  /** CommonMark; adapters render it. */
  readonly text: string;
  /** The pack that answered; empty when a step answered by itself. */
  readonly agent: string;
  readonly mode: "model" | "offline" | "rule";
  /** The name of the model, empty without one. */
  readonly model: string;
  readonly citations: readonly Citation[];
  /** What the bot needs to know from the person before it can say more. */
  readonly asks: readonly string[];
  readonly actions: readonly Action[];
  readonly files: readonly ReplyFile[];
  readonly draft?: DraftView;
  readonly escalation?: Escalation;
  readonly handover?: Handover;
  /** How many pieces of personal data were hidden from the model. */
  readonly masked: number;
  readonly tools: readonly ToolUse[];
  readonly usage: Usage;
  readonly ms: { readonly total: number; readonly retrieval: number; readonly model: number };
  /** Lines that code adds below the text: the AI label, the mode, what was masked. */
  readonly notices: readonly string[];
  /**
   * For the eyes of the person who asked: in a group it goes to them alone, and the room is told that it did.
   * Whoever sets it must not have streamed any of it.
   */
  readonly isPrivate?: boolean;
  /** Why this is not a full answer, as an error code; absent when it is one. */
  readonly failure?: string;
}

const NO_USAGE: Usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 };

/**
 * A reply that says just this, by rule.
 *
 * @example say("好的，已忘记。")
 */
export function say(text: string, more: Partial<Reply> = {}): Reply {
  return {
    text,
    agent: "",
    mode: "rule",
    model: "",
    citations: [],
    asks: [],
    actions: [],
    files: [],
    masked: 0,
    tools: [],
    usage: NO_USAGE,
    ms: { total: 0, retrieval: 0, model: 0 },
    notices: [],
    ...more,
  };
}
