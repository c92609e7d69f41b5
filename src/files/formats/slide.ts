import type { Block } from "../content.ts";
import { readXml, type Attributes } from "../xml.ts";
import { tableBlocks } from "./table.ts";

export interface Slide {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly isHidden: boolean;
}

/** The title, paragraphs and tables of a slide, or the text of its notes. */
export function readSlide(bytes: Uint8Array, part: string, as: "slide" | "notes"): Slide {
  const reader = new SlideReader(as === "notes");
  readXml(bytes, part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return { title: reader.titles.join(" "), blocks: reader.blocks, isHidden: reader.isHidden };
}

// furniture of every slide, and the picture of the slide on its notes
const UNREAD = new Set(["sldNum", "dt", "ftr", "hdr", "sldImg"]);

class SlideReader {
  readonly titles: string[] = [];
  readonly blocks: Block[] = [];
  isHidden = false;
  readonly #onlyBody: boolean;
  #shape = "";
  #isPlaceholder = false;
  #isText = false;
  #paragraph = "";
  #cell: string[] | null = null;
  #row: string[] = [];
  #rows: string[][] | null = null;

  constructor(onlyBody: boolean) {
    this.#onlyBody = onlyBody;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "sld") this.isHidden = /^(0|false)$/.test(attributes["show"] ?? "");
    else if (name === "sp") {
      this.#shape = "";
      this.#isPlaceholder = false;
    } else if (name === "ph") {
      this.#shape = attributes["type"] ?? "body";
      this.#isPlaceholder = true;
    } else if (name === "tbl") this.#rows = [];
    else if (name === "tr") this.#row = [];
    else if (name === "tc") this.#cell = [];
    else if (name === "p") this.#paragraph = "";
    else if (name === "br") this.#paragraph += "\n";
    this.#isText = name === "t";
  }

  text(text: string): void {
    if (this.#isText) this.#paragraph += text;
  }

  close(name: string): void {
    this.#isText = false;
    if (name === "p") this.#endParagraph();
    else if (name === "tc") {
      this.#row.push((this.#cell ?? []).join("\n"));
      this.#cell = null;
    } else if (name === "tr") this.#rows?.push(this.#row);
    else if (name === "tbl") {
      this.blocks.push(...tableBlocks({ rows: this.#rows ?? [] }));
      this.#rows = null;
    }
  }

  #endParagraph(): void {
    const text = this.#paragraph.trim();
    this.#paragraph = "";
    if (text === "") return;
    if (this.#cell !== null) this.#cell.push(text);
    else if (UNREAD.has(this.#shape) || (this.#onlyBody && !(this.#isPlaceholder && this.#shape === "body")))
      return;
    else if (/^(ctrT|t)itle$/.test(this.#shape)) this.titles.push(text);
    else this.blocks.push({ type: "text", text });
  }
}
