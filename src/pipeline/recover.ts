import { BotError } from "../core/errors.ts";
import type { Words } from "../core/language.ts";
import { say } from "../core/reply.ts";
import type { Step } from "../core/turn.ts";

export interface RecoverOptions {
  /** Told about every failure that nobody foresaw. */
  readonly onUnknownFailure: (error: unknown, messageId: string) => void;
}

const UNKNOWN: Words = {
  zh: "刚才出了点问题，没能回答。问题已记下并通知管理员，请稍后再试，或拨打 12345。",
  en: "Something went wrong and there is no answer yet. The administrator has been told. Please try again later.",
};
const STOPPED: Words = { zh: "已停止。", en: "Stopped." };

/**
 * Any failure below becomes a plain sentence in the person's language; what nobody foresaw is logged with its
 * cause. A turn that was taken back (deleted, edited) ends in silence, one that was stopped in a word.
 */
export function recover({ onUnknownFailure }: RecoverOptions): Step {
  return async (turn, next) => {
    try {
      return await next(turn);
    } catch (error) {
      if (turn.signal.aborted) {
        return turn.signal.reason === "stop"
          ? say(STOPPED[turn.language], { failure: "turn.cancelled" })
          : null;
      }
      if (error instanceof BotError) return say(error.detail.forUser[turn.language], { failure: error.code });
      onUnknownFailure(error, turn.message.id);
      return say(UNKNOWN[turn.language], { failure: "internal" });
    }
  };
}
