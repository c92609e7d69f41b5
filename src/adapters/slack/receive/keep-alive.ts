import type { Clock, SlackOptions } from "../options.ts";
import { noteAlive, readAlive } from "./alive.ts";
import type { CaughtUp } from "./catch-up.ts";
import type { Inlet } from "./receiver.ts";

export interface KeepAliveParts {
  readonly options: Pick<SlackOptions, "aliveFile">;
  readonly clock: Clock;
  readonly inlet: Inlet;
  readonly lastEventMs: () => number;
  readonly catchUp: (sinceMs: number) => Promise<CaughtUp>;
  readonly onProblem: (what: string, error: unknown) => void;
}

// a crash costs at most this much of reading twice
const NOTE_EVERY_MS = 15_000;

/**
 * Notes every few seconds that the bot listens, and reads up on what it missed: after a start, from the last note
 * on; after a lost connection, from when it was lost. Returns how to end it.
 */
export function keepAlive({
  options,
  clock,
  inlet,
  lastEventMs,
  catchUp,
  onProblem,
}: KeepAliveParts): () => void {
  const { aliveFile } = options;
  const before = readAlive(aliveFile);
  let heardMs = clock.now();
  let isOver = false;
  let cancel = (): void => undefined;

  const note = (): void => {
    try {
      heardMs = clock.now();
      noteAlive(aliveFile, { aliveMs: heardMs, eventMs: lastEventMs() || before?.eventMs || 0 });
    } catch (error) {
      onProblem("the time could not be noted", error);
    }
  };
  const beat = (): void => {
    if (isOver) return;
    // the time of a lost connection is read up on, so it does not count as heard
    if (inlet.isLive()) note();
    cancel = clock.after(NOTE_EVERY_MS, beat);
  };
  const readUp = (sinceMs: number): void => {
    catchUp(sinceMs).catch((error: unknown) => onProblem("not all that was missed could be read", error));
  };

  if (before !== null) readUp(before.aliveMs);
  beat();
  inlet.onReconnect(() => {
    if (!isOver) readUp(heardMs);
  });
  return () => {
    isOver = true;
    cancel();
    if (inlet.isLive()) note();
  };
}
