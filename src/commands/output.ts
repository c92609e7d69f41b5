import { BotError, messageOf } from "../core/errors.ts";
import type { Language } from "../core/language.ts";

/** Options that every command understands. */
export interface CommonOptions {
  readonly data?: string;
  readonly today?: string;
  readonly lang?: Language;
  readonly json?: boolean;
}

export const EXIT = { done: 0, failed: 1, wrongUse: 2, refused: 3 } as const;

/** One JSON document, or one line of JSON lines, on standard output. */
export const printJson = (value: object | readonly unknown[]): void =>
  void process.stdout.write(`${JSON.stringify(value)}\n`);

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Progress and remarks; standard output belongs to the answer. */
export const remark = (text: string): void => void process.stderr.write(`${text}\n`);

/** A command was called in a way it does not understand. */
export const wrongUse = (message: string, remedy: string): BotError =>
  new BotError("usage.invalid", message, { forUser: { zh: message, en: message }, remedy });

const EXIT_OF: Readonly<Record<string, number>> = {
  "usage.invalid": EXIT.wrongUse,
  "access.denied": EXIT.refused,
  "calendar.unknown": EXIT.refused,
};

/** Says in one sentence what went wrong and what to do, and sets the exit code. */
export function fail(error: unknown, { json = false, lang = "zh" }: CommonOptions): void {
  const code = error instanceof BotError ? error.code : "internal";
  process.exitCode = EXIT_OF[code] ?? EXIT.failed;
  const detail = error instanceof BotError ? error.detail : undefined;
  if (json) {
    const { file, field, remedy } = detail ?? {};
    printJson({ error: { code, message: messageOf(error), file, field, remedy } });
    return;
  }
  const sentence = detail ? detail.forUser[lang] : messageOf(error);
  // the operator needs the file and its fault, which the words for people leave out
  const isWhole = detail?.file === undefined || sentence.includes(detail.file);
  remark(isWhole ? sentence : `${sentence} (${messageOf(error)})`);
  if (detail?.remedy !== undefined) remark(`→ ${detail.remedy}`);
}
