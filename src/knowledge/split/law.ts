import type { Block } from "../../files/content.ts";
import { articleStart, isPlainHeading } from "./law-lines.ts";
import { LawReader } from "./law-reader.ts";
import { chineseNumber } from "./numerals.ts";
import { PIECE_CHARS, tidy } from "./pieces.ts";
import { divide, type Outline } from "./section.ts";

// an article is one thought of the legislator: it is cut only when it is far longer than a piece
const ARTICLE_CHARS = 800;
const COMMENT = /^\s*<!--.*-->\s*$/;
const INFO_END = /^[ \t]*<!--\s*INFO END\s*-->[ \t]*$/m;
const TITLE_CHARS = 80; // no law has a longer name; a first line beyond this is text
const CONTENTS = /^[\s　]*目[\s　]*[录次][\s　]*$/;
const PAGE_OF_CONTENTS = /[\s.…·]+\d{1,4}$/;
// how laws say when they were passed, below their name
const PASSED = /^[（(].{0,400}(?:通过|修订|修正|公布|发布|施行).{0,40}[）)]$/;

/** True for a text that is set out as a law: it says so, or at least three lines are articles that follow on. */
export function isLaw(text: string): boolean {
  if (INFO_END.test(text)) return true;
  const numbers = text.split("\n").flatMap((line) => {
    const start = articleStart(line);
    return start === null ? [] : [chineseNumber(start.number)];
  });
  return numbers.length >= 3 && numbers.slice(1).some((number, i) => number === (numbers[i] ?? 0) + 1);
}

/** Cuts a law at its articles; chapters and sections become the path, and no piece holds two articles. */
export function splitLaw(text: string): Outline {
  const { title, history, body } = openLaw(text);
  const reader = new LawReader();
  for (const line of body.split("\n")) {
    if (COMMENT.test(line)) history.push(line.trim());
    else reader.read(line);
  }
  return { title, sections: divide(reader.finish(), ARTICLE_CHARS, PIECE_CHARS), history };
}

/** The same for a law that comes as an office file or PDF; its table of contents is left out. */
export function splitLawBlocks(blocks: readonly Block[]): Outline {
  const [first, ...rest] = blocks;
  const isNamed = first !== undefined && first.type !== "row" && isName(first.text);
  const history: string[] = [];
  const reader = new LawReader();
  for (const { type, text, page } of withoutContents(isNamed ? rest : blocks)) {
    if (type === "row") reader.readRow(text, page);
    else if (type === "heading" && !isPlainHeading(text) && articleStart(text) === null) {
      reader.read(`## ${text}`, page);
    } else if (history.length === 0 && PASSED.test(text)) history.push(text);
    else for (const line of text.split("\n")) reader.read(line, page);
  }
  const sections = divide(reader.finish(), ARTICLE_CHARS, PIECE_CHARS);
  return { title: isNamed ? first.text.replace(/\s*\n\s*/g, "") : null, sections, history };
}

const isName = (text: string): boolean =>
  text.length <= TITLE_CHARS && articleStart(text) === null && !isPlainHeading(text) && !CONTENTS.test(text);

/** Drops 目录 and the headings listed below it, up to where the first of them comes again as a heading. */
function withoutContents(blocks: readonly Block[]): readonly Block[] {
  const start = blocks.findIndex(({ text }) => CONTENTS.test(text));
  if (start < 0) return blocks;
  const bare = ({ text }: Block) => text.replace(PAGE_OF_CONTENTS, "").replace(/[\s　]+/g, "");
  const listed = new Set<string>();
  let end = start + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    if (block === undefined || listed.has(bare(block)) || articleStart(block.text) !== null) break;
    if (!isPlainHeading(block.text.replace(PAGE_OF_CONTENTS, "")) && !PAGE_OF_CONTENTS.test(block.text))
      break;
    listed.add(bare(block));
  }
  return [...blocks.slice(0, start), ...blocks.slice(end)];
}

/** Parts the name and the dates at the head of a law from its text. */
function openLaw(text: string): { title: string | null; history: string[]; body: string } {
  const mark = INFO_END.exec(text);
  const head = mark === null ? "" : text.slice(0, mark.index);
  const body = mark === null ? text : text.slice(mark.index + mark[0].length);
  const lines = tidy(head).split("\n");
  const names = lines.flatMap((line) => (/^#\s+/.test(line) ? [line.replace(/^#\s+/, "")] : []));
  const history = lines.filter((line) => line !== "" && !/^#\s+/.test(line));
  if (names.length > 0) return { title: names.join(" "), history, body };
  const [first = "", ...rest] = body.trimStart().split("\n");
  const name = first.replace(/^#\s+/, "").trim();
  if (mark === null && isName(name)) return { title: name, history, body: rest.join("\n") };
  return { title: null, history, body };
}
