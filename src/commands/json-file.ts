import { existsSync, readFileSync } from "node:fs";
import { BotError, messageOf } from "../core/errors.ts";

/** The JSON in a file. Throws `input.invalid` that names file and fault. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) throw noFile(file);
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

function noFile(file: string): BotError {
  return new BotError("input.invalid", `${file}: there is no such file`, {
    forUser: { zh: `没有 ${file} 这个文件。`, en: `There is no file ${file}.` },
    file,
    remedy: "name a file that is there",
  });
}
