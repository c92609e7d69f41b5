import type { IncomingMessage } from "../../core/message.ts";
import type { Action } from "../../core/reply.ts";
import { cleanText } from "../clean.ts";

/** One line as it was typed, or the stop key. */
export interface TerminalEvent {
  readonly session: string;
  readonly user: string;
  readonly conversation: string;
  /** Counts within the session: the same number is the same event. */
  readonly number: number;
  readonly line: string;
  readonly atMs: number;
  /** The choices on the screen; a line that is only a number picks one. */
  readonly actions?: readonly Action[];
  /** Set by the stop key: the message it stops. */
  readonly stops?: string;
}

/** A typed line as a message; null when it is blank. */
export function normalize(event: TerminalEvent): IncomingMessage | null {
  const { session, user, conversation, number, atMs, stops } = event;
  const rawText = cleanText(event.line);
  const text = choiceOf(rawText.trim(), event.actions ?? []);
  if (text === "" && stops === undefined) return null;
  return {
    id: `terminal-${session}-${number}`,
    platform: "terminal",
    account: "local",
    kind: stops === undefined ? "text" : "stop",
    surface: "terminal",
    conversation: { key: `terminal:local:${conversation}`, id: conversation, isGroup: false },
    author: { id: user, isBot: false, isSelf: false },
    mentions: { self: true, all: false, ids: [], source: "implicit" },
    text,
    rawText,
    attachments: [],
    ...(stops === undefined ? {} : { targetMessageId: stops }),
    sentAtMs: atMs,
    receivedAtMs: atMs,
  };
}

const choiceOf = (text: string, actions: readonly Action[]): string =>
  /^\d{1,2}$/.test(text) ? (actions[Number(text) - 1]?.text ?? text) : text;
