import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Supplements } from "./build.ts";

const FILE = new URL("../shipped/supplements.json", import.meta.url);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const file = z.object({
  corrections: z.array(z.object({ law: z.string(), published: day, from: day, source: z.string() })),
  renumberings: z.array(
    z.object({ law: z.string(), from: day, moved: z.record(z.string(), z.array(z.string())) }),
  ),
  topics: z.array(
    z.object({
      law: z.string(),
      from: day,
      words: z.array(z.string()),
      articles: z.array(z.string()),
      also: z.array(z.string()),
    }),
  ),
  aliases: z.record(z.string(), z.string()),
  /** Laws whose articles are shipped as sketches. */
  sketched: z.array(z.string()),
});

/** Short names, moved numbers, corrected days and the laws to sketch, as they ship with the project. */
export const supplements = (): Supplements & { readonly sketched: readonly string[] } =>
  file.parse(JSON.parse(readFileSync(FILE, "utf8")));
