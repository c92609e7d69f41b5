import { BorderStyle, FrameAnchorType, FrameWrap, Paragraph, TabStopType, type IFrameOptions } from "docx";
import type { Block, Form } from "../composed.ts";
import type { Grid } from "./measure.ts";
import { A4, emsOf, TWIPS_PER_POINT, twips } from "./measure.ts";
import { words } from "./pieces.ts";
import { BLACK, imprintPitch, STYLE } from "./styles.ts";

type Imprint = Extract<Block, { kind: "imprint" }>;

// eighths of a point: 0.35 mm outside, 0.25 mm inside (7.4.1)
const OUTER_EIGHTHS = 8;
const INNER_EIGHTHS = 6;
const COPY_TO = "抄送：";

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: BLACK, space: 0 });
const char = (grid: Grid): number => grid.profile.sizes_pt.imprint * TWIPS_PER_POINT;

/**
 * 版记 at the foot of the text area of the last page (7.4): copies, the organ that prints, the date.
 *
 * Each part is a frame held to the paper: the one means that Word and LibreOffice both keep to. A letter (信函格式,
 * 10.1) has the copies alone and no rules.
 */
export function imprint({ copyTo, issuer, printedOn }: Imprint, form: Form, grid: Grid): Paragraph[] {
  const isLetter = form === "letter";
  const copies = copyTo.length === 0 ? [] : copyLines(copyTo, grid);
  if (copies.length === 0 && isLetter) return [];
  const foot = A4.height - twips(grid.profile.margins_mm.bottom);
  const printTop = foot - (isLetter ? 0 : imprintPitch(grid));
  const copyTop = printTop - copies.length * imprintPitch(grid);
  const outer = rule(OUTER_EIGHTHS);
  return [
    ...(copies.length === 0
      ? []
      : [
          new Paragraph({
            style: STYLE.imprint,
            frame: frame(copyTop, grid),
            ...(isLetter ? {} : { border: { top: outer, bottom: rule(INNER_EIGHTHS) } }),
            children: copies.map((text, i) => words(text, i === 0 ? {} : { break: 1 })),
          }),
        ]),
    ...(isLetter ? [] : [printLine(issuer, printedOn, printTop, copies.length === 0, grid)]),
    new Paragraph({ style: STYLE.anchor }),
  ];
}

const frame = (y: number, grid: Grid): IFrameOptions => ({
  type: "absolute",
  position: { x: twips(grid.profile.margins_mm.left), y },
  width: grid.textWidth,
  wrap: FrameWrap.AROUND,
  anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
});

/** `抄送：…。` one character from both edges, further lines under the first name; indents would shorten the rules. */
function copyLines(copyTo: readonly string[], grid: Grid): readonly string[] {
  const room = Math.floor(grid.textWidth / char(grid)) - 2 - emsOf(COPY_TO);
  const lines: string[] = [];
  let line = "";
  for (const character of copyTo.join("，").replace(/。?$/, "。")) {
    // a sign that may not begin a line hangs over
    if (emsOf(line + character) > room && !/[，。、）》]/.test(character)) {
      lines.push(line);
      line = "";
    }
    line += character;
  }
  const under = "\u3000".repeat(1 + emsOf(COPY_TO));
  return [...lines, line].map((text, i) => (i === 0 ? `\u3000${COPY_TO}${text}` : `${under}${text}`));
}

function printLine(issuer: string, printedOn: string, top: number, isAlone: boolean, grid: Grid): Paragraph {
  const date = printedOn.endsWith("印发") ? printedOn : `${printedOn}印发`;
  const outer = rule(OUTER_EIGHTHS);
  return new Paragraph({
    style: STYLE.imprint,
    frame: frame(top, grid),
    border: isAlone ? { top: outer, bottom: outer } : { bottom: outer },
    tabStops: [{ type: TabStopType.RIGHT, position: grid.textWidth - char(grid) }],
    children: [words(`\u3000${issuer}\t${date}`)],
  });
}
