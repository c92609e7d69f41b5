import { z } from "zod";
import { partSchema } from "../content.ts";

/** What a reading process is asked; the file's bytes follow in a message of their own. */
export const jobSchema = z.object({
  name: z.string(),
  /** Files of the archive that are read already. */
  done: z.array(z.string()),
});

export type Job = Readonly<z.output<typeof jobSchema>>;

/** What a reading process tells. */
export const eventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("begin"), name: z.string(), bytes: z.number() }),
  z.object({ type: z.literal("progress") }),
  z.object({ type: z.literal("part"), part: partSchema }),
  z.object({ type: z.literal("done") }),
]);

export type ParserEvent = Readonly<z.output<typeof eventSchema>>;
