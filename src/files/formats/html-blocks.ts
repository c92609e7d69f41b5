import type { Block } from "../content.ts";
import type { DomElement, DomNode } from "./dom.ts";
import { gridOf } from "./html-table.ts";
import { tableBlocks } from "./table.ts";

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DIV DL DT FIGCAPTION FIGURE FOOTER HEADER HR LI MAIN OL P PRE SECTION UL".split(
    " ",
  ),
);
const UNREAD = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT EMBED SVG MATH CANVAS HEAD SELECT BUTTON TEXTAREA".split(" "),
);
const ELEMENT = 1;
const TEXT = 3;

/** The headings, paragraphs, items and table rows of an element, in reading order. */
export function htmlBlocks(root: DomElement): Block[] {
  const blocks: Block[] = [];
  new Walker(blocks).walk(root);
  return blocks;
}

class Walker {
  readonly #blocks: Block[];
  #line = "";

  constructor(blocks: Block[]) {
    this.#blocks = blocks;
  }

  walk(root: DomElement): void {
    this.#children(root);
    this.#flush();
  }

  #children(parent: DomNode): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === TEXT) this.#line += (node.nodeValue ?? "").replace(/\s+/g, " ");
      else if (node.nodeType === ELEMENT && isElement(node)) this.#element(node);
    }
  }

  #element(element: DomElement): void {
    const name = element.tagName.toUpperCase();
    if (UNREAD.has(name) || isHidden(element)) return;
    if (name === "BR") this.#line += "\n";
    else if (/^H[1-6]$/.test(name)) this.#heading(element, Number(name[1]));
    else if (name === "TABLE") this.#table(element);
    else if (BLOCKS.has(name)) {
      this.#flush();
      if (name === "LI") this.#line = markerOf(element);
      this.#children(element);
      this.#flush();
    } else this.#children(element);
  }

  #heading(element: DomElement, level: number): void {
    this.#flush();
    const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    if (text !== "") this.#blocks.push({ type: "heading", level, text });
  }

  #table(table: DomElement): void {
    this.#flush();
    const grid = gridOf(table, textOf);
    if (grid.rows.some((row) => row.length > 1)) this.#blocks.push(...tableBlocks(grid));
    // one column is layout, not a table
    else this.#children(table);
    this.#flush();
  }

  #flush(): void {
    const text = this.#line
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join("\n");
    this.#line = "";
    if (text !== "" && text !== "-") this.#blocks.push({ type: "text", text });
  }
}

const isElement = (node: DomNode): node is DomElement => "tagName" in node;

function isHidden(element: DomElement): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    element.getAttribute("hidden") !== null ||
    element.getAttribute("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

/** A dash, or the number that a browser would show. */
function markerOf(item: DomElement): string {
  if (item.parentElement?.tagName.toUpperCase() !== "OL") return "- ";
  const first = Number(item.parentElement.getAttribute("start") ?? 1);
  let place = 0;
  for (let each = item.previousElementSibling; each !== null; each = each.previousElementSibling) place += 1;
  return `${(Number.isFinite(first) ? first : 1) + place}. `;
}

/** The words of a cell, a line for each paragraph in it. */
function textOf(cell: DomElement): string {
  return htmlBlocks(cell)
    .map(({ text }) => text.replace(/^- /, ""))
    .join("\n");
}
