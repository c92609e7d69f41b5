import { readFileSync } from "node:fs";
import { z } from "zod";

const written = z.record(z.string(), z.unknown());
const caseSchema = z.strictObject({
  type: z.string().optional(),
  facts: written,
  documents: z.array(written).optional(),
  tenant: written.optional(),
});
const listSchema = z.array(
  z.strictObject({ rule: z.string(), sees: z.string(), hit: caseSchema, pass: caseSchema }),
);

/** A case as a file writes it: one flat document of a type, or several documents. */
export type Case = z.output<typeof caseSchema>;
type Written = z.output<typeof written>;

/** A rule, what it must see, and the nearest case that it must pass over. */
export type Situation = z.output<typeof listSchema>[number];

const read = (name: string): readonly Situation[] =>
  listSchema.parse(JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));

/** The conduct of a case, then the form of documents. */
export const SITUATIONS: readonly Situation[] = [...read("conduct.json"), ...read("form.json")];

/** One flat document. */
export const flat = (type: string, facts: Written, tenant?: Written): Case => ({ type, facts, tenant });

/** A case of several documents. */
export const whole = (facts: Written, documents: Written[], tenant?: Written): Case => ({
  facts,
  documents,
  tenant,
});
