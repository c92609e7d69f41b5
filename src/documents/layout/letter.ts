import { AlignmentType, BorderStyle, FrameAnchorType, FrameWrap, Paragraph, type IFrameOptions } from "docx";
import type { Composed } from "../composed.ts";
import { redName, redSize, title } from "./head.ts";
import type { Grid } from "./measure.ts";
import { A4, TWIPS_PER_POINT, twips } from "./measure.ts";
import { blankLines, line } from "./pieces.ts";
import { RED, STYLE } from "./styles.ts";

// 10.1: from the top of the page to the name, from the name to the first rule, from the second rule to the foot
const NAME_DOWN_MM = 30;
const RULE_GAP_POINTS = 11; // 4 mm
const SECOND_RULE_UP_MM = 20;
const RULE_WIDTH_MM = 170;
const RULE_EIGHTHS = 24;
const RULE_POINTS = 6; // both strokes and the gap between them
// the number stands 7/8 of a character below the first rule
const NUMBER_DOWN_CHARS = 7 / 8;
const LINES_ABOVE_TITLE = 2;

/** The name above a red double rule, and the second rule at the foot; both on the first page only, held to the paper. */
export function letterRules({ agency }: Composed, grid: Grid) {
  const space = RULE_GAP_POINTS;
  const name = redName(agency, grid, {
    frame: frame(twips(NAME_DOWN_MM)),
    border: {
      bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: RULE_EIGHTHS, color: RED, space },
    },
  });
  const rule = new Paragraph({
    style: STYLE.anchor,
    frame: frame(A4.height - twips(SECOND_RULE_UP_MM)),
    border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: RULE_EIGHTHS, color: RED, space: 0 } },
  });
  return { head: [name], foot: [rule, new Paragraph({ style: STYLE.pageNumber })] };
}

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
  const { line: nameLine } = redSize(composed.agency, grid);
  const ruleDown = twips(NAME_DOWN_MM) + nameLine + (RULE_GAP_POINTS + RULE_POINTS) * TWIPS_PER_POINT;
  const before = ruleDown - twips(grid.profile.margins_mm.top) + Math.round(em * NUMBER_DOWN_CHARS);
  return [
    line(number, STYLE.number, { alignment: AlignmentType.RIGHT, spacing: { before: Math.max(0, before) } }),
    ...blankLines(LINES_ABOVE_TITLE, { keepNext: true }),
    title(composed, grid),
  ];
}
