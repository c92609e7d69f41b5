/** Time as the agent reads it: a clock that never runs backwards, and timers that can be taken back. */
export interface Clock {
  /** Milliseconds since some fixed moment. */
  now(): number;
  /** Runs `action` once after `ms`; the returned function takes it back. */
  after(ms: number, action: () => void): () => void;
}

/** The machine's own clock. */
export const machineClock: Clock = {
  now: () => performance.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      takeBack();
      reject(signal.reason);
    };
    const takeBack = clock.after(ms, () => {
      signal.removeEventListener("abort", stop);
      resolve();
    });
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
