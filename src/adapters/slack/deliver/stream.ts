import type { IncomingMessage } from "../../../core/message.ts";
import type { Calls } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";
import type { Clock, Timing } from "../options.ts";
import { markdownBlock } from "../render/blocks.ts";
import type { MessageBody } from "../render/body.ts";
import { safeMarkdown } from "../render/markdown.ts";
import { MARKDOWN_CHARS } from "../render/render.ts";
import { metadataFor } from "./metadata.ts";
import { rewrite } from "./rewrite.ts";
import { wholeSentences } from "./sentences.ts";

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

/**
 * One answer as it is being written in a thread: whole sentences as they come, at Slack's pace. Nothing is sent
 * before the first one, and one call follows the other, so that words never overtake each other.
 */
export class Stream {
  readonly #message: IncomingMessage;
  readonly #parts: StreamParts;
  /** What came, and how much of it is shown. */
  #raw = "";
  #shownRaw = 0;
  /** What stands there, as it was rendered. */
  #shown = "";
  #ts: string | undefined;
  #mode: Mode;
  #begunMs = 0;
  #notBeforeMs = 0;
  #isPlanned = false;
  #isSettled = false;
  #mayBeTorn = false;
  #tail: Promise<void> = Promise.resolve();

  constructor(message: IncomingMessage, parts: StreamParts) {
    this.#message = message;
    this.#parts = parts;
    this.#mode = message.conversation.threadId === undefined ? "closed" : "native";
  }

  /** The message the words stand in, once there is one. */
  get ts(): string | undefined {
    return this.#ts;
  }

  /** A message may have been begun without our hearing of it. */
  get mayBeTorn(): boolean {
    return this.#mayBeTorn;
  }

  add(delta: string): void {
    this.#raw += delta;
    if (this.#hasMore()) this.#plan();
  }

  /** Shows nothing more; resolves once what is on its way has arrived, so that `ts` is certain. */
  settle(): Promise<void> {
    this.#isSettled = true;
    return this.#tail;
  }

  /** Ends in this piece, whatever was streamed before. Rejects when that is not certain. */
  finish(key: string, body: MessageBody): Promise<void> {
    return this.#inTurn(async () => {
      const markdown = body.keepsStream ? `${this.#shown.trimEnd()}\n\n${body.markdown}` : body.markdown;
      const wasNative = this.#mode === "native";
      this.#mode = "closed";
      if (wasNative && (await this.#endNative(key, markdown, body))) return;
      const blocks = [markdownBlock(markdown), ...body.below];
      const content = { text: body.fallback, blocks, metadata: metadataFor(key) };
      await rewrite(this.#parts.calls.call, this.#where(), content);
    });
  }

  /** Takes back what was streamed of an answer that is not to be given. */
  drop(): Promise<void> {
    return this.#inTurn(async () => {
      this.#mode = "closed";
      if (this.#ts === undefined) return;
      await this.#parts.calls.call("chat.delete", this.#where()).catch((error: unknown) => {
        // an earlier try has done it
        if (refusalOf(error).error !== "message_not_found") throw error;
      });
    });
  }

  #where(): { readonly channel: string; readonly ts: string | undefined } {
    return { channel: this.#message.conversation.id, ts: this.#ts };
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const run = this.#tail.then(work);
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** True while there are whole sentences to show that fit into one message; the rest comes with the answer. */
  #hasMore(): boolean {
    const chars = wholeSentences(this.#raw.slice(this.#shownRaw));
    return chars > 0 && this.#mode !== "closed" && this.#shown.length + chars <= MARKDOWN_CHARS;
  }

  #plan(): void {
    if (this.#isPlanned || this.#isSettled) return;
    const { clock, timing, liveCount } = this.#parts;
    this.#isPlanned = true;
    const isFirst = this.#ts === undefined && this.#notBeforeMs === 0;
    const waitMs = Math.max(isFirst ? timing.streamAfterMs : 0, this.#notBeforeMs - clock.now());
    const everyMs =
      this.#mode === "edited" ? timing.editEveryMs : timing.appendEveryMs * Math.max(1, liveCount());
    this.#notBeforeMs = Math.max(this.#notBeforeMs, clock.now()) + everyMs;
    clock.after(waitMs, () => {
      this.#isPlanned = false;
      void this.#inTurn(() => this.#show()).then(
        () => {
          if (this.#hasMore()) this.#plan();
        },
        (error: unknown) => this.#stumble(error),
      );
    });
  }

  async #show(): Promise<void> {
    const end = this.#shownRaw + wholeSentences(this.#raw.slice(this.#shownRaw));
    const text = safeMarkdown(this.#raw.slice(this.#shownRaw, end), NO_LINKS);
    if (this.#isSettled || this.#mode === "closed" || text.trim() === "") return;
    if (this.#shown.length + text.length > MARKDOWN_CHARS) return;
    try {
      await this.#write(text);
      this.#shown += text;
      this.#shownRaw = end;
    } catch (error) {
      this.#stumble(error);
    }
  }

  async #write(text: string): Promise<void> {
    const { clock, timing, calls, onBegun } = this.#parts;
    if (this.#ts === undefined) {
      this.#ts = await this.#begin(text);
      this.#begunMs = clock.now();
      return onBegun();
    }
    if (this.#mode === "native" && clock.now() - this.#begunMs >= timing.streamLifeMs) {
      // ended before Slack does it; the same message is written on by edits
      this.#mode = "edited";
      await calls.callNow("chat.stopStream", this.#where());
    }
    if (this.#mode === "native") {
      await calls.callNow("chat.appendStream", { ...this.#where(), ...chunk(text) });
    } else await rewrite(calls.callNow, this.#where(), { markdown_text: this.#shown + text });
  }

  async #begin(text: string): Promise<string> {
    const { account, author, conversation } = this.#message;
    const answer = await this.#parts.calls.callNow("chat.startStream", {
      channel: conversation.id,
      thread_ts: conversation.threadId,
      // a stream in a channel is for somebody
      recipient_team_id: account,
      recipient_user_id: author.id,
      ...chunk(text),
    });
    return String(answer["ts"]);
  }

  #stumble(error: unknown): void {
    const { retryAfterMs, isCertain } = refusalOf(error);
    if (retryAfterMs !== undefined) this.#notBeforeMs = this.#parts.clock.now() + retryAfterMs;
    else if (this.#ts !== undefined) this.#mode = "edited";
    else {
      // not begun: the answer comes in one piece, and takes the place of one that was begun unheard
      this.#mode = "closed";
      this.#mayBeTorn ||= !isCertain;
    }
  }

  /** Ends the stream in what is still to be said; false where the message has to be written anew. */
  async #endNative(key: string, markdown: string, { below }: MessageBody): Promise<boolean> {
    const { call } = this.#parts.calls;
    const rest = restOf(markdown, this.#shown);
    if (rest === null) return false;
    const words = rest === "" ? {} : chunk(rest);
    try {
      await call("chat.stopStream", {
        ...this.#where(),
        ...words,
        blocks: below,
        metadata: metadataFor(key),
      });
      return true;
    } catch (error) {
      if (refusalOf(error).retryAfterMs !== undefined) throw error;
      // dead already, or nobody knows: writing the whole anew is right in both cases
      return false;
    }
  }
}

const chunk = (text: string): object => ({ chunks: [{ type: "markdown_text", text }] });

/** What is still to be said when so much stands there already; null when that is not how the words begin. */
function restOf(markdown: string, shown: string): string | null {
  if (markdown.startsWith(shown)) return markdown.slice(shown.length);
  return markdown === shown.trimEnd() ? "" : null;
}
