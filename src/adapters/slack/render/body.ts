import { z } from "zod";

const block = z.record(z.string(), z.unknown());
const where = z.enum(["thread", "aside", "private"]);

/** Who sees a piece: everybody in the thread, one person within the channel, one person elsewhere. */
export type Audience = z.output<typeof where>;

const messageBody = z.object({
  type: z.literal("message"),
  where,
  markdown: z.string(),
  /** What stands below the words: sources, notices, buttons. */
  below: z.array(block),
  /** For notifications and for readers of the screen. */
  fallback: z.string(),
  /** A stream that has begun may end in this piece. */
  isFirst: z.boolean(),
  /** What was streamed stays, with these words below it: the person has stopped it. */
  keepsStream: z.boolean(),
});

const fileBody = z.object({
  type: z.literal("file"),
  where,
  fileId: z.string(),
  name: z.string(),
});

/** A piece as it is stored before it is sent. */
export const pieceBody = z.discriminatedUnion("type", [messageBody, fileBody]);

export type MessageBody = z.output<typeof messageBody>;
export type FileBody = z.output<typeof fileBody>;
