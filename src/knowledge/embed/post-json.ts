import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { BotError, messageOf, type ErrorCode } from "../../core/errors.ts";

/** An endpoint of a model server and how long it is waited for. */
export interface Endpoint {
  /** The address up to and without the last part, as in https://host/v1. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
  /** How often a request that failed for a passing reason is sent again. */
  readonly retries: number;
  /** Waits before a request is sent again; the system's clock unless given. */
  readonly pause?: (ms: number) => Promise<unknown>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000; // a server that asks for more is as good as down
const PASSING = new Set([408, 409, 425, 429, 500, 502, 503, 504]);

/** A failure that may be gone in a moment. */
class Passing extends Error {
  readonly waitMs: number | undefined;

  constructor(message: string, waitMs?: number) {
    super(message);
    this.waitMs = waitMs;
  }
}

/**
 * Posts JSON and reads JSON of a known shape; passing failures are tried again with growing pauses. Throws
 * `model.key` when the key is refused, else `model.unavailable`; no message holds the key or what was sent.
 */
export async function postJson<Schema extends z.ZodType>(
  endpoint: Endpoint,
  path: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { retries, pause = sleep } = endpoint;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return schema.parse(await postOnce(endpoint, path, body));
    } catch (error) {
      if (!(error instanceof Passing)) throw failure(endpoint, error);
      if (attempt >= retries) throw failure(endpoint, error);
      await pause(Math.min(LONGEST_PAUSE_MS, error.waitMs ?? FIRST_PAUSE_MS * 2 ** attempt));
    }
  }
}

async function postOnce(
  { baseUrl, apiKey, timeoutMs }: Endpoint,
  path: string,
  body: object,
): Promise<unknown> {
  const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new Passing(messageOf(error));
  });
  if (response.ok) {
    return response.json().catch((error: unknown) => {
      throw new Passing(`broken answer: ${messageOf(error)}`);
    });
  }
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  await response.body?.cancel();
  const status = `status ${response.status}`;
  if (PASSING.has(response.status))
    throw new Passing(status, Number.isNaN(seconds) ? undefined : seconds * 1_000);
  const isKey = response.status === 401 || response.status === 403;
  throw refusal(baseUrl, isKey ? "model.key" : "model.unavailable", status);
}

const failure = ({ baseUrl }: Endpoint, error: unknown): BotError =>
  error instanceof BotError ? error : refusal(baseUrl, "model.unavailable", messageOf(error), error);

function refusal(baseUrl: string, code: ErrorCode, why: string, cause?: unknown): BotError {
  const { host } = new URL(baseUrl);
  return new BotError(code, `the model server at ${host} gave no answer that can be used: ${why}`, {
    forUser: {
      zh: "语义检索服务暂时不可用，先按关键词查找。",
      en: "The semantic search service is not available; searching by words for now.",
    },
    remedy:
      code === "model.key" ? "check its key" : "check its address, and that it runs and knows the model",
    ...(cause === undefined ? {} : { cause }),
  });
}
