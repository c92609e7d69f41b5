import { messageOfEntry } from "./ids.ts";
import { questionEvent, replyEvent, type Hub, type TalkEvent } from "./hub.ts";
import type { Every, TalkEntry } from "./options.ts";
import { pageReply } from "./render.ts";
import { refusalBody, refusalFor } from "./refusal.ts";
import type { Language } from "../../core/language.ts";

/** Proxies cut a silent connection after 30 to 60 s. */
export const KEEP_ALIVE_MS = 15_000;
// how soon a browser tries again after a break
const RETRY_MS = 2_000;
// a reader this far behind is let go; it comes back and takes up where it was
const MAX_BACKLOG_BYTES = 8_000_000;

export interface StreamOptions {
  readonly hub: Hub;
  readonly conversation: string;
  readonly history: () => Promise<readonly TalkEntry[]>;
  readonly lastEventId: string | undefined;
  readonly language: Language;
  readonly every: Every;
  /** Hands out the function that ends this stream from our side. */
  readonly onOpen: (end: () => void) => void;
  readonly onClose: (end: () => void) => void;
}

/**
 * One conversation as server-sent events: `talk` (is what follows the whole of it?), every `question` and
 * `reply` not seen yet, `ready`, and from then on whatever happens.
 */
export function eventStream(options: StreamOptions): ReadableStream<Uint8Array> {
  const { hub, conversation, every, onOpen, onClose } = options;
  const encoder = new TextEncoder();
  let end = (): void => undefined;
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    let waiting: TalkEvent[] | null = [];
    let isOpen = true;
    const write = (text: string): void => {
      if (isOpen) controller.enqueue(encoder.encode(text));
    };
    const unlisten = hub.listen(conversation, (event) => {
      if (waiting) waiting.push(event);
      else if ((controller.desiredSize ?? 0) < 0) end();
      else write(encode(event));
    });
    const hush = every(KEEP_ALIVE_MS, () => write(": here\n\n"));
    end = () => {
      if (!isOpen) return;
      isOpen = false;
      unlisten();
      hush();
      onClose(end);
      controller.close();
    };
    onOpen(end);
    write(`retry: ${RETRY_MS}\n\n`);
    void begin(options, () => waiting ?? []).then(({ events, isComplete }) => {
      for (const event of events) write(encode(event));
      waiting = null;
      if (!isComplete) end();
    });
  };
  const strategy = new ByteLengthQueuingStrategy({ highWaterMark: MAX_BACKLOG_BYTES });
  return new ReadableStream({ start, cancel: () => end() }, strategy);
}

interface Beginning {
  readonly events: readonly TalkEvent[];
  readonly isComplete: boolean;
}

/** What was said before, and what was said while that was being read. */
async function begin(options: StreamOptions, meanwhile: () => readonly TalkEvent[]): Promise<Beginning> {
  const { hub, conversation, history, lastEventId, language } = options;
  try {
    const { events: before, isWhole } = unseen(await history(), lastEventId);
    const ids = new Set(before.map(({ id }) => id));
    // progress is told again as a whole, from the hub
    const since = meanwhile().filter(
      ({ name, id }) => name !== "progress" && !(id !== undefined && ids.has(id)),
    );
    const talk: TalkEvent = { name: "talk", data: { isWhole } };
    const ready: TalkEvent = { name: "ready", data: { running: hub.running(conversation) } };
    return { events: [talk, ...before, ...since, ready, ...hub.underWay(conversation)], isComplete: true };
  } catch (error) {
    const data = refusalBody(refusalFor(error), language);
    return { events: [{ name: "error", data }], isComplete: false };
  }
}

// a reply is stored a little before it is shown, so a later question may have been seen first
const OVERLAP_MS = 10_000;

/** The entries from about the last one seen on; the whole talk where that one is not known. */
function unseen(entries: readonly TalkEntry[], lastEventId: string | undefined) {
  const events = entries.map((entry) => ({ atMs: entry.atMs, event: eventOf(entry) }));
  const last = events.find(({ event }) => event.id === lastEventId);
  const isWhole = last === undefined;
  // the page knows what it has and takes nothing twice
  const rest = isWhole ? events : events.filter((one) => one !== last && one.atMs >= last.atMs - OVERLAP_MS);
  return { events: rest.map(({ event }) => event), isWhole };
}

function eventOf({ id, atMs, kind, text, reply }: TalkEntry): TalkEvent {
  const messageId = messageOfEntry(id);
  if (kind === "question" || !reply) return questionEvent(messageId, text, atMs);
  return replyEvent(messageId, pageReply(reply), atMs);
}

function encode({ name, data, id }: TalkEvent): string {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return `${idLine}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
