import type { Block } from "../content.ts";
import type { Attributes } from "../xml.ts";
import { tableBlocks } from "./table.ts";
import { WordTable } from "./word-table.ts";
import { valueOf, type WordLists } from "./word-lists.ts";
import { outlineLevel, type WordStyle } from "./word-styles.ts";

interface Paragraph {
  text: string;
  style: string;
  list: string;
  level: number | null;
  outline: number | null;
}

// what was struck out, moved away, or is there twice for older programs
const UNREAD = new Set(["del", "moveFrom", "Fallback"]);

/** Takes in the body of a Word file, element by element. */
export class WordBody {
  readonly blocks: Block[] = [];
  readonly #styles: ReadonlyMap<string, WordStyle>;
  readonly #lists: WordLists;
  /** Open paragraphs: one within another where a text box stands in it. */
  readonly #paragraphs: Paragraph[] = [];
  readonly #tables: WordTable[] = [];
  #unread = 0;
  #isProperties = false;
  #isHidden = false;
  #isText = false;

  constructor(styles: ReadonlyMap<string, WordStyle>, lists: WordLists) {
    this.#styles = styles;
    this.#lists = lists;
  }

  open(name: string, attributes: Attributes): void {
    if (UNREAD.has(name)) this.#unread += 1;
    if (this.#unread > 0) return;
    if (name === "p") this.#paragraphs.push({ text: "", style: "", list: "", level: null, outline: null });
    else if (name === "pPr") this.#isProperties = true;
    else if (name === "tbl") this.#tables.push(new WordTable());
    else if (this.#isProperties) this.#property(name, attributes);
    else if (name === "vanish") this.#isHidden = !/^(?:0|false)$/.test(valueOf(attributes));
    else if (name === "tab") this.#add(" ");
    else if (name === "br" || name === "cr") this.#add(attributes["w:type"] === undefined ? "\n" : "");
    else if (name === "noBreakHyphen") this.#add("-");
    else this.#tables.at(-1)?.open(name, attributes);
    this.#isText = name === "t";
  }

  text(text: string): void {
    if (this.#isText && this.#unread === 0) this.#add(text);
  }

  close(name: string): void {
    this.#isText = false;
    if (UNREAD.has(name)) this.#unread -= 1;
    if (this.#unread > 0) return;
    if (name === "p") this.#endParagraph(this.#paragraphs.pop());
    else if (name === "pPr") this.#isProperties = false;
    else if (name === "r") this.#isHidden = false;
    else if (name === "tbl") this.#endTable(this.#tables.pop());
    else this.#tables.at(-1)?.close(name);
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined && !this.#isHidden) paragraph.text += text;
  }

  #property(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === "pStyle") paragraph.style = valueOf(attributes);
    else if (name === "numId") paragraph.list = valueOf(attributes);
    else if (name === "ilvl") paragraph.level = Number(valueOf(attributes));
    else if (name === "outlineLvl") paragraph.outline = Number(valueOf(attributes));
  }

  #endParagraph(paragraph: Paragraph | undefined): void {
    if (paragraph === undefined) return;
    const style = this.#styles.get(paragraph.style);
    if (style?.isContents === true) return;
    const words = paragraph.text.trim();
    if (words === "") return;
    const text = this.#labelOf(paragraph, style) + words;
    const table = this.#tables.at(-1);
    const level = Math.min(
      6,
      paragraph.outline === null ? (style?.heading ?? 0) : outlineLevel(paragraph.outline),
    );
    if (table !== undefined) table.add(text);
    else if (level > 0) this.blocks.push({ type: "heading", level, text: text.replace(/\s+/g, " ") });
    else this.blocks.push({ type: "text", text });
  }

  /** The number that Word shows before a paragraph; list 0 takes the style's away. */
  #labelOf({ list, level, style: name }: Paragraph, style: WordStyle | undefined): string {
    const own = list === "" ? (style?.list ?? "") : list;
    if (own === "" || own === "0") return "";
    return this.#lists.next(own, level ?? style?.level ?? this.#lists.levelOf(own, name));
  }

  #endTable(table: WordTable | undefined): void {
    if (table === undefined) return;
    const { rows, headerRows } = table;
    const outer = this.#tables.at(-1);
    const grid = headerRows > 0 && headerRows < rows.length ? { rows, headerRows } : { rows };
    // one column is a frame around text
    const isFrame = rows.every((row) => row.length === 1);
    const blocks: Block[] = isFrame
      ? rows
          .flat()
          .filter((text) => text !== "")
          .map((text) => ({ type: "text", text }))
      : tableBlocks(grid);
    if (outer === undefined) this.blocks.push(...blocks);
    else for (const { text } of blocks) outer.add(text);
  }
}
