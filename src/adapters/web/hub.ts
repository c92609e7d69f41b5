import type { Progress } from "../../core/turn.ts";

/** One server-sent event; only what may be taken up again after a break has an id. */
export interface TalkEvent {
  readonly name: "talk" | "question" | "reply" | "progress" | "ready" | "error";
  readonly data: unknown;
  readonly id?: string;
}

export type Listener = (event: TalkEvent) => void;

/** What is going on in every conversation right now; what was said is in the store. */
export interface Hub {
  /** Hears everything in one conversation until the returned function is called. */
  listen(conversation: string, listener: Listener): () => void;
  tell(conversation: string, event: TalkEvent): void;
  progress(conversation: string, messageId: string, event: Progress): void;
  /** Shows a reply; false when this key was shown before. */
  reply(conversation: string, messageId: string, key: string, reply: unknown, atMs: number): boolean;
  /** The state of the turns under way, for somebody who comes later. */
  underWay(conversation: string): readonly TalkEvent[];
  running(conversation: string): readonly string[];
  readonly listeners: number;
}

interface Live {
  readonly text: string;
  readonly last?: Progress;
}

// a key comes back only right after a crash or a broken send; older ones need not be remembered
const KEYS_KEPT = 20_000;

/** A hub in memory. */
export function createHub(): Hub {
  const listeners = new Map<string, Set<Listener>>();
  const live = new Map<string, Map<string, Live>>();
  const shown = new Set<string>();
  let count = 0;

  const tell = (conversation: string, event: TalkEvent): void => {
    for (const listener of listeners.get(conversation) ?? []) listener(event);
  };

  const settle = (conversation: string, messageId: string): void => {
    const turns = live.get(conversation);
    turns?.delete(messageId);
    if (turns?.size === 0) live.delete(conversation);
  };

  return {
    listen(conversation, listener) {
      const here = listeners.get(conversation) ?? new Set<Listener>();
      listeners.set(conversation, here.add(listener));
      count += 1;
      return () => {
        if (!here.delete(listener)) return;
        count -= 1;
        if (here.size === 0 && listeners.get(conversation) === here) listeners.delete(conversation);
      };
    },
    tell,
    progress(conversation, messageId, event) {
      const turns = live.get(conversation) ?? new Map<string, Live>();
      const before = turns.get(messageId) ?? { text: "" };
      if (event.type === "done") settle(conversation, messageId);
      else {
        live.set(conversation, turns.set(messageId, after(before, event)));
      }
      tell(conversation, { name: "progress", data: { messageId, ...placed(before, event) } });
    },
    reply(conversation, messageId, key, reply, atMs) {
      if (shown.has(key)) return false;
      shown.add(key);
      for (const old of shown) {
        if (shown.size <= KEYS_KEPT) break;
        shown.delete(old);
      }
      settle(conversation, messageId);
      tell(conversation, replyEvent(messageId, reply, atMs));
      return true;
    },
    underWay(conversation) {
      return [...(live.get(conversation) ?? [])].flatMap(([messageId, { text, last }]) => [
        ...(last ? [{ name: "progress" as const, data: { messageId, ...last } }] : []),
        ...(text
          ? [{ name: "progress" as const, data: { messageId, type: "text", at: 0, delta: text } }]
          : []),
      ]);
    },
    running: (conversation) => [...(live.get(conversation)?.keys() ?? [])],
    get listeners() {
      return count;
    },
  };
}

/** A question as an event; `key` lets the page that sent it know its own. */
export const questionEvent = (messageId: string, text: string, atMs: number, key?: string): TalkEvent => ({
  name: "question",
  id: `q-${messageId}`,
  data: { id: messageId, text, atMs, ...(key === undefined ? {} : { key }) },
});

/** A reply as an event; the same reply has the same id live and from the store. */
export const replyEvent = (messageId: string, reply: unknown, atMs: number): TalkEvent => ({
  name: "reply",
  id: `r-${messageId}`,
  data: { id: messageId, reply, atMs },
});

const after = (before: Live, event: Progress): Live =>
  event.type === "text" ? { ...before, text: before.text + event.delta } : { ...before, last: event };

/** Text says where it belongs, so that hearing it twice does no harm. */
const placed = (before: Live, event: Progress): object =>
  event.type === "text" ? { ...event, at: before.text.length } : event;
