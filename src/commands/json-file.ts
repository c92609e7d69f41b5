import { readFileSync } from "node:fs";
import { BotError, messageOf } from "../core/errors.ts";

/** The JSON in a file. Throws `input.invalid` that names file and fault. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    const fault = messageOf(error);
    throw new BotError("input.invalid", `${file}: ${fault}`, {
      forUser: { zh: `${file} 不是可以读取的 JSON：${fault}`, en: `${file} is no readable JSON: ${fault}` },
      file,
      remedy:
        "mend the file at the place named; a facts file is written as `bangban draft TYPE --schema` shows",
    });
  }
}
