import { BotError, type ErrorCode } from "../../core/errors.ts";
import type { Words } from "../../core/language.ts";

const fault =
  (code: ErrorCode) =>
  (words: Words, more: { readonly field?: string; readonly remedy?: string } = {}): BotError =>
    new BotError(code, words.en, { forUser: words, ...more });

/** `case.state`: right person, but not now. */
export const notNow = fault("case.state");

/** `access.denied`: not this person. */
export const notYou = fault("access.denied");

/** `case.moved`: what the person looked at is not what is there now. */
export const moved = fault("case.moved");

/** `input.invalid`: a value that cannot be. */
export const wrongValue = fault("input.invalid");

/** `case.unknown`: there is no such case, or none that this person may see. */
export const unknownCase = (): BotError =>
  fault("case.unknown")({
    zh: "没有找到这个案件，或者您无权查看。",
    en: "There is no such case, or it is not open to you.",
  });

/** `case.moved` when others kept changing the case while this change was made. */
export const movedOn = (): BotError =>
  moved({
    zh: "案件刚刚被别人修改，您的操作没有执行。请看过最新内容再试。",
    en: "Others have just changed this case, so nothing was done. Please look at it again and retry.",
  });

/** The words of a reason; throws `input.invalid` for none. */
export function reasonIn(words: string, field: string): string {
  const reason = words.trim();
  if (reason !== "") return reason;
  throw wrongValue(
    { zh: "请写明理由。", en: "Please give a reason." },
    { field, remedy: "say why in a few words" },
  );
}
