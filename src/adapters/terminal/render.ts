import { z } from "zod";
import type { Limits, Piece } from "../../core/adapter.ts";
import type { IncomingMessage } from "../../core/message.ts";
import type { Reply } from "../../core/reply.ts";
import { plainAnswer, plainBelow, type PlainReplyOptions } from "../plain-reply.ts";
import { languageFor } from "../speech.ts";

/** A terminal scrolls: one piece of any length, streamed as it comes. */
export const LIMITS: Limits = {
  format: "plain",
  maxPiece: Infinity,
  unit: "chars",
  maxPieces: 1,
  stream: "native",
  edit: false,
  ephemeral: false,
  threads: false,
  typing: true,
  files: true,
  buttons: false,
};

const bodySchema = z.object({
  answer: z.string(),
  below: z.string(),
  actions: z.array(z.object({ label: z.string(), text: z.string() })),
});

/** What the screen shows of a reply: the part that streams, and all that stands below it. */
export type ScreenReply = Readonly<z.output<typeof bodySchema>>;

/** A reply as one piece of plain text. */
export function render(
  reply: Reply,
  message: IncomingMessage,
  fileWords?: PlainReplyOptions["fileWords"],
): readonly Piece[] {
  const language = languageFor(message);
  const answer = plainAnswer(reply, language);
  const below = plainBelow(reply, { language, ...(fileWords && { fileWords }) });
  const text = [answer, below].filter((part) => part !== "").join("\n\n");
  return [{ text, body: JSON.stringify({ answer, below, actions: reply.actions }) }];
}

/** The body of a piece, read back. */
export const readScreenReply = (body: string): ScreenReply => bodySchema.parse(JSON.parse(body));
