import { z } from "zod";

const opening = z.object({
  /** The channel it was opened in; a direct one begins with D. Empty on the home page. */
  channel: z.string(),
  /** The thread of the message it was opened on. */
  thread: z.string().optional(),
  /** The document that was chosen. */
  form: z.string().optional(),
});

/** Where a form was opened and what for: all that travels with it, small enough for Slack's private metadata. */
export type Opening = z.output<typeof opening>;

export const written = (from: Opening): string => JSON.stringify(from);

/** What travelled with a form; null for a form of another version of the bot, or of somebody else. */
export function readOpening(metadata: string): Opening | null {
  try {
    return opening.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

export const isInChannel = ({ channel }: Opening): boolean => channel !== "" && !channel.startsWith("D");
