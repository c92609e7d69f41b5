import { BorderStyle, LineRuleType, Paragraph, TabStopType } from "docx";
import type { IParagraphOptions } from "docx";
import type { Composed } from "../composed.ts";
import type { Grid } from "./measure.ts";
import { emsOf, TWIPS_PER_POINT, twips } from "./measure.ts";
import { blankLines, brokenLines, faced, line, words } from "./pieces.ts";
import { RED, STYLE } from "./styles.ts";
import { titleLines } from "./title-lines.ts";

const HALF_POINTS = 2;
// 7.2.4: upper edge of the red head below the edge of the text area
const RED_HEAD_DOWN_MM = 35;
// 4 mm below the number (7.2.7), of which its line leaves a part by itself
const RED_RULE_GAP_POINTS = 8;
const RED_RULE_EIGHTHS = 12; // 1.5 pt; the standard gives the width only
const HEAD_LEADING = 1.15;
const LINES_BELOW_RED_HEAD = 2; // 7.2.5
const LINES_ABOVE_TITLE = 2; // 7.3.1
const HEADING_FACE = /^(?:特急|加急|绝密|机密|秘密)/;

/** Secrecy and urgency in the upper left corner, 3号黑体, one a line (7.2.2, 7.2.3). */
export function marks({ secrecy, urgency }: Composed, grid: Grid): Paragraph[] {
  const { heading1, latin } = grid.profile.fonts;
  return [secrecy, urgency]
    .filter((mark): mark is string => mark !== null && mark !== "")
    .map(
      (mark) =>
        new Paragraph({
          style: STYLE.flush,
          children: [HEADING_FACE.test(mark) ? faced(mark, heading1, latin) : words(mark)],
        }),
    );
}

/** The red head, the number with 签发人, and the red rule; `name` is what the head says. */
export function redHead(composed: Composed, number: string, name: string, grid: Grid): Paragraph[] {
  const before = marks(composed, grid);
  return [
    ...before,
    redName(name, grid, spaceAbove(before.length, name, grid)),
    ...blankLines(LINES_BELOW_RED_HEAD, { keepNext: true }),
    numberLine(composed, number, grid),
    ...blankLines(LINES_ABOVE_TITLE, { keepNext: true }),
  ];
}

/** What is left of the 35 mm above the red head below the marks; the line's own room above its letters counts. */
const spaceAbove = (marksAbove: number, name: string, grid: Grid) => ({
  spacing: {
    before: Math.max(0, twips(RED_HEAD_DOWN_MM) - marksAbove * grid.linePitch - redSize(name, grid).above),
  },
});

interface RedSize {
  readonly points: number;
  readonly line: number;
  /** Twips of the line above the letters. */
  readonly above: number;
}

/** The size of a red name and the height of its line, in points and twips: as large as the text area allows. */
export function redSize(name: string, grid: Grid): RedSize {
  const { largest_pt: largest, smallest_pt: smallest } = grid.profile.red_head;
  const fitting = Math.floor(grid.textWidth / TWIPS_PER_POINT / Math.max(1, emsOf(name)));
  const points = Math.max(smallest, Math.min(largest, fitting));
  const line = Math.round(points * TWIPS_PER_POINT * HEAD_LEADING);
  return { points, line, above: Math.round((line - points * TWIPS_PER_POINT) / 2) };
}

/** The name of the organ in red. */
export function redName(name: string, grid: Grid, options: IParagraphOptions = {}): Paragraph {
  const { points, line: pitch } = redSize(name, grid);
  return new Paragraph({
    style: STYLE.redHead,
    ...options,
    spacing: { line: pitch, lineRule: LineRuleType.EXACT, ...options.spacing },
    children: [words(name, { size: points * HALF_POINTS })],
  });
}

function numberLine({ signer }: Composed, number: string, grid: Grid): Paragraph {
  const border = {
    bottom: {
      style: BorderStyle.SINGLE,
      size: RED_RULE_EIGHTHS,
      color: RED,
      space: RED_RULE_GAP_POINTS,
    },
  };
  if (signer === null) return line(number, STYLE.number, { border });
  const { heading2, latin } = grid.profile.fonts;
  // a space and a tab instead of indents, which would shorten the rule
  return new Paragraph({
    style: STYLE.number,
    alignment: "left",
    border,
    tabStops: [{ type: TabStopType.RIGHT, position: grid.textWidth - grid.characterPitch }],
    children: [words(`\u3000${number}\t签发人：`), faced(signer, heading2, latin)],
  });
}

/** The title in as many lines as it takes; none fuller than leaves a character free at both sides. */
export function title(composed: Composed, grid: Grid): Paragraph {
  const ems = Math.floor(grid.textWidth / TWIPS_PER_POINT / grid.profile.sizes_pt.title) - 1;
  return brokenLines(titleLines(composed.title, ems), STYLE.title);
}

/** Head of a decision or form without a red head: the agency, the title, and the number at the right. */
export function plainHead(composed: Composed, number: string | null, grid: Grid): Paragraph[] {
  const agency = composed.title.startsWith(composed.agency) ? "" : composed.agency;
  return [
    ...marks(composed, grid),
    ...(agency === "" ? [] : [line(agency, STYLE.agency)]),
    title(composed, grid),
    ...(number === null
      ? []
      : [line(number, STYLE.number, { alignment: "right", indent: { right: grid.characterPitch } })]),
  ];
}

/** Head of minutes (10.3): the red name, the number and date, no 签发人. */
export function minutesHead(composed: Composed, number: string | null, grid: Grid): Paragraph[] {
  const before = marks(composed, grid);
  const name = minutesName(composed);
  const isTitleLeft = name !== composed.title;
  return [
    ...before,
    redName(name, grid, spaceAbove(before.length, name, grid)),
    ...blankLines(LINES_BELOW_RED_HEAD, { keepNext: true }),
    numberLine({ ...composed, signer: null }, number ?? "", grid),
    ...blankLines(isTitleLeft ? LINES_ABOVE_TITLE : 1, { keepNext: true }),
    ...(isTitleLeft ? [title(composed, grid)] : []),
  ];
}

/** `×××纪要`: the title itself when it fits one line, the agency's 会议纪要 above it otherwise. */
function minutesName({ agency, title: text }: Composed): string {
  return text.endsWith("纪要") && emsOf(text) <= LONGEST_RED_MINUTES ? text : `${agency}会议纪要`;
}

const LONGEST_RED_MINUTES = 16; // more than that would be smaller than a title
