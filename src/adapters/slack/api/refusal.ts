import { webApi } from "../library.ts";
import { messageOf } from "../../../core/errors.ts";

const { WebAPIPlatformError, WebAPIRateLimitedError } = webApi;

/** Why a call did not go through. */
export interface Refusal {
  /** Slack's own word for it, or the message of what broke. */
  readonly error: string;
  /** Slack said no, so nothing was done; otherwise nobody knows what was done. */
  readonly isCertain: boolean;
  readonly retryAfterMs?: number;
}

const MS = 1_000;

/** What an error of the web client means. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof WebAPIRateLimitedError)
    return { error: "ratelimited", isCertain: true, retryAfterMs: error.retryAfter * MS };
  if (error instanceof WebAPIPlatformError) return { error: error.data.error, isCertain: true };
  return { error: messageOf(error), isCertain: false };
}
