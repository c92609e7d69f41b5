// @ts-check
import { el } from "./dom.js";
import { parse } from "./markdown.js";
import { t } from "./words.js";

/** @typedef {import("./markdown.js").Block} Block */
/** @typedef {import("./markdown-inline.js").Inline} Inline */
/** @typedef {(number: number) => Node | null} DrawMark makes the link to a source, null where there is none */

/** @type {DrawMark} */
const noMark = () => null;

/**
 * A text as elements. Built node by node, so that nothing a model or a visitor wrote can become markup.
 *
 * @param {string} markdown
 * @param {DrawMark} [mark]
 * @returns {DocumentFragment}
 */
export function draw(markdown, mark = noMark) {
  const fragment = document.createDocumentFragment();
  fragment.append(...parse(markdown).map((block) => drawBlock(block, mark)));
  return fragment;
}

/** @param {Block} block @param {DrawMark} mark @returns {Node} */
function drawBlock(block, mark) {
  switch (block.type) {
    case "paragraph":
      return el("p", {}, ...drawInlines(block.children, mark));
    case "heading":
      return el("h3", {}, ...drawInlines(block.children, mark));
    case "rule":
      return el("hr");
    case "code":
      return el("pre", { tabindex: "0", "aria-label": t("code") }, el("code", {}, block.text));
    case "quote":
      return el("blockquote", {}, ...block.children.map((child) => drawBlock(child, mark)));
    case "table":
      return drawTable(block, mark);
    case "list":
      return el(
        block.start === null ? "ul" : "ol",
        { start: block.start !== null && block.start !== 1 && block.start },
        ...block.items.map((item) => el("li", {}, ...drawItem(item, mark))),
      );
  }
}

/** An item of one paragraph needs no paragraph around it. @param {Block[]} blocks @param {DrawMark} mark */
function drawItem(blocks, mark) {
  return blocks.flatMap((block) =>
    block.type === "paragraph" ? drawInlines(block.children, mark) : [drawBlock(block, mark)],
  );
}

/** @param {Extract<Block, { type: "table" }>} table @param {DrawMark} mark */
function drawTable({ head, rows }, mark) {
  const headRow = head.map((cell) => el("th", { scope: "col" }, ...drawInlines(cell, mark)));
  const bodyRows = rows.map((row) =>
    el("tr", {}, ...row.map((cell) => el("td", {}, ...drawInlines(cell, mark)))),
  );
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...headRow)), el("tbody", {}, ...bodyRows));
  // a wide table scrolls by itself, also with the keyboard, and never the page
  return el("div", { class: "wide", role: "region", tabindex: "0", "aria-label": t("table") }, table);
}

/** @param {Inline[]} inlines @param {DrawMark} mark @returns {Node[]} */
const drawInlines = (inlines, mark) => inlines.map((inline) => drawInline(inline, mark));

/** @param {Inline} inline @param {DrawMark} mark @returns {Node} */
function drawInline(inline, mark) {
  switch (inline.type) {
    case "text":
      return document.createTextNode(inline.text);
    case "break":
      return el("br");
    case "code":
      return el("code", {}, inline.text);
    case "mark":
      return mark(inline.number) ?? document.createTextNode(`[${inline.number}]`);
    case "link":
      return el(
        "a",
        { href: inline.href, target: "_blank", rel: "noopener noreferrer" },
        ...drawInlines(inline.children, noMark),
      );
    case "strong":
    case "em":
    case "del":
      return el(inline.type, {}, ...drawInlines(inline.children, mark));
  }
}
