import { z } from "zod";
import { languageOf } from "../../core/language.ts";
import type { LibraryPassage } from "../../store/library.ts";
import { readJsonLines } from "../packs/json-lines.ts";
import type { Fault } from "../packs/problem.ts";
import type { ReadDocument } from "./document.ts";

const date = z.iso.date().optional();

const lineSchema = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  title: z.string().default(""),
  source: z.string().min(1).optional(),
  article: z.string().min(1).optional(),
  path: z.array(z.string()).default([]),
  region: z.string().min(1).default("全国"),
  language: z.enum(["zh", "en"]).optional(),
  aliases: z.array(z.string()).default([]),
  local: z.array(z.string()).default([]),
  validFrom: date,
  validTo: date,
  checkedOn: date,
});

type Line = z.output<typeof lineSchema>;

const ARTICLE_IN_TITLE = /第[零〇一二三四五六七八九十百千两\d]+条(?:之[零一二三四五六七八九十\d]+)?$/;

/** Reads a file of one passage a line, each with its own id; broken lines and second ids are named and left out. */
export function readLinePassages(
  content: string,
  file: string,
): ReadDocument & { readonly faults: readonly Fault[] } {
  const { values, faults } = readJsonLines(content, lineSchema, file);
  const seen = new Set<string>();
  const doubles: Fault[] = [];
  const passages: LibraryPassage[] = [];
  for (const { value, line } of values) {
    if (seen.has(value.id)) {
      doubles.push({
        file,
        line,
        field: "id",
        fault: `"${value.id}" is used twice`,
        remedy: "Give each line its own id",
      });
      continue;
    }
    seen.add(value.id);
    passages.push(passageOf(value));
  }
  return { meta: { title: file, kind: "lines" }, passages, faults: [...faults, ...doubles] };
}

function passageOf({ id, text, title, source, path, article, language, ...more }: Line): LibraryPassage {
  const number = article ?? ARTICLE_IN_TITLE.exec(title)?.[0];
  return {
    id,
    articleId: id,
    title,
    path: path.length > 0 ? path : [title],
    text,
    order: 0,
    source: source ?? title,
    region: more.region,
    language: language ?? languageOf(`${title}\n${text}`),
    local: more.local,
    aliases: more.aliases,
    ...(number === undefined ? {} : { article: number }),
    ...(more.validFrom === undefined ? {} : { validFrom: more.validFrom }),
    ...(more.validTo === undefined ? {} : { validTo: more.validTo }),
    ...(more.checkedOn === undefined ? {} : { checkedOn: more.checkedOn }),
  };
}
