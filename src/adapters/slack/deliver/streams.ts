import type { IncomingMessage } from "../../../core/message.ts";
import type { OnProgress } from "../../../core/turn.ts";
import type { Calls } from "../api/calls.ts";
import type { Clock, Timing } from "../options.ts";
import { createStatus, type Status } from "./status.ts";
import { Stream } from "./stream.ts";

/** What a message that comes in sets going. */
export interface Opened {
  readonly onProgress: OnProgress;
  /** The message was stored, for the first time: from now on it is this process's to answer. */
  stored(): void;
}

/** The answers that are being written right now. */
export interface Streams {
  open(message: IncomingMessage): Opened;
  /** The stream of a message, for its first piece; ends the status line in any case. */
  take(messageId: string): Stream | undefined;
  /** True while this process answers a message that it took in itself. */
  isOurs(messageId: string): boolean;
}

interface Live {
  readonly stream?: Stream;
  readonly status?: Status;
  isTaken: boolean;
}

export interface StreamsParts {
  readonly calls: Calls;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly onProblem: (what: string, error: unknown) => void;
}

/** Streams and status lines by message; a turn is forgotten when it is done. */
export function createStreams(parts: StreamsParts): Streams {
  const live = new Map<string, Live>();
  const writing = new Set<string>();

  const begin = (message: IncomingMessage): Live => {
    const before = live.get(message.id);
    if (before !== undefined) return before;
    const turn = isShown(message) ? shownTurn(message, parts, writing) : { isTaken: false };
    live.set(message.id, turn);
    return turn;
  };
  const end = (id: string): void => {
    const turn = live.get(id);
    live.delete(id);
    writing.delete(id);
    if (turn === undefined || turn.isTaken) return;
    turn.status?.end(turn.stream?.ts !== undefined);
    // the question was taken back while its answer was being written
    turn.stream?.drop().catch((error: unknown) => parts.onProblem("half an answer stays", error));
  };

  return {
    open(message) {
      let isDone = false;
      return {
        onProgress(event) {
          if (event.type === "done") {
            isDone = true;
            return end(message.id);
          }
          const turn = begin(message);
          if (event.type === "text") turn.stream?.add(event.delta);
          else turn.status?.show(event);
        },
        stored() {
          if (!isDone) begin(message);
        },
      };
    },
    take(messageId) {
      const turn = live.get(messageId);
      if (turn === undefined) return undefined;
      turn.isTaken = true;
      turn.status?.end(true);
      writing.delete(messageId);
      return turn.stream;
    },
    isOurs: (messageId) => live.has(messageId),
  };
}

/** Only what asks something in a thread is answered before eyes. */
const isShown = ({ kind, surface, conversation }: IncomingMessage): boolean =>
  surface !== "slash" &&
  conversation.threadId !== undefined &&
  (kind === "text" || kind === "action" || kind === "edit");

function shownTurn(message: IncomingMessage, parts: StreamsParts, writing: Set<string>): Live {
  const status = createStatus(message, parts.calls, parts);
  const stream = new Stream(message, {
    ...parts,
    liveCount: () => writing.size,
    onBegun() {
      writing.add(message.id);
      status.end(true);
    },
  });
  return { stream, status, isTaken: false };
}
