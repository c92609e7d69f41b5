import type { Attachment, IncomingMessage, MessageKind } from "../../../core/message.ts";
import type { Workspace } from "../workspace.ts";
import { messageId, msOf, placeOf, surfaceOf, type Where } from "./place.ts";
import type { Said, SaidEvent } from "./shapes.ts";
import { readWords, type Words } from "./text.ts";

/** What the adapter knows beside the event itself. */
export interface Known {
  readonly workspace: Workspace;
  readonly deliveryId?: string;
  readonly receivedAtMs: number;
  /** The tenant of somebody who is not of this one: a guest, or a user of Slack Connect. */
  readonly externalTenant?: string | undefined;
  /** The bot was asked in this thread, and people have not begun to talk to each other. */
  readonly isServed: boolean;
}

// what people type; joins, topics and the rest are said by nobody
const SPOKEN = new Set(["", "file_share", "thread_broadcast", "me_message"]);
const STOP = /^(?:停|停止|停下|别说了|stop|cancel)[。.!！]?$/iu;
const KINDS = ["image", "audio", "video"] as const;

export const whereSaid = (event: SaidEvent | (Said & { readonly channel: string })): Where => ({
  channel: event.channel,
  ts: event.ts,
  threadTs: event.thread_ts,
  channelType: "channel_type" in event ? event.channel_type : undefined,
  isPane: event.assistant_thread !== undefined && event.assistant_thread !== null,
});

/** True for words of a person: no bot's, ours included, and no notice of the platform. */
export const isSpoken = ({ user, bot_id, subtype }: Said, { botUser }: Workspace): boolean =>
  Boolean(user) && !bot_id && user !== botUser && SPOKEN.has(subtype ?? "");

/** Something a person said as a message; null when it is not for the bot. */
export function normalizeSaid(event: SaidEvent, known: Known): IncomingMessage | null {
  const { workspace, deliveryId, receivedAtMs, externalTenant, isServed } = known;
  if (!isSpoken(event, workspace)) return null;
  const where = whereSaid(event);
  const words = readWords(event.text ?? "", workspace.botUser);
  const conversation = placeOf(workspace, where);
  const isNamed = event.type === "app_mention" || words.mentions.includes(workspace.botUser);
  if (conversation.isGroup && !isNamed && !isServed) return null;
  const attachments = (event.files ?? []).map(attachmentOf);
  return {
    id: messageId(event.channel, event.ts),
    platform: "slack",
    account: workspace.teamId,
    ...(deliveryId === undefined ? {} : { deliveryId }),
    kind: kindOf(words.text, attachments),
    surface: surfaceOf(where),
    conversation,
    author: authorOf(event.user ?? "", externalTenant),
    mentions: mentionsOf(words, isNamed),
    text: words.text,
    rawText: (event.text ?? "").toWellFormed(),
    attachments,
    ...viewingOf(event),
    sentAtMs: msOf(event.ts),
    receivedAtMs,
  };
}

export const authorOf = (id: string, externalTenant: string | undefined): IncomingMessage["author"] => ({
  id,
  isBot: false,
  isSelf: false,
  ...(externalTenant === undefined ? {} : { externalTenant }),
});

/** Whom the words call; a place where the bot is spoken to without its name counts as a mention. */
export const mentionsOf = (words: Words, isNamed: boolean): IncomingMessage["mentions"] => ({
  self: true,
  all: words.callsAll,
  ids: words.mentions,
  source: isNamed ? "native" : "implicit",
});

function kindOf(text: string, attachments: readonly Attachment[]): MessageKind {
  if (STOP.test(text)) return "stop";
  return text === "" && attachments.length > 0 ? "file" : "text";
}

function attachmentOf(file: NonNullable<Said["files"]>[number]): Attachment {
  const kind = KINDS.find((each) => file.mimetype?.startsWith(`${each}/`)) ?? "file";
  return {
    kind,
    name: (file.name ?? "file").toWellFormed(),
    ...(file.mimetype ? { mime: file.mimetype } : {}),
    ...(typeof file.size === "number" ? { sizeBytes: file.size } : {}),
  };
}

function viewingOf({ app_context }: SaidEvent): Pick<IncomingMessage, "viewing"> {
  const viewing = (app_context?.entities ?? []).flatMap(({ type, id }) => (id ? [{ type, id }] : []));
  return viewing.length === 0 ? {} : { viewing };
}
