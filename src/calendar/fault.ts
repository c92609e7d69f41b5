import { BotError } from "../core/errors.ts";
import type { Words } from "../core/language.ts";

/** `usage.invalid`: one sentence on what was wrong with an input, the option it stands in, and what to write. */
export function wrongInput(words: Words, field: string, remedy: string): BotError {
  return new BotError("usage.invalid", words.en, { forUser: words, field, remedy });
}

/** `calendar.unknown`: the answer depends on something that is not held here, so none is given. */
export function cannotCompute(words: Words, remedy: string): BotError {
  return new BotError("calendar.unknown", words.en, { forUser: words, remedy });
}
