import { BotError } from "../core/errors.ts";
import type { Step } from "../core/turn.ts";

export interface RateLimitOptions {
  readonly rate: {
    /** Questions a person may ask at once. */
    readonly burst: number;
    /** One more every so often. */
    readonly everyMs: number;
  };
  readonly now: () => number;
}

// people who have not asked for this many others are forgotten: their share is full again anyway
const MAX_REMEMBERED = 10_000;

/** Fair share for each person (a leaky bucket, GCRA). Throws `rate.exceeded` with the time to wait. */
export function rateLimit({ rate: { burst, everyMs }, now }: RateLimitOptions): Step {
  // when each person's share will be whole again
  const wholeAt = new Map<string, number>();
  return async (turn, next) => {
    const { platform, account, userId } = turn.principal;
    const id = `${platform}:${account}:${userId}`;
    const nowMs = now();
    const wholeMs = Math.max(wholeAt.get(id) ?? 0, nowMs) + everyMs;
    const waitMs = wholeMs - nowMs - burst * everyMs;
    if (waitMs > 0) throw exceeded(id, waitMs);
    wholeAt.delete(id);
    wholeAt.set(id, wholeMs);
    const oldest = wholeAt.size > MAX_REMEMBERED ? wholeAt.keys().next().value : undefined;
    if (oldest !== undefined) wholeAt.delete(oldest);
    return next(turn);
  };
}

function exceeded(id: string, waitMs: number): BotError {
  const seconds = Math.ceil(waitMs / 1_000);
  return new BotError("rate.exceeded", `${id} asks too fast`, {
    forUser: {
      zh: `您问得太快了，请 ${seconds} 秒后再发。`,
      en: `You have reached the limit. Please try again in ${seconds} s.`,
    },
    retryAfterMs: waitMs,
  });
}
