import type { Delivery } from "../../../core/adapter.ts";
import type { Words } from "../../../core/language.ts";
import { languageFor } from "../../speech.ts";
import type { FileBody, MessageBody } from "../render/body.ts";
import { escapeMrkdwn } from "../render/markdown.ts";
import { postMessage, lookUp } from "./post.ts";
import type { DeliverParts, Place } from "./parts.ts";

const UPLOAD_MS = 60_000;

const WORDS = {
  file: { zh: "文件：", en: "File: " },
  gone: { zh: "这个文件已经不在了，没有发出：", en: "This file is no longer there and was not sent: " },
} as const satisfies Record<string, Words>;

/** Brings a file into a place, once: it is found again by the id of the block it comes with. */
export async function sendFile(
  parts: DeliverParts,
  delivery: Delivery,
  body: FileBody,
  place: Place,
): Promise<void> {
  const file = await parts.openFile(body.fileId);
  const language = languageFor(delivery.message);
  if (file === null) {
    return postMessage(parts, delivery, lineBody(WORDS.gone[language] + body.name), place);
  }
  if ((await lookUp(parts, delivery, place)).whole !== undefined) return;
  const { call } = parts.calls;
  const upload = await call("files.getUploadURLExternal", { filename: body.name, length: file.body.length });
  await putBytes(String(upload["upload_url"]), file.body);
  await parts.pace.turn(place.channel);
  await call("files.completeUploadExternal", {
    files: [{ id: String(upload["file_id"]), title: body.name }],
    channel_id: place.channel,
    ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
    blocks: [
      {
        type: "context",
        block_id: delivery.key,
        elements: [{ type: "mrkdwn", text: WORDS.file[language] + escapeMrkdwn(body.name) }],
      },
    ],
  });
}

async function putBytes(url: string, bytes: Uint8Array): Promise<void> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
    redirect: "error",
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  if (!answer.ok) throw new Error(`Slack did not take a file: ${answer.status}`);
}

/** A message of one line. */
export const lineBody = (text: string): MessageBody => ({
  type: "message",
  where: "thread",
  markdown: text,
  below: [],
  fallback: text,
  isFirst: false,
  keepsStream: false,
});
