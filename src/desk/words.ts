import { languageOf, type Words } from "../core/language.ts";
import type { IncomingMessage } from "../core/message.ts";

/** Said in the language of the message: no step has looked at it yet. */
export const wordsFor = (message: IncomingMessage, words: Words): string =>
  words[message.locale ?? languageOf(message.text)];

/** Said at once to somebody whose earlier questions are still open, where the platform cannot show progress. */
export const queued = (ahead: number): Words => ({
  zh: `前面还有 ${ahead} 条，您的问题已记下，会按顺序回答。`,
  en: `${ahead} earlier messages are still open. Yours is noted and will be answered in turn.`,
});

/** The answer to a message that came while its conversation was full. */
export const FULL_LANE: Words = {
  zh: "这个会话里等待回答的消息太多，这一条没有处理。请等前面的回答完再发。",
  en: "Too many messages are waiting in this conversation, so this one was not handled. Please send it again later.",
};

/** The answer to a message that has brought the program down again and again. */
export const CRASHED: Words = {
  zh: "这条消息多次处理失败，已停止重试并通知管理员。请换个说法再发一次。",
  en: "Handling this message failed several times. The administrator has been told. Please word it differently.",
};
