import type { Clock } from "./clock.ts";
import { ModelFailure } from "./failure.ts";
import type { FailureKind } from "./failures.ts";

/** Watches one model call: aborts its signal when the model is silent for too long. */
export interface Watch {
  readonly signal: AbortSignal;
  /** A real token came; comments and blank lines that keep the line open do not count. */
  beat(): void;
  /** Ends the watch; call it whatever happened. */
  end(): void;
}

/** Starts watching: `firstTokenMs` until the first beat, `idleMs` between beats; also obeys the turn's signal. */
export function startWatch(
  clock: Clock,
  { firstTokenMs, idleMs }: { readonly firstTokenMs: number; readonly idleMs: number },
  turn: AbortSignal,
): Watch {
  const controller = new AbortController();
  const stop = () => controller.abort(turn.reason);
  const expire = (kind: FailureKind, ms: number) => () =>
    controller.abort(new ModelFailure(kind, `no token for ${ms} ms`));

  let last = clock.now();
  let hasBegun = false;
  let takeBack = clock.after(firstTokenMs, expire("firstToken", firstTokenMs));
  // one timer that looks again instead of one a token: thousands of tokens would make thousands of timers
  const look = () => {
    const left = last + idleMs - clock.now();
    if (left <= 0) expire("idle", idleMs)();
    else takeBack = clock.after(left, look);
  };

  if (turn.aborted) stop();
  else turn.addEventListener("abort", stop, { once: true });
  return {
    signal: controller.signal,
    beat() {
      last = clock.now();
      if (hasBegun) return;
      hasBegun = true;
      takeBack();
      takeBack = clock.after(idleMs, look);
    },
    end() {
      takeBack();
      turn.removeEventListener("abort", stop);
    },
  };
}
