import type { Clock } from "../../src/agent/clock.ts";

interface Timer {
  readonly at: number;
  readonly ms: number;
  readonly action: () => void;
}

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  /** Lets so much time pass and runs what falls due, in order. */
  advance(ms: number): void;
  /** Resolves as soon as a timer of exactly this length waits. */
  armed(ms: number): Promise<void>;
}

/** A clock that stands still until it is advanced. */
export function handClock(): HandClock {
  let time = 0;
  let timers: readonly Timer[] = [];
  const waiting: { readonly ms: number; readonly resolve: () => void }[] = [];
  return {
    now: () => time,
    after(ms, action) {
      const timer = { at: time + ms, ms, action };
      timers = [...timers, timer];
      for (const waiter of waiting) if (waiter.ms === ms) waiter.resolve();
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    advance(ms) {
      const end = time + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        time = Math.max(time, next.at);
        next.action();
      }
      time = end;
    },
    armed: (ms) =>
      timers.some((timer) => timer.ms === ms)
        ? Promise.resolve()
        : new Promise((resolve) => void waiting.push({ ms, resolve })),
  };
}
