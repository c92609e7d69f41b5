import { webApi } from "../library.ts";
import type { Clock } from "../options.ts";
import { pauseOn } from "../options.ts";
import type { Method } from "./needs.ts";
import { quietLogger } from "./logger.ts";
import { refusalOf } from "./refusal.ts";

/** Calls a method of the Web API; rejects with the client's own error, see `refusalOf`. */
export type Call = (
  method: Method,
  args: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

export interface Calls {
  /** Waits when Slack asks for it, a bounded number of times. */
  readonly call: Call;
  /** Does not wait: for what is out of date by the time it could be sent again. */
  readonly callNow: Call;
}

// Slack's own default is ten tries over half an hour with no timeout at all
const TIMEOUT_MS = 10_000;
const READ_RETRIES = { retries: 2, minTimeout: 300, factor: 2 };
const NO_RETRIES = { retries: 0 };
const MAX_WAITS = 3;
const LONGEST_WAIT_MS = 60_000;

/** Methods that may be sent again blindly: they read, or saying them twice changes nothing. */
const REPEATABLE: ReadonlySet<Method> = new Set<Method>([
  "auth.test",
  "chat.update",
  "conversations.history",
  "conversations.replies",
  "conversations.open",
  "users.conversations",
  "users.info",
]);

/** The one door to Slack's Web API: bounded time, bounded retries, Retry-After honoured. */
export function createCalls(options: {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly clock: Clock;
}): Calls {
  const { botToken, apiUrl, clock } = options;
  const pause = pauseOn(clock);
  const client = (retryConfig: object) =>
    new webApi.WebClient(botToken, {
      slackApiUrl: apiUrl,
      timeout: TIMEOUT_MS,
      retryConfig,
      // the client would hold every call back for one channel's limit
      rejectRateLimitedCalls: true,
      logger: quietLogger(() => undefined),
    });
  const [reader, writer] = [client(READ_RETRIES), client(NO_RETRIES)];

  const callNow: Call = async (method, args) => {
    const { ok: _, ...answer } = await (REPEATABLE.has(method) ? reader : writer).apiCall(method, {
      ...args,
    });
    return answer;
  };
  const call: Call = async (method, args) => {
    for (let waits = 0; ; waits += 1) {
      try {
        return await callNow(method, args);
      } catch (error) {
        const { retryAfterMs } = refusalOf(error);
        if (retryAfterMs === undefined || waits >= MAX_WAITS || retryAfterMs > LONGEST_WAIT_MS) throw error;
        await pause(retryAfterMs);
      }
    }
  };
  return { call, callNow };
}
