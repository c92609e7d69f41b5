import type { Clock } from "./clock.ts";
import { ModelFailure } from "./failure.ts";

/** The total time that models may use in one turn. */
export interface Deadline {
  /** Aborted when the turn is cancelled or the time is over. */
  readonly signal: AbortSignal;
  isOver(): boolean;
  end(): void;
}

/** Starts the clock of a turn: `totalMs` for all its models together. */
export function startDeadline(clock: Clock, totalMs: number, turn: AbortSignal): Deadline {
  const controller = new AbortController();
  let isOver = false;
  const stop = () => controller.abort(turn.reason);
  const takeBack = clock.after(totalMs, () => {
    isOver = true;
    controller.abort(new ModelFailure("total", `the turn took longer than ${totalMs} ms`));
  });
  if (turn.aborted) stop();
  else turn.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end() {
      takeBack();
      turn.removeEventListener("abort", stop);
    },
  };
}
