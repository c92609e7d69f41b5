import { z } from "zod";

/** The name under which our key travels with a message. */
export const EVENT_TYPE = "bangban_piece";

/** The key of a piece as a message carries it: people do not see it, we find the message by it. */
export const metadataFor = (key: string): object => ({ event_type: EVENT_TYPE, event_payload: { key } });

const block = z.object({ block_id: z.string().nullish() });
const kept = z.object({
  ts: z.string(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
  blocks: z.array(block).nullish(),
  metadata: z
    .object({
      event_type: z.string().nullish(),
      event_payload: z.object({ key: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/** A message in history, as far as it matters for finding our own. */
export type KeptMessage = z.output<typeof kept>;

/** The messages of a page of history; what is no message is left out. */
export function messagesOf(answer: Readonly<Record<string, unknown>>): readonly KeptMessage[] {
  const list = Array.isArray(answer["messages"]) ? answer["messages"] : [];
  return list.flatMap((each: unknown) => {
    const parsed = kept.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

const paging = z.object({ response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish() });

/** Where the next page of an answer begins; undefined for the last one. */
export const cursorOf = (answer: unknown): string | undefined => {
  const parsed = paging.safeParse(answer);
  return (parsed.success && parsed.data.response_metadata?.next_cursor) || undefined;
};

/** True for a message that carries this key; a file carries it as the id of a block, having no metadata. */
export const hasKey = ({ metadata, blocks }: KeptMessage, key: string): boolean =>
  metadata?.event_payload?.key === key || (blocks ?? []).some(({ block_id }) => block_id === key);
