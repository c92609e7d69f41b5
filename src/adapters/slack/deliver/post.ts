import type { Delivery } from "../../../core/adapter.ts";
import { plainText } from "../../plain.ts";
import { splitText } from "../../split.ts";
import { refusalOf } from "../api/refusal.ts";
import { markdownBlock } from "../render/blocks.ts";
import type { MessageBody } from "../render/body.ts";
import { findPiece, type Found } from "./find.ts";
import { metadataFor } from "./metadata.ts";
import type { DeliverParts, Place } from "./parts.ts";
import { rewrite } from "./rewrite.ts";

/** Slack cannot or may not show anything in that place. */
const UNREACHABLE = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_only_channel",
  "cannot_reply_to_message",
  "thread_not_found",
]);
/** Slack will not take the message as it is laid out. */
const UNSHAPELY = new Set([
  "msg_too_long",
  "msg_blocks_too_long",
  "invalid_blocks",
  "invalid_blocks_format",
  "no_text",
]);
// longer plain texts were seen to be refused although the limit is stated to be ten times as much
const PLAIN_CHARS = 3_900;
const CLOCK_SKEW_MS = 60_000;
// no link is unfolded: it would fetch what a model wrote
const AS_IT_IS = { unfurl_links: false, unfurl_media: false, link_names: false };

/** True when the place is closed to us for good. */
export const isUnreachable = (error: unknown): boolean => UNREACHABLE.has(refusalOf(error).error);

/** Brings a message into a place, once: where an earlier attempt may have arrived it is looked for first. */
export async function postMessage(
  parts: DeliverParts,
  delivery: Delivery,
  body: MessageBody,
  place: Place,
): Promise<void> {
  const found = await lookUp(parts, delivery, place);
  if (found.whole !== undefined) return;
  const { channel, thread } = place;
  const content = {
    channel,
    text: body.fallback,
    blocks: [markdownBlock(body.markdown), ...body.below],
    metadata: metadataFor(delivery.key),
  };
  if (found.torn !== undefined && body.isFirst && thread !== undefined) {
    return rewrite(parts.calls.call, { channel, ts: found.torn }, content);
  }
  await parts.pace.turn(channel);
  const threaded = thread === undefined ? {} : { thread_ts: thread };
  try {
    await parts.calls.call("chat.postMessage", { ...content, ...threaded, ...AS_IT_IS });
  } catch (error) {
    if (!UNSHAPELY.has(refusalOf(error).error)) throw error;
    await postPlain(parts, delivery, body, { ...AS_IT_IS, ...threaded, channel });
  }
}

/** Looks for a piece where it may have arrived; an answer that was begun by a process that died is found too. */
export async function lookUp(parts: DeliverParts, delivery: Delivery, place: Place): Promise<Found> {
  const { key, message, isDoubtful } = delivery;
  const isTorn = parts.streams.take(message.id)?.mayBeTorn === true;
  if (!isDoubtful && !isTorn && parts.streams.isOurs(message.id)) return {};
  const { channel, thread } = place;
  // what was typed has Slack's own time, what was pressed has ours; the two clocks differ
  const skewMs = message.kind === "text" || message.kind === "edit" ? 0 : CLOCK_SKEW_MS;
  const oldest = ((message.sentAtMs - skewMs) / 1_000).toFixed(6);
  const search = { channel, thread, oldest, key };
  const found = await findPiece(parts.calls.call, parts.workspace, search);
  if (found.whole !== undefined || found.torn !== undefined) return found;
  // what was posted a moment ago may not be in the history yet
  await parts.lookAgain();
  return findPiece(parts.calls.call, parts.workspace, search);
}

/** The words alone, where Slack will not have them as they were laid out. */
async function postPlain(
  { calls, pace }: DeliverParts,
  { key }: Delivery,
  { markdown }: MessageBody,
  where: { readonly channel: string },
): Promise<void> {
  const texts = splitText(plainText(markdown), { maxPiece: PLAIN_CHARS, unit: "chars" });
  for (const [index, text] of texts.entries()) {
    if (index > 0) await pace.turn(where.channel);
    // the key goes with the last one: only then is all of it there
    const isLast = index === texts.length - 1;
    await calls.call("chat.postMessage", {
      ...where,
      text,
      metadata: metadataFor(isLast ? key : `${key}~${index}`),
    });
  }
}
