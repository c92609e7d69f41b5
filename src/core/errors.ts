import type { Words } from "./language.ts";

/** Stable names of everything that can go wrong, for scripts, logs and alerts. */
export type ErrorCode =
  | "usage.invalid"
  | "config.invalid"
  | "pack.invalid"
  | "data.locked"
  | "data.unwritable"
  | "data.corrupt"
  | "port.taken"
  | "input.empty"
  | "input.tooLong"
  | "input.notText"
  | "input.invalid"
  | "file.refused"
  | "template.invalid"
  | "case.unknown"
  | "case.state"
  | "case.moved"
  | "access.denied"
  | "rate.exceeded"
  | "model.unavailable"
  | "model.balance"
  | "model.key"
  | "model.busy"
  | "model.timeout"
  | "model.cut"
  | "model.empty"
  | "model.filtered"
  | "calendar.unknown"
  | "tool.failed"
  | "tool.unknown"
  | "turn.cancelled"
  | "internal";

/** What a script may want to know about a failure besides its sentence. */
export interface ErrorDetail {
  /** The words for the person waiting; never an id, a path of the machine or a secret. */
  readonly forUser: Words;
  readonly file?: string;
  readonly field?: string;
  /** What the operator can do about it. */
  readonly remedy?: string;
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** A failure the bot understands: `code` for machines, `message` for the operator, `forUser` for the person waiting. */
export class BotError extends Error {
  override readonly name = "BotError";
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.detail = detail;
  }
}

/** The message of whatever was thrown, in one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, " ");
}
