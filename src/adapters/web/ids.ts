import { createHash, randomBytes } from "node:crypto";

// 192 bits: whoever holds it holds the talk, so it must not be guessed
const CAPABILITY_BYTES = 24;
// 128 bits of the digest are enough to tell conversations and messages apart
const DIGEST_CHARS = 32;
// the length of a UUID's 32 hexadecimal digits
const SECRET_KEY_CHARS = 32;
const MESSAGE_ID = /^web-([0-9a-f]{32})-[0-9a-f]{32}/;

/** What a browser must show to read or continue a talk: at least 128 bits, as the server makes them. */
export const CAPABILITY = /^[\w-]{22,128}$/;

/** A new unguessable id of a conversation. */
export const newCapability = (): string => randomBytes(CAPABILITY_BYTES).toString("base64url");

/**
 * The id for a talk that begins with this key. A key as long as a UUID is as secret as the id made from it, so a
 * retry of the first question finds its talk again; a shorter one could be guessed and only makes a new talk.
 */
export function capabilityFor(key: string): string {
  if (key.length < SECRET_KEY_CHARS) return newCapability();
  return createHash("sha256").update(`capability ${key}`).digest("base64url");
}

const digest = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, DIGEST_CHARS);

/** The id under which the bot knows a conversation; logs and records never hold what opens it. */
export const conversationIdOf = (capability: string): string => digest(`conversation ${capability}`);

/** The id of one message: the same for the same conversation and key, so a retried send is found again. */
export const messageIdOf = (conversationId: string, key: string): string =>
  `web-${conversationId}-${digest(`${conversationId} ${key}`)}`;

/** The conversation a message belongs to, or null when the id is none of ours. */
export const conversationOfMessage = (messageId: string): string | null =>
  MESSAGE_ID.exec(messageId)?.[1] ?? null;

/** The message id that an entry of a talk begins with, or the entry's own id. */
export const messageOfEntry = (entryId: string): string => MESSAGE_ID.exec(entryId)?.[0] ?? entryId;
