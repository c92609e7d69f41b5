import { z } from "zod";
import { ROLES } from "../../core/principal.ts";
import type { Question } from "./questions.ts";
import type { Synonym } from "./synonyms.ts";
import type { Table } from "./table.ts";

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** What `pack.yaml` may say. */
export const packSchema = z.strictObject({
  name: words,
  purpose: words,
  audience: z.array(z.enum(ROLES)).min(1),
  tools: z.array(z.string().min(1)).default([]),
  rooms: z.array(z.string().min(1)).default([]),
  keywords: z.array(z.string().min(1)).default([]),
  suggestions: z.array(words).default([]),
  contacts: z
    .array(
      z.strictObject({
        name: words,
        number: z.string().min(1),
        for: z.array(z.string()).default([]),
      }),
    )
    .min(1),
});

/** A domain pack without its articles, which are in the library. */
export interface Pack extends Readonly<z.output<typeof packSchema>> {
  /** The folder's name; also the collection its articles are searched under. */
  readonly id: string;
  /** The prompt, in prose. */
  readonly guide: string;
  readonly tables: readonly Table[];
  readonly synonyms: readonly Synonym[];
  readonly questions: readonly Question[];
}
