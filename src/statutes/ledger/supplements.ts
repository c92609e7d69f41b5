import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Supplements } from "./build.ts";

const FILE = new URL("../data/supplements.json", import.meta.url);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const file = z.object({
  corrections: z.array(z.object({ law: z.string(), published: day, from: day, source: z.string() })),
  renumberings: z.array(
    z.object({ law: z.string(), from: day, moved: z.record(z.string(), z.array(z.string())) }),
  ),
  aliases: z.record(z.string(), z.string()),
});

/** Short names, moved numbers and corrected days that ship with the project. */
export const supplements = (): Supplements => file.parse(JSON.parse(readFileSync(FILE, "utf8")));
