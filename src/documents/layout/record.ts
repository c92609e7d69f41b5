import { Paragraph, TabStopType, UnderlineType } from "docx";
import type { Block } from "../composed.ts";
import type { Grid } from "./measure.ts";
import { blank, words } from "./pieces.ts";
import { STYLE } from "./styles.ts";

const BLANK_CHARS = 8;
// 问 and 答 are talk, not labels
const LABELLED = /^(?![问答]：)[^：。，；]{1,16}：/;
const NEXT_LABEL = /[\u3000 ]+(?=[^：。，；\u3000 ]{1,14}：)/;

/** True for a line `标签：值` of a record's head. */
export const isLabelled = (text: string): boolean => LABELLED.test(text);

/** A line of a record's head: labels plain, values underlined, the last one to the edge. */
export function headLine(text: string, grid: Grid): Paragraph {
  const pieces = text.split(NEXT_LABEL);
  return new Paragraph({
    style: STYLE.flush,
    tabStops: [{ type: TabStopType.RIGHT, position: grid.textWidth }],
    children: pieces.flatMap((piece, i) => {
      const end = piece.indexOf("：") + 1;
      const isLast = i === pieces.length - 1;
      const value = `${piece.slice(end)}${isLast ? "\t" : ""}`;
      return [
        words(`${i === 0 ? "" : "\u3000"}${piece.slice(0, end)}`),
        words(value, { underline: { type: UnderlineType.SINGLE } }),
      ];
    }),
  });
}

type SignatureLines = Extract<Block, { kind: "signatures" }>["lines"];

/** Lines to sign on: what is known is printed, the rest is a blank. */
export function signatureLines(lines: SignatureLines, keepNext: boolean): Paragraph[] {
  return lines.map(({ label, text = "" }) => {
    const colon = /[：:]$/.test(label) ? "" : "：";
    return new Paragraph({
      style: STYLE.flush,
      keepLines: true,
      keepNext,
      children: [words(`${label}${colon}${text}`), ...(text === "" ? [blank(BLANK_CHARS)] : [])],
    });
  });
}
