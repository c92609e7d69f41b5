import { say, type Reply } from "../src/core/reply.ts";
import type { IncomingMessage } from "../src/core/message.ts";

type Changes = Partial<IncomingMessage> & { readonly room?: string; readonly user?: string };

let counter = 0;

/** A question in a direct chat, as an adapter would hand it in. */
export function message(
  text: string,
  { room = "r1", user = "u1", ...changes }: Changes = {},
): IncomingMessage {
  counter += 1;
  return {
    id: `m${counter}`,
    platform: "test",
    account: "bot",
    kind: "text",
    surface: "direct",
    conversation: { key: `test:bot:${room}`, id: room, isGroup: false },
    author: { id: user, isBot: false, isSelf: false },
    mentions: { self: true, all: false, ids: [], source: "implicit" },
    text,
    rawText: text,
    attachments: [],
    sentAtMs: 0,
    receivedAtMs: 0,
    ...changes,
  };
}

/** The same question in a group, with or without a mention of the bot. */
export function groupMessage(text: string, isMentioned = true, changes: Changes = {}): IncomingMessage {
  const room = changes.room ?? "g1";
  return message(text, {
    surface: "room",
    conversation: { key: `test:bot:${room}`, id: room, isGroup: true },
    mentions: { self: isMentioned, all: false, ids: [], source: "text" },
    ...changes,
  });
}

/** An answer of an agent. */
export const answer = (text: string, more: Partial<Reply> = {}): Reply =>
  say(text, { agent: "desk", mode: "offline", ...more });
