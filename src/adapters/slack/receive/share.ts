import { languageOf, type Language, type Words } from "../../../core/language.ts";
import type { IncomingMessage } from "../../../core/message.ts";
import type { Send } from "../deliver/send.ts";
import { asidePlace } from "../normalize/place.ts";
import { SHARE } from "../normalize/pressed.ts";
import { pressed } from "../normalize/shapes.ts";
import type { SlackSources } from "../options.ts";
import { contextBlock } from "../render/blocks.ts";
import { pieceBody } from "../render/body.ts";
import { render } from "../render/render.ts";
import type { Reader } from "./read.ts";

const SHARED: Words = { zh: "由提问的人分享", en: "Shared by the person who asked" };

/** True for a press of our own "share with the channel". */
export const isShare = (body: unknown): boolean =>
  pressed.safeParse(body).data?.actions[0]?.action_id === SHARE;

/**
 * Posts the answer that one person saw into the channel. It was written for everybody in that channel, so nothing
 * is shown that they may not see; only whoever got it can share it, and only once.
 */
export async function share(
  body: unknown,
  { workspace, now }: Reader,
  history: SlackSources["history"],
  send: Send,
): Promise<void> {
  const { user, container, actions } = pressed.parse(body);
  const channel = container.channel_id ?? "";
  const id = actions[0]?.value ?? "";
  const conversation = asidePlace(workspace, channel, user.id);
  const line = (await history(conversation.key)).find((each) => each.id === id && each.reply);
  if (line?.reply === undefined) return;
  const language = languageOf(line.reply.text);
  // for all to read, and below nothing: there is no question in the channel
  const asked: IncomingMessage = {
    id,
    platform: "slack",
    account: workspace.teamId,
    kind: "action",
    surface: "channel",
    conversation: { key: conversation.key, id: channel, isGroup: conversation.isGroup },
    author: { id: user.id, isBot: false, isSelf: false },
    mentions: { self: true, all: false, ids: [], source: "native" },
    text: "",
    rawText: "",
    attachments: [],
    locale: language,
    sentAtMs: now() - SHARE_WITHIN_MS,
    receivedAtMs: now(),
  };
  const pieces = render({ ...line.reply, actions: [], files: [] }, asked);
  for (const [index, piece] of pieces.entries()) {
    const body = index === pieces.length - 1 ? withNote(piece.body, SHARED[language], language) : piece.body;
    await send({ ...piece, body, key: `${id}/shared/${index + 1}`, message: asked, isDoubtful: true });
  }
}

function withNote(json: string, note: string, language: Language): string {
  const body = pieceBody.parse(JSON.parse(json));
  if (body.type === "file") return json;
  return JSON.stringify({ ...body, below: [...body.below, contextBlock([note], language)] });
}

// an answer is found again, and not shared twice, within this
const SHARE_WITHIN_MS = 60 * 60_000;
