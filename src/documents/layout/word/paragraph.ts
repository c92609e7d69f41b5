import { paragraphLook, runLook, type ParagraphLook, type RunLook } from "./look.ts";
import type { Styles } from "./styles.ts";
import { elements, find, textIn, type Element } from "./tree.ts";

/** A stretch of text that looks the same. */
export interface Run {
  readonly text: string;
  readonly look: RunLook;
}

/** A paragraph with everything its styles say resolved. */
export interface WordParagraph {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly look: ParagraphLook;
  readonly style: string;
  readonly isInTable: boolean;
}

/** Stands in the text for a field that counts pages. */
export const PAGE_MARK = "#";

// deleted text is not text; of two renderings of the same thing the first is read
const SKIPPED = new Set(["del", "moveFrom", "Fallback", "pPr", "rPr", "sectPr", "txbxContent"]);
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u;

/** Reads one `w:p`; text boxes inside it are not part of its text. */
export function readParagraph(p: Element, styles: Styles, isInTable: boolean): WordParagraph {
  const pPr = find(p, "pPr");
  const style = styles.paragraph(find(pPr, "pStyle")?.attributes["val"]);
  const base: RunLook = { ...styles.defaults.run, ...style.run };
  const runs = runsIn(p, base, styles);
  const look = { ...styles.defaults.paragraph, ...style.paragraph, ...paragraphLook(pPr) };
  const size = runs.find(({ text }) => text.trim() !== "")?.look.size ?? base.size ?? 10;
  return {
    text: joined(runs.map(({ text }) => text).join(""), look.align),
    runs,
    look: inTwips(look, size),
    style: style.name,
    isInTable,
  };
}

/** A break inside a centred title parts no words: Chinese runs on over it. */
function joined(text: string, align: string | undefined): string {
  if (align !== "center") return text;
  return text.replace(/\n/g, (_, at: number) =>
    HAN.test(text[at - 1] ?? "") || HAN.test(text[at + 1] ?? "") ? "" : " ",
  );
}

const TWIPS_PER_POINT = 20;

/** Indents given in hundredths of a character as twips. */
function inTwips(look: ParagraphLook, size: number): ParagraphLook {
  const twips = (chars: number | undefined, otherwise: number | undefined): number | undefined =>
    chars === undefined || chars === 0 ? otherwise : (chars / 100) * size * TWIPS_PER_POINT;
  return {
    ...look,
    left: twips(look.leftChars, look.left),
    right: twips(look.rightChars, look.right),
    firstLine: twips(look.firstLineChars, look.firstLine),
  };
}

function runsIn(parent: Element, base: RunLook, styles: Styles): Run[] {
  const runs: Run[] = [];
  // 0 outside a field; its code is not text, its result is
  const field = { depth: 0, isCode: false, code: "" };
  const walk = (element: Element): void => {
    if (SKIPPED.has(element.name)) return;
    if (element.name === "fldSimple") {
      const mark = markOf(element.attributes["instr"] ?? "");
      if (mark !== null) runs.push({ text: mark, look: base });
      else elements(element).forEach(walk);
    } else if (element.name === "r") {
      const look = lookOf(element, base, styles);
      const text = runText(element, field);
      if (text !== "" && look.isHidden !== true) runs.push({ text, look });
    } else elements(element).forEach(walk);
  };
  elements(parent).forEach(walk);
  return runs;
}

function lookOf(r: Element, base: RunLook, styles: Styles): RunLook {
  const rPr = find(r, "rPr");
  const character = styles.character(find(rPr, "rStyle")?.attributes["val"]);
  return { ...base, ...character, ...runLook(rPr, styles.themes) };
}

/** `#` for a field that counts pages, null for another. */
const markOf = (code: string): string | null =>
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(code) ? PAGE_MARK : null;

interface Field {
  depth: number;
  isCode: boolean;
  code: string;
}

function runText(r: Element, field: Field): string {
  let text = "";
  for (const child of elements(r)) {
    if (child.name === "fldChar") text += fieldStep(child.attributes["fldCharType"], field);
    else if (child.name === "instrText") field.code += textIn(child);
    else if (!field.isCode && !(field.depth > 0 && markOf(field.code) !== null)) text += pieceText(child);
  }
  return text;
}

/** Follows a field through its three marks; a page number shows where the field ends. */
function fieldStep(kind: string | undefined, field: Field): string {
  if (kind === "begin") {
    field.depth += 1;
    field.isCode = true;
    field.code = "";
  } else if (kind === "separate") field.isCode = false;
  else if (kind === "end") {
    field.depth = Math.max(0, field.depth - 1);
    field.isCode = false;
    const mark = markOf(field.code);
    field.code = "";
    return mark ?? "";
  }
  return "";
}

function pieceText(piece: Element): string {
  if (piece.name === "t") return textIn(piece);
  if (piece.name === "tab") return "\t";
  if (piece.name === "br" || piece.name === "cr") return "\n";
  if (piece.name === "noBreakHyphen") return "-";
  if (piece.name === "sym") return symbol(piece.attributes["char"]);
  return "";
}

/** The character a `w:sym` names; a number that is none gives nothing. */
function symbol(hex = ""): string {
  const code = /^[0-9a-f]{1,5}$/i.test(hex) ? Number.parseInt(hex, 16) : 0;
  return code === 0 ? "" : String.fromCodePoint(code);
}
