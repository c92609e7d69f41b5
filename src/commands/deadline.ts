import { join } from "node:path";
import type { Command } from "commander";
import { z } from "zod";
import {
  answerAddYear,
  answerDeadline,
  answerList,
  commandOptions,
  pickOptions,
} from "../calendar/deadline/command.ts";
import { readTables } from "../calendar/holidays/tables.ts";
import { readSettings } from "../config.ts";
import { readJsonLines } from "./json-lines.ts";
import { fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface DeadlineOptions extends CommonOptions {
  readonly list?: boolean;
  readonly addYear?: string;
  readonly batch?: string;
}

const line = z.looseObject({ id: z.union([z.string(), z.number()]), kind: z.string() });

/** Gives a command the options of every legal period. */
export function withDeadlineOptions(command: Command): Command {
  for (const { flags, words } of commandOptions("en")) command.option(flags, words);
  return command;
}

/** `bangban deadline KIND --from DATE`: a legal period computed, with its working. */
export async function deadline(
  kind: string | undefined,
  options: DeadlineOptions & Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    const { lang = "zh" } = options;
    const folder = join(readSettings({ dataDir: options.data }).dataDir, "calendar");
    if (options.batch !== undefined) return await answerMany(options.batch, folder, lang);
    show(answer(kind, options, folder, lang), options);
  } catch (error) {
    fail(error, options);
  }
}

type Answer = ReturnType<typeof answerDeadline>;

function answer(
  kind: string | undefined,
  options: DeadlineOptions & Readonly<Record<string, unknown>>,
  folder: string,
  lang: "zh" | "en",
): Answer {
  if (options.list) return answerList(lang);
  if (options.addYear !== undefined) return answerAddYear(options.addYear, folder, lang);
  if (kind === undefined) throw wrongUse("deadline needs a kind of period", "see: bangban deadline --list");
  return answerDeadline(kind, pickOptions(options), readTables(folder), lang);
}

async function answerMany(file: string, folder: string, lang: "zh" | "en"): Promise<void> {
  const tables = readTables(folder);
  for await (const { id, kind, ...options } of readJsonLines(file, line)) {
    printJson({ id, ...answerDeadline(kind, pickOptions(options), tables, lang).json });
  }
}

function show({ json, text }: Answer, options: CommonOptions): void {
  if (options.json) printJson(json);
  else print(text);
}
