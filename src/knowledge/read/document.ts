import { languageOf } from "../../core/language.ts";
import type { Block, FileKind } from "../../files/content.ts";
import type { LibraryPassage } from "../../store/library.ts";
import { lastDayOf, lifeOf } from "../lifecycle/validity.ts";
import { splitBlocks } from "../split/blocks.ts";
import { isLaw, splitLaw, splitLawBlocks } from "../split/law.ts";
import { splitMarkdown, splitPlain } from "../split/markdown.ts";
import type { Outline } from "../split/section.ts";
import { openFrontMatter, type FrontMatter } from "./front-matter.ts";

/** How the operator says a folder must be read; laws are recognised without being told. */
export type ReadAs = "statutes" | "articles" | "files";

/** What a file was made into. */
export interface ReadDocument {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly passages: readonly LibraryPassage[];
}

const NATIONWIDE = "全国"; // what a text without a region is taken to hold for
const HEADING = /^#{1,6}\s/m;

/** Makes passages of a text file; `relative` is its name in the collection, `beside` what stands beside it. */
export function readTextDocument(
  content: string,
  relative: string,
  as?: ReadAs,
  beside: readonly string[] = [],
): ReadDocument {
  // lines upon lines of nothing cost memory and say nothing
  const { known, body } = openFrontMatter(content.replace(/\n{3,}/g, "\n\n"), beside);
  const isStatute = as === "statutes" || (as === undefined && isLaw(body));
  return documentOf(isStatute ? splitLaw(body) : splitText(body), isStatute, relative, known);
}

const splitText = (body: string): Outline => (HEADING.test(body) ? splitMarkdown(body) : splitPlain(body));

/** Makes passages of what a reader of office files, PDF or web pages found. */
export function readBlocksDocument(
  { kind, blocks }: { readonly kind: FileKind; readonly blocks: readonly Block[] },
  relative: string,
  as?: ReadAs,
  beside: readonly string[] = [],
): ReadDocument {
  const { known } = openFrontMatter("", beside);
  // tables are lists of cases, even where their rows begin with 第…条
  const isTable = kind === "xlsx" || kind === "csv";
  const text = () => blocks.map((block) => block.text).join("\n");
  const isStatute = as === "statutes" || (as === undefined && !isTable && isLaw(text()));
  const outline = isStatute ? splitLawBlocks(blocks) : splitBlocks(blocks, { hasTitle: !isTable });
  return documentOf(outline, isStatute, relative, known);
}

function documentOf(
  outline: Outline,
  isStatute: boolean,
  relative: string,
  known: FrontMatter,
): ReadDocument {
  const title = known.title ?? outline.title ?? nameOf(relative);
  const language = languageOf(`${title}\n${outline.sections[0]?.text ?? ""}`);
  const life = lifeOf({
    validFrom: known.valid_from,
    validTo: known.valid_to,
    reviewBy: known.review_by,
    supersededBy: known.superseded_by,
    owner: known.owner,
    draft: known.draft,
  });
  const lastDay = lastDayOf(life);
  const passages = outline.sections.map(({ path, text, article, page }, order) => ({
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
    ...(page === undefined ? {} : { page }),
    ...(known.valid_from === undefined ? {} : { validFrom: known.valid_from }),
    ...(lastDay === undefined ? {} : { validTo: lastDay }),
    ...(known.checked_on === undefined ? {} : { checkedOn: known.checked_on }),
  }));
  const meta = { title, kind: isStatute ? "statute" : "file", history: outline.history, ...life };
  // a draft is kept, so that it can be listed, and never answered from
  return { meta, passages: life.draft === true ? [] : passages };
}

/** The file's own name, without folder and ending. */
const nameOf = (relative: string): string => (relative.split("/").at(-1) ?? relative).replace(/\.[^.]+$/, "");
