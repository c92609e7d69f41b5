import type { Adapter } from "../core/adapter.ts";
import type { IncomingMessage } from "../core/message.ts";
import { messageOf } from "../core/errors.ts";
import type { Outbox, Unsent } from "../store/port.ts";
import type { DeskEvents } from "./events.ts";

// a platform that is down for a moment comes back within these; after the last one the piece is given up
export const RETRY_AFTER_MS: readonly number[] = [1_000, 5_000, 15_000, 60_000, 180_000, 600_000];

/** Waits, but not longer than the signal lives. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export interface CourierOptions {
  readonly outbox: Outbox;
  readonly adapterOf: (platform: string) => Adapter | undefined;
  readonly events: DeskEvents;
  readonly pause: Pause;
}

/** Brings the pieces of one reply to their platform, in order. */
export type Courier = (
  message: IncomingMessage,
  pieces: readonly Unsent[],
  signal: AbortSignal,
) => Promise<void>;

/**
 * A courier that notes each attempt before it is made, so that a piece is never blindly sent twice: after a
 * failed or broken attempt it goes out marked as doubtful and the adapter looks it up first.
 */
export function createCourier(options: CourierOptions): Courier {
  const { outbox, adapterOf, events, pause } = options;

  const bring = async (message: IncomingMessage, piece: Unsent, signal: AbortSignal): Promise<void> => {
    const adapter = adapterOf(message.platform);
    if (!adapter) return outbox.failed(piece.key, `no adapter for ${message.platform}`);
    let isDoubtful = piece.isDoubtful;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      await outbox.attempt(piece.key);
      try {
        await adapter.send({ ...piece, message, isDoubtful });
        return await outbox.sent(piece.key);
      } catch (error) {
        isDoubtful = true;
        const waitMs = RETRY_AFTER_MS[attempt];
        events.sendFailed(piece.key, messageOf(error), waitMs);
        if (waitMs === undefined) return outbox.failed(piece.key, messageOf(error));
        await pause(waitMs, signal);
      }
    }
  };

  return async function bringAll(message, pieces, signal) {
    for (const piece of pieces) await bring(message, piece, signal);
  };
}

/** A pause by the system's timer. */
export const pauseByTimer: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
