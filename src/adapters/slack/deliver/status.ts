import type { Words } from "../../../core/language.ts";
import type { IncomingMessage } from "../../../core/message.ts";
import type { Progress } from "../../../core/turn.ts";
import { languageFor } from "../../speech.ts";
import { toolWords } from "../../tool-words.ts";
import type { Calls } from "../api/calls.ts";
import { refusalOf } from "../api/refusal.ts";
import type { Clock, Timing } from "../options.ts";

/** The line below a thread that says what the bot is doing. */
export interface Status {
  show(event: Progress): void;
  /** Words are there or the turn is over; `isSaid` when a message has taken the line away already. */
  end(isSaid: boolean): void;
}

const WORDS = {
  reading: { zh: "正在查阅…", en: "is looking it up…" },
  tool: { zh: "正在查", en: "is looking at " },
} as const satisfies Record<string, Words>;

const ahead = (count: number): Words => ({
  zh: `前面还有 ${count} 条，按顺序回答…`,
  en: `has ${count} earlier messages to answer first…`,
});

// a reaction every workspace has
const SEEN = "eyes";

/** A status line for one turn; where Slack refuses it (no agent view), the message gets a pair of eyes once. */
export function createStatus(
  message: IncomingMessage,
  { callNow }: Calls,
  { clock, timing }: { readonly clock: Clock; readonly timing: Timing },
): Status {
  const language = languageFor(message);
  const { id: channel, threadId = "" } = message.conversation;
  let words: string = WORDS.reading[language];
  let isShown = false;
  let isOver = threadId === "";
  let isRefused = false;

  const send = async (status: string): Promise<void> => {
    try {
      await callNow("assistant.threads.setStatus", { channel_id: channel, thread_ts: threadId, status });
    } catch (error) {
      if (isRefused || !refusalOf(error).isCertain || refusalOf(error).retryAfterMs !== undefined) return;
      isRefused = true;
      const [timestamp = ""] = message.id.slice(channel.length + 1).split(":");
      // a courtesy: an answer is on its way whether or not it is seen to be
      await callNow("reactions.add", { channel, timestamp, name: SEEN }).catch(() => undefined);
    }
  };
  const put = (): void => {
    if (isOver) return;
    isShown = true;
    if (!isRefused) void send(words);
    cancel = clock.after(timing.statusAgainMs, put);
  };
  let cancel = isOver ? () => undefined : clock.after(timing.statusAfterMs, put);

  return {
    show(event) {
      if (event.type === "queued") words = ahead(event.ahead)[language];
      else if (event.type === "working") words = event.words;
      else if (event.type === "tool") words = `${WORDS.tool[language]}${toolWords(event.name, language)}…`;
      else return;
      if (isShown && !isOver && !isRefused) void send(words);
    },
    end(isSaid) {
      if (isOver) return;
      isOver = true;
      cancel();
      if (isShown && !isSaid && !isRefused) void send("");
    },
  };
}
