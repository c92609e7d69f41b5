import { BotError } from "../core/errors.ts";
import type { IncomingMessage } from "../core/message.ts";
import type { Step } from "../core/turn.ts";

// about ten pages; a longer text belongs into a file
const MAX_TEXT_CHARS = 20_000;

/**
 * Silent for what is not meant for us: our own echoes, other bots (two bots that answer each other never end),
 * group talk without a mention, and events that are not questions. Throws `input.tooLong` and `input.empty`.
 */
export function admit(): Step {
  return async (turn, next) => {
    const { message } = turn;
    if (message.author.isSelf || message.author.isBot || !isQuestion(message) || !isForUs(message))
      return null;
    if (message.text.length > MAX_TEXT_CHARS) throw tooLong(message.text.length);
    // a command says what is wanted by its name alone
    const isBlank = message.text.trim() === "" && message.attachments.length === 0;
    if (isBlank && message.command === undefined) throw empty();
    return next(turn);
  };
}

const isQuestion = ({ kind }: IncomingMessage): boolean =>
  kind === "text" || kind === "command" || kind === "action" || kind === "edit" || kind === "voice";

const isForUs = ({ conversation, mentions, kind }: IncomingMessage): boolean =>
  !conversation.isGroup || mentions.self || kind === "command" || kind === "action";

function tooLong(chars: number): BotError {
  return new BotError("input.tooLong", `a message of ${chars} characters`, {
    forUser: {
      zh: `这条消息有 ${chars} 字，一次最多 ${MAX_TEXT_CHARS} 字。请分段发送，或以文件发送。`,
      en: `This message has ${chars} characters; ${MAX_TEXT_CHARS} is the most. Please split it or send a file.`,
    },
  });
}

function empty(): BotError {
  return new BotError("input.empty", "a message without words", {
    forUser: {
      zh: "没有收到文字。请直接写下您的问题，例如：孩子的出生医学证明怎么办？",
      en: "No words arrived. Please write your question, for example: how do I get a birth certificate?",
    },
  });
}
