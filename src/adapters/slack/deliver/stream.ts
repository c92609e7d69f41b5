import type { IncomingMessage } from "../../../core/message.ts";
import type { Calls } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";
import type { Clock, Timing } from "../options.ts";
import { markdownBlock } from "../render/blocks.ts";
import type { MessageBody } from "../render/body.ts";
import { safeMarkdown } from "../render/markdown.ts";
import { MARKDOWN_CHARS } from "../render/render.ts";
import { metadataFor } from "./metadata.ts";
import { wholeSentences } from "./sentences.ts";

/** One answer as it is being written in a thread. */
export interface Stream {
  add(delta: string): void;
  /** The message the words stand in, once there is one. */
  readonly ts: string | undefined;
  /** A message may have been begun without our hearing of it. */
  readonly mayBeTorn: boolean;
  /** Shows nothing more; resolves once what is on its way has arrived, so that `ts` is certain. */
  settle(): Promise<void>;
  /** Ends in this piece, whatever was streamed before. Rejects when that is not certain. */
  finish(key: string, body: MessageBody): Promise<void>;
  /** Takes back what was streamed of an answer that is not to be given. */
  drop(): Promise<void>;
}

export interface StreamParts {
  readonly calls: Calls;
  readonly clock: Clock;
  readonly timing: Timing;
  /** How many answers are being written: Slack counts their calls together. */
  readonly liveCount: () => number;
  /** Called when the first words stand there. */
  readonly onBegun: () => void;
}

// nothing a model links to may be pressed before it is known what was read
const NO_LINKS = { isModel: true, sources: new Set<string>() };

/**
 * native: appended to · edited: written anew as a whole, since Slack's own streams die at five minutes ·
 * closed: over, or not to be begun
 */
type Mode = "native" | "edited" | "closed";

/** A stream that shows whole sentences as they come, at Slack's pace; nothing is sent before the first one. */
export function createStream(message: IncomingMessage, parts: StreamParts): Stream {
  const { clock, timing, liveCount, onBegun } = parts;
  const { call, callNow } = parts.calls;
  const { id: channel, threadId: thread } = message.conversation;
  let raw = "";
  let shownRaw = 0;
  let shown = "";
  let ts: string | undefined;
  let mode: Mode = thread === undefined ? "closed" : "native";
  let begunMs = 0;
  let notBeforeMs = 0;
  let isPlanned = false;
  let isSettled = false;
  let mayBeTorn = false;
  // one call after the other: words must not overtake each other
  let tail: Promise<void> = Promise.resolve();

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const run = tail.then(work);
    tail = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  };

  const whole = (body: MessageBody): object => ({
    text: body.fallback,
    blocks: [markdownBlock(body.markdown), ...body.below],
  });

  async function append(text: string): Promise<void> {
    const markdown = { chunks: [{ type: "markdown_text", text }] };
    if (ts !== undefined) return void (await callNow("chat.appendStream", { channel, ts, ...markdown }));
    const recipient = { recipient_team_id: message.account, recipient_user_id: message.author.id };
    const answer = await callNow("chat.startStream", {
      channel,
      thread_ts: thread,
      ...recipient,
      ...markdown,
    });
    ts = String(answer["ts"]);
    begunMs = clock.now();
    onBegun();
  }

  async function show(): Promise<void> {
    const end = shownRaw + wholeSentences(raw.slice(shownRaw));
    const text = safeMarkdown(raw.slice(shownRaw, end), NO_LINKS);
    if (isSettled || mode === "closed" || text.trim() === "") return;
    // what does not fit into one message comes with the whole answer
    if (shown.length + text.length > MARKDOWN_CHARS) return;
    try {
      if (mode === "native" && ts !== undefined && clock.now() - begunMs >= timing.streamLifeMs)
        await rotate();
      if (mode === "edited") await callNow("chat.update", { channel, ts, markdown_text: shown + text });
      else await append(text);
      shown += text;
      shownRaw = end;
    } catch (error) {
      stumble(error);
    }
  }

  /** Ends the stream before Slack does; the same message is written on by edits. */
  async function rotate(): Promise<void> {
    mode = "edited";
    await callNow("chat.stopStream", { channel, ts });
  }

  function stumble(error: unknown): void {
    const { retryAfterMs, isCertain } = refusalOf(error);
    if (retryAfterMs !== undefined) notBeforeMs = clock.now() + retryAfterMs;
    else if (ts !== undefined) mode = "edited";
    else {
      // not begun: the answer comes in one piece, and takes the place of one that was begun unheard
      mode = "closed";
      mayBeTorn ||= !isCertain;
    }
  }

  const plan = (): void => {
    if (isPlanned || isSettled || mode === "closed") return;
    isPlanned = true;
    const every = mode === "edited" ? timing.editEveryMs : timing.appendEveryMs * Math.max(1, liveCount());
    const first = ts === undefined && notBeforeMs === 0 ? timing.streamAfterMs : 0;
    const waitMs = Math.max(first, notBeforeMs - clock.now());
    notBeforeMs = Math.max(notBeforeMs, clock.now()) + every;
    clock.after(waitMs, () => {
      isPlanned = false;
      const more = (): void => {
        if (wholeSentences(raw.slice(shownRaw)) > 0 && mode !== "closed" && fits()) plan();
      };
      // what cannot be shown now comes with the whole answer
      void inTurn(show).then(more, () => (mode = ts === undefined ? "closed" : "edited"));
    });
  };
  const fits = (): boolean => shown.length + wholeSentences(raw.slice(shownRaw)) <= MARKDOWN_CHARS;

  return {
    get ts() {
      return ts;
    },
    get mayBeTorn() {
      return mayBeTorn;
    },
    add(delta) {
      raw += delta;
      if (fits() && wholeSentences(raw.slice(shownRaw)) > 0) plan();
    },
    settle() {
      isSettled = true;
      return tail;
    },
    finish: (key, body) =>
      inTurn(async () => {
        const metadata = metadataFor(key);
        const wasNative = mode === "native";
        mode = "closed";
        const markdown = body.keepsStream ? `${shown.trimEnd()}\n\n${body.markdown}` : body.markdown;
        const rest = restOf(markdown, shown);
        if (wasNative && rest !== null) {
          const chunks = rest === "" ? {} : { chunks: [{ type: "markdown_text", text: rest }] };
          try {
            return void (await call("chat.stopStream", {
              channel,
              ts,
              ...chunks,
              blocks: body.below,
              metadata,
            }));
          } catch (error) {
            // dead already, or nobody knows: writing the whole anew is right in both cases
            if (refusalOf(error).retryAfterMs !== undefined) throw error;
          }
        } else if (wasNative) await callNow("chat.stopStream", { channel, ts }).catch(() => undefined);
        await call("chat.update", { channel, ts, ...whole({ ...body, markdown }), metadata });
      }),
    drop: () =>
      inTurn(async () => {
        mode = "closed";
        if (ts !== undefined) await call("chat.delete", { channel, ts });
      }),
  };
}

/** What is still to be said when so much stands there already; null when that is not how the words begin. */
function restOf(markdown: string, shown: string): string | null {
  if (markdown.startsWith(shown)) return markdown.slice(shown.length);
  return markdown === shown.trimEnd() ? "" : null;
}
