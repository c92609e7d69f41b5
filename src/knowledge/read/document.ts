import { languageOf } from "../../core/language.ts";
import type { LibraryPassage } from "../../store/library.ts";
import { isLaw, splitLaw } from "../split/law.ts";
import { splitMarkdown, splitPlain } from "../split/markdown.ts";
import type { Outline } from "../split/section.ts";
import { openFrontMatter } from "./front-matter.ts";

/** How the operator says a folder must be read; laws are recognised without being told. */
export type ReadAs = "statutes" | "articles" | "files";

/** What a file was made into. */
export interface ReadDocument {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly passages: readonly LibraryPassage[];
}

const NATIONWIDE = "全国"; // what a text without a region is taken to hold for
const HEADING = /^#{1,6}\s/m;

/** Makes passages of a text file; `relative` is its name in the collection. */
export function readTextDocument(content: string, relative: string, as?: ReadAs): ReadDocument {
  const { known, body } = openFrontMatter(content);
  const { outline, isStatute } = outlineOf(body, as);
  const title = known.title ?? outline.title ?? nameOf(relative);
  const language = languageOf(`${title}\n${outline.sections[0]?.text ?? ""}`);
  const passages = outline.sections.map(({ path, text, article }, order) => ({
    id: `${relative}#${order}`,
    articleId: relative,
    title,
    path: [title, ...path],
    text,
    order,
    source: known.source ?? title,
    region: known.region ?? NATIONWIDE,
    language,
    local: known.local,
    aliases: known.aliases,
    ...(article === undefined ? {} : { article }),
    ...(known.valid_from === undefined ? {} : { validFrom: known.valid_from }),
    ...(known.valid_to === undefined ? {} : { validTo: known.valid_to }),
    ...(known.checked_on === undefined ? {} : { checkedOn: known.checked_on }),
  }));
  return { meta: { title, kind: isStatute ? "statute" : "file", history: outline.history }, passages };
}

function outlineOf(body: string, as: ReadAs | undefined): { outline: Outline; isStatute: boolean } {
  const isStatute = as === "statutes" || (as === undefined && isLaw(body));
  if (isStatute) return { outline: splitLaw(body), isStatute };
  return { outline: HEADING.test(body) ? splitMarkdown(body) : splitPlain(body), isStatute };
}

/** The file's own name, without folder and ending. */
const nameOf = (relative: string): string => (relative.split("/").at(-1) ?? relative).replace(/\.[^.]+$/, "");
