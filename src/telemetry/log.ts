import { destination, pino } from "pino";

/** What the parts of the bot may say to the operator: a sentence and the fields that belong to it. */
export interface Log {
  debug(fields: object, sentence: string): void;
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

const STANDARD_ERROR = 2;

/** Lines of JSON on standard error; standard output belongs to answers. No words of messages are logged. */
export function createLog(level: LogLevel): Log {
  const options = {
    level,
    base: null,
    redact: ["*.text", "*.rawText", "*.key", "*.apiKey", "*.authorization"],
  };
  return pino(options, destination(STANDARD_ERROR));
}

/** A log that says nothing. */
export const NO_LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
