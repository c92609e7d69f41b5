import type { Words } from "../core/language.ts";
import { BotError } from "../core/errors.ts";

/** Why a file is not read, and what to do about it; one line in each language. */
export interface Refusal {
  readonly reason: Words;
  readonly remedy: Words;
}

/** The error of a file that is not read: `file.refused`, with the reason and remedy in both languages. */
export function refused(file: string, { reason, remedy }: Refusal, cause?: unknown): BotError {
  const name = file === "" ? "" : `${file}: `;
  return new BotError("file.refused", `${name}${reason.en}`, {
    forUser: { zh: `${reason.zh}。${remedy.zh}`, en: `${reason.en}. ${remedy.en}` },
    remedy: remedy.en,
    ...(file === "" ? {} : { file }),
    ...(cause === undefined ? {} : { cause }),
  });
}
