import type { Delivery } from "../../../core/adapter.ts";
import { pieceBody, type FileBody, type MessageBody } from "../render/body.ts";
import { showAside } from "./aside.ts";
import { sendFile } from "./file.ts";
import { placeIn, type DeliverParts, type Place } from "./parts.ts";
import { isUnreachable, postMessage } from "./post.ts";

/** Brings a stored piece to Slack; resolves once Slack has it. */
export type Send = (delivery: Delivery) => Promise<void>;

// keys come back only after a broken send; older ones need not be remembered
const KEYS_KEPT = 20_000;

/** Sends pieces, each key once: from memory, by its stream, or by looking it up. */
export function createSend(parts: DeliverParts): Send {
  const sent = new Set<string>();
  return async (delivery) => {
    if (sent.has(delivery.key)) return;
    const body = pieceBody.parse(JSON.parse(delivery.body));
    if (!(await finishStream(parts, delivery, body))) await bring(parts, delivery, body);
    sent.add(delivery.key);
    for (const old of sent) {
      if (sent.size <= KEYS_KEPT) break;
      sent.delete(old);
    }
  };
}

/** Lets a stream that is under way end in this piece; false when there is none. */
async function finishStream(
  { streams }: DeliverParts,
  { key, message }: Delivery,
  body: MessageBody | FileBody,
): Promise<boolean> {
  if (body.type !== "message" || !body.isFirst) return false;
  const stream = streams.take(message.id);
  await stream?.settle();
  if (stream?.ts === undefined) return false;
  if (body.where === "thread") {
    await stream.finish(key, body);
    return true;
  }
  // it turned out not to be for everybody
  await stream.drop();
  return false;
}

async function bring(parts: DeliverParts, delivery: Delivery, body: MessageBody | FileBody): Promise<void> {
  if (body.where === "aside" && body.type === "message" && (await showAside(parts, delivery, body))) return;
  if (body.where !== "thread") return put(parts, delivery, body, await directPlace(parts, delivery));
  try {
    await put(parts, delivery, body, placeIn(delivery));
  } catch (error) {
    // the room is closed to us: the person still gets an answer
    if (!isUnreachable(error) || !delivery.message.conversation.isGroup) throw error;
    await put(parts, delivery, body, await directPlace(parts, delivery));
  }
}

const put = (
  parts: DeliverParts,
  delivery: Delivery,
  body: MessageBody | FileBody,
  place: Place,
): Promise<void> =>
  body.type === "file" ? sendFile(parts, delivery, body, place) : postMessage(parts, delivery, body, place);

/** The person's own talk with the bot. */
async function directPlace({ calls }: DeliverParts, { message }: Delivery): Promise<Place> {
  const answer = await calls.call("conversations.open", { users: message.author.id });
  const { channel } = answer;
  const id = typeof channel === "object" && channel !== null && "id" in channel ? String(channel.id) : "";
  if (id === "") throw new Error("Slack opened no direct conversation");
  return { channel: id };
}
