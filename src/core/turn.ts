import type { Language } from "./language.ts";
import type { IncomingMessage } from "./message.ts";
import type { Principal } from "./principal.ts";
import type { Reply } from "./reply.ts";

/** What can be shown before the reply is whole. Adapters that cannot show it ignore it. */
export type Progress =
  | { readonly type: "queued"; readonly ahead: number }
  | { readonly type: "working"; readonly words: string }
  | { readonly type: "tool"; readonly name: string }
  | { readonly type: "text"; readonly delta: string }
  /** The turn is over: its reply has gone out, or it was rightly left without one. */
  | { readonly type: "done" };

export type OnProgress = (event: Progress) => void;

/** One question and its answer, as memory keeps them. */
export interface Exchange {
  readonly question: string;
  readonly answer: string;
}

/** Facts a person told the bot that hold for the rest of the conversation. */
export interface Known {
  /** The city or district answers are wanted for. */
  readonly region?: string;
  /** What the numbered choices below the last reply say, so that "2" can be answered. */
  readonly offered?: readonly string[];
}

/** One message on its way. A step hands a changed copy to the next one; it never edits the one it was given. */
export interface Turn {
  readonly message: IncomingMessage;
  /** The words to act on: the message's, then masked by the mask step, then without the command's name. */
  readonly text: string;
  readonly language: Language;
  /** The day that rules and answers take as today, YYYY-MM-DD in China's time. */
  readonly today: string;
  readonly principal: Principal;
  /** The pack chosen by the route step; empty before it. */
  readonly agent: string;
  readonly history: readonly Exchange[];
  readonly known: Known;
  readonly signal: AbortSignal;
  readonly progress: OnProgress;
}

export type Next = (turn: Turn) => Promise<Reply | null>;

/** One idea on the way of a message. Null means: stay silent. */
export type Step = (turn: Turn, next: Next) => Promise<Reply | null>;

/** What the desk calls for each message: the whole pipeline. */
export type Handle = (
  message: IncomingMessage,
  way: {
    readonly signal: AbortSignal;
    readonly progress: OnProgress;
    /** The pack to ask, where the person has chosen one. */
    readonly agent?: string;
  },
) => Promise<Reply | null>;
