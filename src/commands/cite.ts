import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { readSettings } from "../config.ts";
import { dayInChina } from "../core/today.ts";
import { openLawDesk } from "../law-desk.ts";
import type { Cite, CiteOptions } from "../statutes/cite/check.ts";
import { sayCitations } from "../statutes/words.ts";
import { readJsonLines } from "./json-lines.ts";
import { fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface CiteCommandOptions extends CommonOptions {
  readonly on?: string;
  readonly actOn?: string;
  readonly batch?: string;
}

const line = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  on: z.string().optional(),
  actOn: z.string().optional(),
});

/** `bangban cite TEXT|-`: every citation of a law in a text, each with what is wrong with it. */
export async function cite(text: string | undefined, options: CiteCommandOptions): Promise<void> {
  const desk = openLawDesk(readSettings({ dataDir: options.data }).dataDir);
  try {
    const { lang = "zh", batch } = options;
    const { cite: check } = desk.open();
    if (batch !== undefined) return await citeMany(check, batch, options);
    if (text === undefined) throw wrongUse("cite needs a text", "bangban cite TEXT, or - to read one");
    const read = text === "-" ? await readAll(process.stdin) : text;
    const { citations } = check(read, daysOf({}, options));
    if (options.json) printJson({ citations });
    else print(sayCitations(citations, lang));
  } catch (error) {
    fail(error, options);
  } finally {
    desk.close();
  }
}

async function citeMany(check: Cite, file: string, options: CiteCommandOptions): Promise<void> {
  for await (const { id, text, ...days } of readJsonLines(file, line)) {
    printJson({ id, ...check(text, daysOf(days, options)) });
  }
}

type Days = Pick<z.output<typeof line>, "on" | "actOn">;

/** A line's own days come before those of the command. */
function daysOf(own: Days, { on, actOn, today, lang = "zh" }: CiteCommandOptions): CiteOptions {
  const act = own.actOn ?? actOn;
  return {
    on: own.on ?? on ?? today ?? dayInChina(Date.now()),
    lang,
    ...(act === undefined ? {} : { actOn: act }),
  };
}
