// @ts-check
import { parseInline } from "./markdown-inline.js";

/** @typedef {import("./markdown-inline.js").Inline} Inline */
/**
 * @typedef {{ type: "paragraph" | "heading", children: Inline[] }
 *   | { type: "list", start: number | null, items: Block[][] }
 *   | { type: "table", head: Inline[][], rows: Inline[][][] }
 *   | { type: "code", text: string }
 *   | { type: "quote", children: Block[] }
 *   | { type: "rule" }} Block
 */

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/;
// a fence may name the language of its code; anything else behind it is words that must not be lost
const LANGUAGE_NAME = /^[\w+#.-]*$/;
const HEADING = /^ {0,3}#{1,6}\s+(.+?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])\s*(?:\1\s*){2,}$/;
const ITEM = /^( {0,3})(?:[-*+]|(\d{1,9})[.)])\s+(?=\S)/;
const QUOTED = /^ {0,3}>\s?/;
const DELIMITERS = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** @type {Inline} */
const LINE_BREAK = { type: "break" };
// lists in lists in quotes: deeper ones are an attack on the stack
const MAX_DEPTH = 5;

/**
 * The blocks of a text in our subset of CommonMark: paragraphs, headings, lists, tables, code, quotes, rules.
 * Line breaks count, as people write them in a chat. Plain data; nothing is drawn here.
 *
 * @param {string} markdown
 * @returns {Block[]}
 */
export function parse(markdown) {
  return blocksOf(markdown.replace(/\r\n?/g, "\n").split("\n"), 0);
}

/** @typedef {{ block: Block, next: number }} Taken */

/** @param {string[]} lines @param {number} depth @returns {Block[]} */
function blocksOf(lines, depth) {
  /** @type {Block[]} */
  const blocks = [];
  let index = 0;
  while (index < lines.length) {
    const taken = takeBlock(lines, index, depth);
    if (taken) blocks.push(taken.block);
    index = taken?.next ?? index + 1;
  }
  return blocks;
}

/** @param {string[]} lines @param {number} index @param {number} depth @returns {Taken | null} */
function takeBlock(lines, index, depth) {
  const line = lines[index] ?? "";
  if (line.trim() === "") return null;
  const heading = HEADING.exec(line);
  if (heading)
    return { block: { type: "heading", children: parseInline(heading[1] ?? "") }, next: index + 1 };
  if (RULE.test(line)) return { block: { type: "rule" }, next: index + 1 };
  const nested = depth < MAX_DEPTH ? (takeList(lines, index, depth) ?? takeQuote(lines, index, depth)) : null;
  return takeCode(lines, index) ?? takeTable(lines, index) ?? nested ?? takeParagraph(lines, index, depth);
}

/** @param {string[]} lines @param {number} index @returns {Taken | null} */
function takeCode(lines, index) {
  const [, marker, words = ""] = FENCE.exec(lines[index] ?? "") ?? [];
  if (marker === undefined) return null;
  const first = LANGUAGE_NAME.test(words) ? [] : [words];
  let end = index + 1;
  while (end < lines.length && !isClosing(lines[end] ?? "", marker)) end += 1;
  return {
    block: { type: "code", text: [...first, ...lines.slice(index + 1, end)].join("\n") },
    next: end + 1,
  };
}

/** @param {string} line @param {string} marker */
const isClosing = (line, marker) => line.trim().startsWith(marker) && /^(`+|~+)$/.test(line.trim());

/** @param {string[]} lines @param {number} index @returns {Taken | null} */
function takeTable(lines, index) {
  const [first = "", second = ""] = lines.slice(index, index + 2);
  if (!first.includes("|") || !second.includes("-") || !DELIMITERS.test(second)) return null;
  const head = cellsOf(first);
  if (head.length !== cellsOf(second).length) return null;
  let end = index + 2;
  while ((lines[end] ?? "").includes("|")) end += 1;
  return { block: { type: "table", head, rows: lines.slice(index + 2, end).map(cellsOf) }, next: end };
}

/** @param {string} line @returns {Inline[][]} */
function cellsOf(line) {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => parseInline(cell.trim()));
}

/** @param {string[]} lines @param {number} index @param {number} depth @returns {Taken | null} */
function takeList(lines, index, depth) {
  const first = ITEM.exec(lines[index] ?? "");
  if (!first) return null;
  const isOrdered = first[2] !== undefined;
  /** @type {Block[][]} */
  const items = [];
  let next = index;
  for (;;) {
    const item = ITEM.exec(lines[next] ?? "");
    if (!item || (item[2] !== undefined) !== isOrdered || RULE.test(lines[next] ?? "")) break;
    const end = endOfItem(lines, next + 1, item[0].length);
    const inner = lines
      .slice(next + 1, end)
      .map((line) => line.slice(Math.min(item[0].length, indentOf(line))));
    items.push(blocksOf([(lines[next] ?? "").slice(item[0].length), ...inner], depth + 1));
    next = end;
    while (ITEM.test(lines[next + 1] ?? "") && (lines[next] ?? "").trim() === "") next += 1;
  }
  if (items.length === 0) return null;
  return { block: { type: "list", start: isOrdered ? Number(first[2]) : null, items }, next };
}

/**
 * Where an item ends: before the next line that is not indented, unless it only goes on with the paragraph.
 *
 * @param {string[]} lines @param {number} from @param {number} width of the item's own mark
 */
function endOfItem(lines, from, width) {
  let end = from;
  // two blanks are enough for a nested list: people and models write them so
  const deep = Math.min(width, 2);
  while (end < lines.length) {
    const line = lines[end] ?? "";
    const isBlank = line.trim() === "";
    if (isBlank && indentOf(lines[end + 1] ?? "") < deep) break;
    if (!isBlank && indentOf(line) < deep && beginsBlock(lines, end)) break;
    end += 1;
  }
  return end;
}

/** @param {string} line */
const indentOf = (line) => line.length - line.trimStart().length;

/** @param {string[]} lines @param {number} index @param {number} depth @returns {Taken | null} */
function takeQuote(lines, index, depth) {
  let end = index;
  while (QUOTED.test(lines[end] ?? "")) end += 1;
  if (end === index) return null;
  const inner = lines.slice(index, end).map((line) => line.replace(QUOTED, ""));
  return { block: { type: "quote", children: blocksOf(inner, depth + 1) }, next: end };
}

/** @param {string[]} lines @param {number} index @param {number} depth @returns {Taken} */
function takeParagraph(lines, index, depth) {
  const isEnd = (/** @type {number} */ at) =>
    (lines[at] ?? "").trim() === "" || (depth < MAX_DEPTH && beginsBlock(lines, at));
  let end = index + 1;
  while (end < lines.length && !isEnd(end)) end += 1;
  const parts = lines.slice(index, end).map((line) => parseInline(line.trim().replace(/\\$/, "")));
  const children = parts.flatMap((part, at) => (at === 0 ? part : [LINE_BREAK, ...part]));
  return { block: { type: "paragraph", children }, next: end };
}

/** @param {string[]} lines @param {number} index */
function beginsBlock(lines, index) {
  const line = lines[index] ?? "";
  const isMarked = [HEADING, RULE, FENCE, ITEM, QUOTED].some((mark) => mark.test(line));
  return isMarked || takeTable(lines, index) !== null;
}
