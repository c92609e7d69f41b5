import { randomUUID } from "node:crypto";
import { z } from "zod";
import { CAPABILITY } from "./ids.ts";
import { emptyInput, MAX_QUESTION_CHARS, notJson, tooLong, wrongField } from "./refusal.ts";

const capability = z.string().regex(CAPABILITY);
const key = z.string().regex(/^[\w.:-]{8,128}$/);

/** `POST /api/messages`. Fields that are not named here, a role for instance, are not read. */
export const askBody = z.object({
  text: z.string(),
  conversation: capability.optional(),
  /** The browser's own id of this question. */
  id: key.optional(),
});

/** `POST /api/conversations/:id/stop`. */
export const stopBody = z.object({ message: z.string().max(200).optional() });

/** `POST /api/messages/:id/feedback`. */
export const feedbackBody = z.object({ value: z.enum(["up", "down"]) });

/** A request body in its form. Throws the refusal that names the first fault. */
export function readBody<Schema extends z.ZodType>(schema: Schema, raw: string): z.output<Schema> {
  const parsed = schema.safeParse(parseJson(raw.trim() === "" ? "{}" : raw));
  if (parsed.success) return parsed.data;
  throw wrongField(parsed.error.issues[0]?.path.join(".") || "body");
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    throw notJson();
  }
}

/** The words of a question, known to be neither empty nor too long. */
export function checkedText(text: string): string {
  if (text.trim() === "") throw emptyInput("text");
  if (text.length > MAX_QUESTION_CHARS) throw tooLong("text", text);
  return text;
}

/** The key that makes a retry known: the header's, the body's, or a new one that is never seen again. */
export function keyOf(header: string | undefined, id: string | undefined): string {
  if (header !== undefined && !key.safeParse(header).success) throw wrongField("Idempotency-Key");
  return header ?? id ?? randomUUID();
}

/** A capability from a path. Throws where it has the wrong form. */
export function checkedCapability(id: string): string {
  if (!CAPABILITY.test(id)) throw wrongField("conversation");
  return id;
}
