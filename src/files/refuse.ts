import { BotError } from "../core/errors.ts";
import type { Words } from "../core/language.ts";

/** Why a file is not read, and what to do about it; one line in each language. */
export interface Refusal {
  readonly reason: Words;
  readonly remedy: Words;
}

/** Thrown inside a reader; whoever knows the file's name makes a line or a BotError of it. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal.reason.en, cause === undefined ? undefined : { cause });
    this.refusal = refusal;
  }
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
