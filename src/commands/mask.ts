import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { Vault } from "../privacy/vault.ts";
import { readJsonLines } from "./json-lines.ts";
import { fail, print, printJson, type CommonOptions } from "./output.ts";

const line = z.looseObject({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `bangban mask`: the text on standard input as a model would see it. */
export async function mask(options: CommonOptions & { readonly batch?: string }): Promise<void> {
  try {
    if (options.batch !== undefined) {
      for await (const { id, text } of readJsonLines(options.batch, line)) {
        printJson({ id, ...new Vault().mask(text) });
      }
      return;
    }
    const masked = new Vault().mask(await readAll(process.stdin));
    if (options.json) printJson(masked);
    else print(masked.masked.trimEnd());
  } catch (error) {
    fail(error, options);
  }
}
