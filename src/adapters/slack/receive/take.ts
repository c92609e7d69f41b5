import type { Receive } from "../../../core/adapter.ts";
import type { Calls } from "../api/calls.ts";
import type { Send } from "../deliver/send.ts";
import type { Streams } from "../deliver/streams.ts";
import type { Answered } from "../forms/submit.ts";
import type { Front } from "../front.ts";
import { envelope } from "../normalize/shapes.ts";
import type { SlackOptions } from "../options.ts";
import { withFiles } from "./attachments.ts";
import { catchUp, type CaughtUp } from "./catch-up.ts";
import { greet } from "./opened.ts";
import { readBody, type Reader } from "./read.ts";
import { isShare, share } from "./share.ts";

/** The step before Bolt. */
export interface Taking {
  /** Resolves once what the body holds is on disk; with an answer for what is no talk. */
  take(body: unknown): Promise<Answered | null>;
  /** Reads what was said while nobody listened. */
  catchUp(sinceMs: number): Promise<CaughtUp>;
  lastEventMs(): number;
}

export interface TakingParts {
  readonly options: SlackOptions;
  readonly apiUrl: string;
  readonly reader: Reader;
  readonly receive: Receive;
  readonly streams: Streams;
  readonly calls: Calls;
  readonly send: Send;
  readonly front: Front;
}

// history takes fifty calls a minute
const REST_MS = 1_200;
// a burst of pages is allowed; a bot in three channels need not wait
const FREE_PAGES = 20;

/** Reads bodies, stores what is for the bot, and sees to what is no question: greetings, shared answers. */
export function createTaking(parts: TakingParts): Taking {
  const { options, apiUrl, reader, streams, calls, send } = parts;
  const { onProblem = () => undefined, suggestions } = options;
  let eventMs = 0;

  const receive: Receive = async (said) => {
    const message = parts.front.settled(said);
    const { onProgress, stored } = streams.open(message);
    const admission = await parts.receive(message, (event) => {
      onProgress(event);
      if (event.type === "done") parts.front.turnOver(message);
    });
    if (admission === "stored") stored();
    return admission;
  };

  return {
    async take(body) {
      eventMs = reader.now();
      const answered = await parts.front.take(body, receive);
      if (answered !== null) return answered;
      const event = envelope.safeParse(body).data?.event;
      if (event === undefined && isShare(body)) {
        share(body, reader, options.history, send).catch((error: unknown) =>
          onProblem("an answer could not be shared", error),
        );
        return null;
      }
      const message = await readBody(body, reader);
      if (message !== null) {
        await receive(await withFiles(message, event, { ...options, apiUrl }));
      } else if (suggestions !== undefined) {
        greet(body, calls.call, suggestions).catch((error: unknown) =>
          onProblem("a pane was opened and stayed empty", error),
        );
      }
      return null;
    },
    catchUp(sinceMs) {
      let pages = 0;
      const rest = async (): Promise<void> => {
        pages += 1;
        if (pages > FREE_PAGES) await new Promise((resolve) => setTimeout(resolve, REST_MS).unref());
      };
      return catchUp({ call: calls.call, reader, receive, send, rest }, sinceMs);
    },
    lastEventMs: () => eventMs,
  };
}
