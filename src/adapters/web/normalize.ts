import { languageOf, type Language } from "../../core/language.ts";
import type { IncomingMessage } from "../../core/message.ts";
import { cleanText } from "../clean.ts";
import { messageIdOf } from "./ids.ts";

interface Anywhere {
  /** As {@link conversationIdOf} makes it. */
  readonly conversation: string;
  /** Made by the browser, or at random: the same key is the same event. */
  readonly key: string;
  readonly atMs: number;
  readonly language?: Language;
}

/** What a person can do on the page. */
export type WebEvent = Anywhere &
  (
    | { readonly type: "ask"; readonly text: string }
    | { readonly type: "stop"; readonly target?: string }
    | { readonly type: "feedback"; readonly value: "up" | "down"; readonly target: string }
  );

/** A platform event as a message; null when it says nothing. Whoever writes here is an anonymous citizen. */
export function normalize(event: WebEvent, account: string): IncomingMessage | null {
  const rawText = event.type === "ask" ? cleanText(event.text) : "";
  const text = rawText.trim();
  if (event.type === "ask" && text === "") return null;
  const { conversation, key, atMs } = event;
  const locale = localeOf(event, text);
  return {
    id: messageIdOf(conversation, `${event.type} ${key}`),
    platform: "web",
    account,
    kind: event.type === "ask" ? "text" : event.type,
    surface: "page",
    conversation: { key: `web:${account}:${conversation}`, id: conversation, isGroup: false },
    author: { id: conversation, isBot: false, isSelf: false },
    mentions: { self: true, all: false, ids: [], source: "implicit" },
    text,
    rawText,
    attachments: [],
    ...actionOf(event),
    ...(locale === undefined ? {} : { locale }),
    sentAtMs: atMs,
    receivedAtMs: atMs,
  };
}

function actionOf(event: WebEvent): Pick<IncomingMessage, "action" | "targetMessageId"> {
  if (event.type === "ask" || event.target === undefined) return {};
  if (event.type === "stop") return { targetMessageId: event.target };
  const { value, target } = event;
  return { targetMessageId: target, action: { id: "feedback", value, messageId: target } };
}

/** The page's language counts only where the words themselves have none: a button, a number. */
function localeOf({ language }: WebEvent, text: string): Language | undefined {
  const isTelling = languageOf(text) === "en" || /\p{Script=Han}/u.test(text);
  return isTelling ? undefined : language;
}
