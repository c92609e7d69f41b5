import { BotError, messageOf } from "../core/errors.ts";
import { factsOf, type FailureKind } from "./failures.ts";

const CAUSES_DEEP = 5; // library wrapped in client wrapped in socket; more would be a circle
const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** A model that failed, with what the person is told and whether trying again makes sense. */
export class ModelFailure extends BotError {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string, cause?: unknown, retryAfterMs?: number) {
    const { code, words, remedy } = factsOf(kind);
    super(code, message, {
      forUser: words,
      ...(remedy === undefined ? {} : { remedy }),
      ...(cause === undefined ? {} : { cause }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
    this.kind = kind;
  }
}

/** What any thrown thing means for the turn; `hasBegun` tells a cut stream from a server that is not there. */
export function asFailure(error: unknown, hasBegun: boolean): ModelFailure {
  const chain = causesOf(error);
  const known = chain.find((cause) => cause instanceof ModelFailure);
  if (known !== undefined) return known;
  const status = chain.map(statusOf).find((value) => value !== undefined);
  const retryAfter = chain.map(retryAfterMsOf).find((value) => value !== undefined);
  return new ModelFailure(kindOf(chain, status, hasBegun), describe(error, status), error, retryAfter);
}

function kindOf(chain: readonly unknown[], status: number | undefined, hasBegun: boolean): FailureKind {
  if (status !== undefined) return kindOfStatus(status);
  if (chain.some((cause) => cause instanceof SyntaxError)) return "garbage";
  if (hasBegun) return "cut";
  if (chain.some((cause) => CONNECTION_CODES.has(fieldOf(cause, "code")))) return "unreachable";
  if (chain.some((cause) => /connection error|fetch failed|terminated/i.test(messageOf(cause))))
    return "unreachable";
  return "garbage";
}

function kindOfStatus(status: number): FailureKind {
  if (status === 402) return "balance";
  if (status === 401 || status === 403) return "key";
  if (status === 429) return "busy";
  if (status === 503 || status === 529) return "overloaded";
  if (status >= 500) return "server";
  return "refused";
}

function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && chain.length < CAUSES_DEEP;) {
    chain.push(at);
    at = at instanceof Error ? at.cause : undefined;
  }
  return chain;
}

function statusOf(error: unknown): number | undefined {
  // in mid-stream the service names the status as `code` of an error object
  const status = Number(fieldOf(error, "status") || fieldOf(error, "code"));
  return status >= 400 && status < 600 ? status : undefined;
}

function retryAfterMsOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("headers" in error)) return undefined;
  const { headers } = error;
  const value = headers instanceof Headers ? headers.get("retry-after") : null;
  const seconds = value === null ? Number.NaN : Number(value);
  return Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

function fieldOf(value: unknown, name: "code" | "status"): string {
  if (typeof value !== "object" || value === null) return "";
  const field: unknown = Reflect.get(value, name);
  return typeof field === "string" || typeof field === "number" ? String(field) : "";
}

function describe(error: unknown, status: number | undefined): string {
  const message = messageOf(error);
  return status === undefined || message.includes(String(status)) ? message : `${status} ${message}`;
}
