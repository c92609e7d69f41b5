import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { BotError, messageOf } from "../core/errors.ts";

/** The lines of a batch file, one after the other. Throws `usage.invalid` with file and line. */
export async function* readJsonLines<Line extends z.ZodType>(
  file: string,
  schema: Line,
): AsyncGenerator<z.output<Line>> {
  let number = 0;
  try {
    const input = createReadStream(file, "utf8");
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() !== "") yield parseLine(line, schema);
    }
  } catch (error) {
    throw broken(file, number, error);
  }
}

function parseLine<Line extends z.ZodType>(line: string, schema: Line): z.output<Line> {
  const parsed = schema.safeParse(JSON.parse(line));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "wrong form"}`);
}

function broken(file: string, line: number, cause: unknown): BotError {
  const where = line === 0 ? file : `${file}, line ${line}`;
  return new BotError("usage.invalid", `${where}: ${messageOf(cause)}`, {
    forUser: {
      zh: `批处理文件有误：${where}：${messageOf(cause)}`,
      en: `The batch file is wrong: ${where}: ${messageOf(cause)}`,
    },
    file,
    remedy: 'each line is one JSON object such as {"id": "1", "text": "…"}',
    cause,
  });
}
