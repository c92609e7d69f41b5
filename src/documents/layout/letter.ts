import { AlignmentType, BorderStyle, FrameAnchorType, FrameWrap, Paragraph, type IFrameOptions } from "docx";
import type { Composed } from "../composed.ts";
import { redName, redSize, title } from "./head.ts";
import type { Grid } from "./measure.ts";
import { A4, TWIPS_PER_POINT, twips } from "./measure.ts";
import { blankLines, line } from "./pieces.ts";
import { RED, STYLE } from "./styles.ts";

// 10.1: from the top of the page to the name, from the name to the first rule, from the second rule to the foot
const NAME_DOWN_MM = 30;
// 4 mm to the rule, of which the letters leave a part above the foot of their square
const RULE_GAP_MM = 3.4;
const SECOND_RULE_UP_MM = 20;
const RULE_WIDTH_MM = 170;
const RULE_EIGHTHS = 24;
const RULE_POINTS = 6; // both strokes and the gap between them
// the number stands 7/8 of a character below the first rule
const NUMBER_DOWN_CHARS = 7 / 8;
const LINES_ABOVE_TITLE = 2;

/** The name above a red double rule, and the second rule at the foot; both on the first page only, held to the paper. */
export function letterRules({ agency }: Composed, grid: Grid) {
  const name = redName(agency, grid, { frame: frame(twips(NAME_DOWN_MM) - redSize(agency, grid).above) });
  const first = rule(BorderStyle.THICK_THIN_SMALL_GAP, firstRuleDown(agency, grid));
  const second = rule(BorderStyle.THIN_THICK_SMALL_GAP, A4.height - twips(SECOND_RULE_UP_MM));
  return { head: [name, first], foot: [second, new Paragraph({ style: STYLE.pageNumber })] };
}

// a frame of its own, one point high, ruled below: how far a border stands off its text, and which of its strokes is
// the thick one above a paragraph, Word and LibreOffice do not agree about
const rule = (style: (typeof BorderStyle)[keyof typeof BorderStyle], y: number): Paragraph =>
  new Paragraph({
    style: STYLE.anchor,
    frame: frame(y - TWIPS_PER_POINT),
    border: { bottom: { style, size: RULE_EIGHTHS, color: RED, space: 0 } },
  });

const firstRuleDown = (agency: string, grid: Grid): number =>
  twips(NAME_DOWN_MM) + redSize(agency, grid).points * TWIPS_PER_POINT + twips(RULE_GAP_MM);

const frame = (y: number): IFrameOptions => ({
  type: "absolute",
  position: { x: Math.round((A4.width - twips(RULE_WIDTH_MM)) / 2), y },
  width: twips(RULE_WIDTH_MM),
  wrap: FrameWrap.NONE,
  anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
});

/** The number at the right under the first rule, and the title two lines below. */
export function letterHead(composed: Composed, number: string, grid: Grid): Paragraph[] {
  const em = grid.profile.sizes_pt.body * TWIPS_PER_POINT;
  const below = firstRuleDown(composed.agency, grid) + RULE_POINTS * TWIPS_PER_POINT;
  const before = below - twips(grid.profile.margins_mm.top) + Math.round(em * NUMBER_DOWN_CHARS);
  return [
    line(number, STYLE.number, { alignment: AlignmentType.RIGHT, spacing: { before: Math.max(0, before) } }),
    ...blankLines(LINES_ABOVE_TITLE, { keepNext: true }),
    title(composed, grid),
  ];
}
