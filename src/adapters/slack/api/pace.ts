import { pauseOn, type Clock } from "../options.ts";

/** Lets one through at a time and place, and no two closer together than they may be. */
export interface Pace {
  /** Resolves when it is this caller's turn in that place; turns are given in the order asked for. */
  turn(place: string): Promise<void>;
}

// places nobody spoke in for a while need no memory
const PLACES_KEPT = 5_000;

/** A pace of one every `everyMs` in each place. */
export function createPace(everyMs: number, clock: Clock): Pace {
  const free = new Map<string, number>();
  const pause = pauseOn(clock);
  return {
    async turn(place) {
      const now = clock.now();
      const at = Math.max(now, free.get(place) ?? 0);
      free.delete(place);
      free.set(place, at + everyMs);
      for (const [old] of free) {
        if (free.size <= PLACES_KEPT) break;
        free.delete(old);
      }
      await pause(at - now);
    },
  };
}
