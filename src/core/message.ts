import type { Language } from "./language.ts";

/** What a person did. */
export type MessageKind =
  | "text"
  | "command"
  | "action"
  | "edit"
  | "delete"
  | "file"
  | "voice"
  | "image"
  | "link"
  | "open"
  | "feedback"
  | "stop";

/** Where on the platform it was done. */
export type Surface =
  "channel" | "thread" | "direct" | "room" | "agent_pane" | "slash" | "modal" | "page" | "terminal";

/** Who wrote. `id` is the platform's own id; a display name is never trusted for anything. */
export interface Author {
  readonly id: string;
  readonly name?: string;
  readonly isBot: boolean;
  readonly isSelf: boolean;
  /** The author's own tenant where it differs from the bot's: a guest of Slack Connect, say. */
  readonly externalTenant?: string;
}

/** The place the words were said in; `key` is the lane: one is served at a time within it. */
export interface Conversation {
  /** platform:account:id[:thread] */
  readonly key: string;
  readonly id: string;
  readonly threadId?: string;
  readonly isGroup: boolean;
  readonly title?: string;
}

export interface Mentions {
  readonly self: boolean;
  readonly all: boolean;
  readonly ids: readonly string[];
  /** How we know: the platform said so, the text was read, or being there is enough (a direct chat). */
  readonly source: "native" | "text" | "implicit";
}

export interface Quote {
  readonly text?: string;
  readonly authorName?: string;
  readonly messageId?: string;
}

/** A file that came along; its bytes wait in the data folder under `fileId` once the adapter has fetched them. */
export interface Attachment {
  readonly kind: "image" | "file" | "audio" | "video";
  readonly name: string;
  readonly mime?: string;
  readonly sizeBytes?: number;
  readonly fileId?: string;
  readonly transcript?: string;
}

/**
 * One thing that came in, the same from every platform: plain data, so that it can be stored, replayed and
 * written by hand in a test.
 */
export interface IncomingMessage {
  /** Stable over redelivery; the inbox refuses a second one. */
  readonly id: string;
  readonly platform: string;
  /** The bot's own account there: team, bot id, gh_ id. */
  readonly account: string;
  /** The id of this delivery, where the platform names one (Slack: event_id). */
  readonly deliveryId?: string;
  readonly kind: MessageKind;
  readonly surface: Surface;
  readonly conversation: Conversation;
  readonly author: Author;
  readonly mentions: Mentions;
  /** Mentions and quotes taken out, entities decoded, NFC. */
  readonly text: string;
  readonly rawText: string;
  readonly quote?: Quote;
  readonly attachments: readonly Attachment[];
  readonly command?: { readonly name: string; readonly args: string; readonly triggerId?: string };
  readonly action?: { readonly id: string; readonly value?: string; readonly messageId?: string };
  /** What the person is looking at while asking (Slack's app_context). */
  readonly viewing?: readonly { readonly type: string; readonly id: string }[];
  /** Where the platform takes the answer to this one message, for a while, when that is not the place it was said in. */
  readonly replyAddress?: string;
  /** The message that an edit, a delete or a stop speaks about. */
  readonly targetMessageId?: string;
  readonly locale?: Language;
  readonly sentAtMs: number;
  readonly receivedAtMs: number;
}
