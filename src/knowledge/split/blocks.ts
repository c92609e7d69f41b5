import type { Block } from "../../files/content.ts";
import { cut, PIECE_CHARS, tidy } from "./pieces.ts";
import { divide, HeadingPath, type Outline, type Section } from "./section.ts";

const KEY_CHARS = 60; // the first cell of a row names it; a longer one is content
const HEADING_CHARS = 40;
const NOT_CLOSED = "[^。；，：！？;,!?]";
// the headings of official writing, which are often plain paragraphs: 第一章, 一、, （一）
const WRITTEN: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第[一二三四五六七八九十百\\d]+(?:部分|编|章)\\s*${NOT_CLOSED}*$`), 7],
  [new RegExp(`^第[一二三四五六七八九十百\\d]+节\\s*${NOT_CLOSED}*$`), 8],
  [new RegExp(`^[一二三四五六七八九十]+、${NOT_CLOSED}+$`), 9],
  [new RegExp(`^[（(][一二三四五六七八九十]+[）)]${NOT_CLOSED}+$`), 10],
];

/**
 * Cuts a document at its headings and pages. A row of a table stands alone, with the names of its columns; short
 * paragraphs under one heading and on one page are packed together.
 */
export function splitBlocks(blocks: readonly Block[], { hasTitle = true } = {}): Outline {
  const splitter = new Splitter();
  const [first] = blocks;
  const title = hasTitle && first?.type === "heading" ? first.text : null;
  for (const block of title === null ? blocks : blocks.slice(1)) splitter.read(block);
  return { title, sections: splitter.finish(), history: [] };
}

class Splitter {
  readonly #headings = new HeadingPath();
  readonly #sections: Section[] = [];
  #lines: string[] = [];
  #page: number | undefined;

  read(block: Block): void {
    const level = levelOf(block);
    if (level > 0) {
      this.#flush();
      const bare = this.#headings.open(level, block.text.replace(/\s+/g, " "));
      this.#sections.push(...bare.map((section) => withPage(section, block.page)));
      return;
    }
    if (block.type === "row" || block.page !== this.#page) this.#flush();
    this.#page = block.page;
    if (block.type === "row") this.#row(block.text);
    else this.#lines.push(block.text);
  }

  finish(): Section[] {
    this.#flush();
    return [...this.#sections, ...this.#headings.close(0)];
  }

  #row(text: string): void {
    this.#headings.use();
    const [key = ""] = text.split("\n", 1);
    const pieces = cut(tidy(text), PIECE_CHARS);
    for (const [i, piece] of pieces.entries()) {
      // the rest of a long row still says whose it is
      const named = i > 0 && key.length <= KEY_CHARS ? `${key}\n${piece}` : piece;
      this.#sections.push(withPage({ path: this.#headings.texts, text: named }, this.#page));
    }
  }

  #flush(): void {
    if (this.#lines.length > 0) {
      this.#headings.use();
      const section = withPage({ path: this.#headings.texts, text: this.#lines.join("\n") }, this.#page);
      this.#sections.push(...divide([section], PIECE_CHARS, PIECE_CHARS));
    }
    this.#lines = [];
  }
}

const withPage = (section: Section, page: number | undefined): Section =>
  page === undefined ? section : { ...section, page };

/** The level of a heading, marked or written as one; 0 for text. */
function levelOf({ type, level = 0, text }: Block & { readonly level?: number }): number {
  if (type === "heading") return level;
  if (type === "row" || text.length > HEADING_CHARS) return 0;
  return WRITTEN.find(([form]) => form.test(text))?.[1] ?? 0;
}
