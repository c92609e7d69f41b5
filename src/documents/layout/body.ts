import { Paragraph, Table } from "docx";
import type { Block, Form } from "../composed.ts";
import { imprint } from "./imprint.ts";
import type { Grid } from "./measure.ts";
import { emsOf, TWIPS_PER_POINT } from "./measure.ts";
import { blankLines, brokenLines, faced, line, linesOf, words } from "./pieces.ts";
import { headLine, isLabelled, signatureLines } from "./record.ts";
import { signature } from "./signature.ts";
import { STYLE } from "./styles.ts";
import { formTable } from "./table.ts";
import { titleLines } from "./title-lines.ts";

type Piece = Paragraph | Table;
type Annex = Extract<Block, { kind: "annex" }>;

// 10.3: who was there, in minutes
const ATTENDANCE = /^(?:主持|出席|请假|缺席|列席|记录)(?:人|人员|单位)?：/;
// `1. ` is one em wide with these; from ten on the numbers need half an em more
const NUMBERS_OF_ONE_DIGIT = 9;

/** The paragraphs and tables of blocks in their order. */
export function body(blocks: readonly Block[], form: Form, grid: Grid): Piece[] {
  const pieces = blocks.flatMap((block, i) => pieceOf(block, endsWithSeal(blocks, i + 1), form, grid));
  return pieces.flatMap((piece, i) => {
    const next = pieces[i + 1];
    // Word makes one of two tables that touch, and wants a paragraph after the last
    const isBare = piece instanceof Table && (next === undefined || next instanceof Table);
    return isBare ? [piece, new Paragraph({ style: STYLE.anchor })] : [piece];
  });
}

/** True when nothing but 附件说明 stands between here and the signature, which must not be alone on a page (7.3.5.5). */
function endsWithSeal(blocks: readonly Block[], from: number): boolean {
  const next = blocks[from];
  return next?.kind === "seal" || (next?.kind === "attachments" && blocks[from + 1]?.kind === "seal");
}

function pieceOf(block: Block, keepNext: boolean, form: Form, grid: Grid): Piece[] {
  switch (block.kind) {
    case "to":
      return [line(`${block.text.replace(/[：:]$/, "")}：`, STYLE.to)];
    case "heading":
      return linesOf(block.text).map((text) => line(text, STYLE.heading[block.level - 1] ?? STYLE.body));
    case "paragraph":
      return linesOf(block.text).map((text) => paragraph(text, block.isFlush === true, form, grid, keepNext));
    case "table":
      return [formTable(block, grid)];
    case "signatures":
      return signatureLines(block.lines, keepNext);
    case "attachments":
      return attachments(block.names, grid, keepNext);
    case "seal":
      return signature(block.agency, block.date, block.isSealed, grid);
    case "note":
      return [line(`（${block.text.replace(/^[（(]|[）)]$/g, "")}）`, STYLE.note)];
    case "imprint":
      return imprint(block, form, grid);
    case "annex":
      return annex(block, form, grid);
  }
}

function paragraph(text: string, isFlush: boolean, form: Form, grid: Grid, keepNext: boolean): Paragraph {
  if (form === "record" && isFlush && isLabelled(text)) return headLine(text, grid);
  if (form === "minutes" && ATTENDANCE.test(text)) return attendance(text, grid);
  return line(text, isFlush ? STYLE.flush : STYLE.body, { keepNext });
}

/** `出席：` in 黑体, the names in the body's face, further lines under the first name. */
function attendance(text: string, grid: Grid): Paragraph {
  const { heading1, latin } = grid.profile.fonts;
  const end = text.indexOf("：") + 1;
  const hanging = end * grid.characterPitch;
  return new Paragraph({
    style: STYLE.flush,
    indent: { left: 2 * grid.characterPitch + hanging, hanging },
    children: [faced(text.slice(0, end), heading1, latin), words(text.slice(end))],
  });
}

/** 附件说明 (7.3.4): a line below the body, numbers from the second on, further lines under the first character. */
function attachments(names: readonly string[], grid: Grid, keepNext: boolean): Paragraph[] {
  const isNumbered = names.length > 1;
  const label = "附件：";
  const em = grid.profile.sizes_pt.body * TWIPS_PER_POINT;
  const number = !isNumbered ? 0 : names.length > NUMBERS_OF_ONE_DIGIT ? Math.round(em * 1.5) : em;
  const left = (2 + emsOf(label)) * grid.characterPitch + number;
  return [
    ...blankLines(1, { keepNext: true }),
    ...names.map((name, i) =>
      line(
        `${i === 0 ? label : ""}${isNumbered ? `${i + 1}. ` : ""}${name.replace(/[。；;.]$/, "")}`,
        STYLE.attachments,
        { keepNext, indent: { left, hanging: i === 0 ? left - 2 * grid.characterPitch : number } },
      ),
    ),
  ];
}

/** 附件 on a new page (7.3.7): the mark in the first line, the title centred in the third. */
function annex({ number, title, blocks }: Annex, form: Form, grid: Grid): Piece[] {
  const widest = Math.floor(grid.textWidth / TWIPS_PER_POINT / grid.profile.sizes_pt.title) - 1;
  return [
    line(`附件${number ?? ""}`, STYLE.annexMark, { pageBreakBefore: true }),
    ...blankLines(1),
    brokenLines(titleLines(title, widest), STYLE.title),
    ...blankLines(1),
    ...body(blocks, form === "letter" ? "official" : form, grid),
  ];
}
