import { Readability } from "@mozilla/readability";
import type { Block } from "../content.ts";
import { decodeText } from "../decode.ts";
import { Refused } from "../refuse.ts";
import { parseDocument, type DomDocument, type DomElement } from "./dom.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { Read, Reading } from "./reading.ts";

// a page of forms and tables is not an article: when less than this is left, the whole page is read
const MIN_KEPT_SHARE = 0.5;
const FURNITURE =
  "script,style,noscript,template,iframe,nav,footer,aside,form,[role=navigation],[role=banner]";
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i;
const HEAD_BYTES = 4_096; // where a page says its encoding
const MAX_ELEMENTS = 200_000;

/** A web page: its readable part, with headings, lists and tables; scripts and menus are left out. */
export async function readHtml(bytes: Uint8Array, { budget, progress }: Reading): Promise<Read> {
  const html = decodeHtml(bytes);
  const page = parseDocument(html);
  progress();
  const title = page.title.trim();
  for (const element of page.querySelectorAll(FURNITURE)) element.remove();
  const whole = htmlBlocks(page.querySelector("main") ?? page.body);
  progress();
  // the library makes second-level headings of the first; they are put back
  const first = new Set(
    whole.flatMap((block) => (block.type === "heading" && block.level === 1 ? [block.text] : [])),
  );
  const article = articleBlocks(page).map((block) =>
    block.type === "heading" && first.has(block.text) ? { ...block, level: 1 } : block,
  );
  const kept = sizeOf(article) >= sizeOf(whole) * MIN_KEPT_SHARE ? article : whole;
  const blocks = kept[0]?.type === "heading" || title === "" ? kept : [heading(title), ...kept];
  budget.read(blocks);
  return { blocks };
}

const heading = (text: string): Block => ({ type: "heading", level: 1, text });

const sizeOf = (blocks: readonly Block[]): number => blocks.reduce((size, { text }) => size + text.length, 0);

/** What Readability takes for the article; nothing when it finds none. It takes the page apart. */
function articleBlocks(page: DomDocument): Block[] {
  const options = {
    charThreshold: 0,
    maxElemsToParse: MAX_ELEMENTS,
    serializer: (node: unknown): unknown => node,
  };
  const article: { content?: unknown } | null = new Readability(page, options).parse();
  return isElement(article?.content) ? htmlBlocks(article.content) : [];
}

const isElement = (value: unknown): value is DomElement =>
  typeof value === "object" && value !== null && "tagName" in value;

/** UTF-8 or GB18030 by the bytes; another encoding only where the page names it. */
function decodeHtml(bytes: Uint8Array): string {
  const decoded = decodeText(bytes);
  if (decoded.text !== undefined) return decoded.text;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const named = CHARSET.exec(head)?.[1];
  if (named === undefined || bytes.includes(0)) throw new Refused(decoded.refusal);
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Refused(decoded.refusal, error);
  }
}
