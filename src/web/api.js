// @ts-check
import { language } from "./words.js";

/**
 * A sentence from the bot why it did not take something.
 */
export class Refused extends Error {
  /** @param {string} message @param {number} status */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string} path
 * @param {object} body
 * @param {string} [key] makes a retry known
 * @returns {Promise<Record<string, string>>}
 */
async function post(path, body, key) {
  const response = await fetch(path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Accept-Language": language(),
      ...(key === undefined ? {} : { "Idempotency-Key": key }),
    },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Refused(String(answer.error?.message ?? response.statusText), response.status);
}

/** @returns {Promise<import("./types.ts").PageInfo>} */
export async function fetchInfo() {
  const response = await fetch("/api/info");
  if (!response.ok) throw new Refused(response.statusText, response.status);
  return response.json();
}

/** @returns {Promise<string>} the new conversation's id */
export const newConversation = async () => String((await post("/api/conversations", {}))["id"]);

/**
 * @param {string} conversation
 * @param {string} text
 * @param {string} key
 * @returns {Promise<string>} the message's id
 */
export const sendQuestion = async (conversation, text, key) =>
  String((await post("/api/messages", { text, conversation }, key))["id"]);

/** @param {string} conversation @param {string} message */
export const stopAnswer = (conversation, message) =>
  post(`/api/conversations/${encodeURIComponent(conversation)}/stop`, { message });

/** @param {string} message @param {"up" | "down"} value */
export const sendFeedback = (message, value) =>
  post(`/api/messages/${encodeURIComponent(message)}/feedback`, { value });
