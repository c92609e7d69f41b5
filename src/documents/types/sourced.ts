import { z } from "zod";
import type { FactSource } from "../facts/fact.ts";

const word = z.string().trim().min(1);
const sourceSchema = z.strictObject({
  kind: z.enum(["message", "upload", "roster", "tenant", "file", "document", "calendar", "law"]).optional(),
  ref: word.optional(),
  words: word.optional(),
});
const sourcedSchema = z.strictObject({
  value: z.unknown(),
  source: sourceSchema.optional(),
  sources: z.array(sourceSchema).optional(),
});

/** A value with where it comes from: what the file says of it, else where the file itself is. */
export function readSourced(
  given: unknown,
  source: FactSource,
): { value: unknown; sources: readonly FactSource[] } {
  const isWrapped = typeof given === "object" && given !== null && !Array.isArray(given) && "value" in given;
  const read = isWrapped ? sourcedSchema.safeParse(given) : null;
  if (read?.success !== true) return { value: given, sources: [source] };
  const { value, source: one, sources: many = one === undefined ? [] : [one] } = read.data;
  const sources = many.map(({ kind = source.kind, ref = source.ref, words }): FactSource => {
    return words === undefined ? { kind, ref } : { kind, ref, words };
  });
  return { value, sources: sources.length === 0 ? [source] : sources };
}
