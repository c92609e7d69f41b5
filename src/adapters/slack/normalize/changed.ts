import type { IncomingMessage } from "../../../core/message.ts";
import { authorOf, isSpoken, mentionsOf, normalizeSaid, whereSaid, type Known } from "./said.ts";
import { messageId, msOf, placeOf } from "./place.ts";
import type { ChangedEvent, DeletedEvent, Said, StoppedEvent } from "./shapes.ts";
import { readWords } from "./text.ts";

// an old question that is worded anew is tidied up, not asked again
const EDIT_WITHIN_MS = 10 * 60_000;

/** A question that was worded anew; null when its words are the same (a link was unfolded) or it is old. */
export function normalizeChanged(event: ChangedEvent, known: Known): IncomingMessage | null {
  const { message, previous_message: before, channel, channel_type } = event;
  const editedTs = message.edited?.ts;
  if (!editedTs || message.text === before?.text) return null;
  if (known.receivedAtMs - msOf(message.ts) > EDIT_WITHIN_MS) return null;
  const isServed = known.isServed || (before ? isCalled(before, known) : false);
  const said = normalizeSaid({ ...message, type: "message", channel, channel_type }, { ...known, isServed });
  if (said === null) return null;
  return { ...said, id: `${said.id}:edit:${editedTs}`, kind: "edit", targetMessageId: said.id };
}

/** A question that was taken back; null when it was never one for the bot. */
export function normalizeDeleted(event: DeletedEvent, known: Known): IncomingMessage | null {
  const { previous_message: before, channel, channel_type, deleted_ts } = event;
  if (!before || !isSpoken(before, known.workspace)) return null;
  const where = { ...whereSaid({ ...before, channel }), channelType: channel_type };
  const conversation = placeOf(known.workspace, where);
  if (conversation.isGroup && !known.isServed && !isCalled(before, known)) return null;
  const target = messageId(channel, deleted_ts);
  return bare(`${target}:delete`, "delete", before.user ?? "", known, {
    conversation,
    surface: conversation.isGroup ? "thread" : "direct",
    targetMessageId: target,
  });
}

/** The stop button: cuts off whatever runs in that conversation. */
export function normalizeStopped(event: StoppedEvent, known: Known): IncomingMessage {
  const { channel, thread_ts, user, event_ts } = event;
  const conversation = placeOf(known.workspace, { channel, ts: thread_ts });
  const id = `${messageId(channel, thread_ts)}:stop:${event_ts ?? known.deliveryId ?? ""}`;
  const surface = conversation.isGroup ? "thread" : "agent_pane";
  return bare(id, "stop", user, known, { conversation, surface });
}

type Place = Pick<IncomingMessage, "conversation" | "surface" | "targetMessageId" | "action">;

/** A message without words. */
export function bare(
  id: string,
  kind: IncomingMessage["kind"],
  user: string,
  { workspace, deliveryId, receivedAtMs, externalTenant }: Known,
  place: Place,
): IncomingMessage {
  return {
    id,
    platform: "slack",
    account: workspace.teamId,
    ...(deliveryId === undefined ? {} : { deliveryId }),
    kind,
    author: authorOf(user, externalTenant),
    mentions: mentionsOf({ text: "", mentions: [], callsAll: false }, false),
    text: "",
    rawText: "",
    attachments: [],
    ...place,
    sentAtMs: receivedAtMs,
    receivedAtMs,
  };
}

const isCalled = ({ text }: Said, { workspace: { botUser } }: Known): boolean =>
  readWords(text ?? "", botUser).mentions.includes(botUser);
