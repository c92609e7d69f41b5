import type { IncomingMessage } from "../../../core/message.ts";
import { cleanText } from "../../clean.ts";
import { bare } from "./changed.ts";
import { asidePlace, messageId, placeOf } from "./place.ts";
import type { Known } from "./said.ts";
import type { Pressed } from "./shapes.ts";

/** Ids of our own buttons; what stands behind the colon is a number. */
export const SAY = "say:";
export const FEEDBACK = "feedback";
export const SHARE = "share";

/** A button says its text, a thumb is feedback; null for what is none of ours, or has no place. */
export function normalizePressed(event: Pressed, known: Known): IncomingMessage | null {
  const { container, user, actions, message, response_url } = event;
  const [action] = actions;
  const channel = container.channel_id;
  const ts = message?.ts ?? container.message_ts;
  if (!action || !channel || !ts) return null;
  const { action_id: actionId, value } = action;
  const isAside = container.is_ephemeral === true;
  const threadTs = message?.thread_ts ?? container.thread_ts;
  const place = isAside
    ? { conversation: asidePlace(known.workspace, channel, user.id), surface: "slash" as const }
    : {
        conversation: placeOf(known.workspace, { channel, ts, threadTs }),
        surface: threadTs ? ("thread" as const) : ("channel" as const),
      };
  const on = messageId(channel, ts);
  const id = `${on}:${actionId}:${user.id}:${action.action_ts ?? event.trigger_id ?? ""}`;
  const act = { id: actionId, ...(value ? { value } : {}), messageId: on };
  if (actionId === FEEDBACK) {
    const kind = value === "up" || value === "down" ? "feedback" : null;
    return kind && bare(id, kind, user.id, known, { ...place, action: act, targetMessageId: on });
  }
  if (!actionId.startsWith(SAY) || !value) return null;
  const text = cleanText(value).trim();
  return {
    ...bare(id, "action", user.id, known, { ...place, action: act }),
    text,
    rawText: text,
    ...(isAside && response_url ? { replyAddress: response_url } : {}),
  };
}
