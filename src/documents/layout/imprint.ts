import {
  BorderStyle,
  HeightRule,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from "docx";
import type { Block, Form } from "../composed.ts";
import type { Grid } from "./measure.ts";
import { emsOf, TWIPS_PER_POINT } from "./measure.ts";
import { words } from "./pieces.ts";
import { BLACK, STYLE } from "./styles.ts";

type Imprint = Extract<Block, { kind: "imprint" }>;

// eighths of a point: 0.35 mm outside, 0.25 mm inside (7.4.1)
const OUTER_EIGHTHS = 8;
const INNER_EIGHTHS = 6;
const ROW_LEADING = 1.6;
const COPY_TO = "抄送：";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: BLACK });

/**
 * 版记 at the foot of the text area of the last page (7.4): copies, the organ that prints, the date.
 *
 * A letter (信函格式, 10.1) has the copies alone and no rules.
 */
export function imprint(
  { copyTo, issuer, printedOn }: Imprint,
  form: Form,
  grid: Grid,
): (Table | Paragraph)[] {
  const isLetter = form === "letter";
  const rows = [
    ...(copyTo.length === 0 ? [] : [copyLine(copyTo, grid)]),
    ...(isLetter ? [] : [printLine(issuer, printedOn, grid)]),
  ];
  if (rows.length === 0) return [];
  return [floating(rows, !isLetter, grid), new Paragraph({ style: STYLE.anchor })];
}

const char = (grid: Grid): number => grid.profile.sizes_pt.imprint * TWIPS_PER_POINT;

function copyLine(copyTo: readonly string[], grid: Grid): Paragraph {
  const hanging = emsOf(COPY_TO) * char(grid);
  return new Paragraph({
    style: STYLE.imprint,
    indent: { left: char(grid) + hanging, hanging, right: char(grid) },
    children: [words(`${COPY_TO}${copyTo.join("，").replace(/。?$/, "。")}`)],
  });
}

function printLine(issuer: string, printedOn: string, grid: Grid): Paragraph {
  const date = printedOn.endsWith("印发") ? printedOn : `${printedOn}印发`;
  return new Paragraph({
    style: STYLE.imprint,
    indent: { left: char(grid) },
    tabStops: [{ type: TabStopType.RIGHT, position: grid.textWidth - char(grid) }],
    children: [words(`${issuer}\t${date}`)],
  });
}

/** A borderless table as wide as the text area, held to its foot. */
function floating(rows: readonly Paragraph[], isRuled: boolean, grid: Grid): Table {
  const { textWidth } = grid;
  const outer = isRuled ? rule(OUTER_EIGHTHS) : none;
  const inner = isRuled ? rule(INNER_EIGHTHS) : none;
  const height = { value: Math.round(char(grid) * ROW_LEADING), rule: HeightRule.ATLEAST };
  const bare = { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: TableLayoutType.FIXED,
    margins: bare,
    borders: {
      top: outer,
      bottom: outer,
      left: none,
      right: none,
      insideHorizontal: inner,
      insideVertical: none,
    },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: 0,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height,
          children: [
            new TableCell({
              width: { size: textWidth, type: WidthType.DXA },
              margins: bare,
              children: [row],
            }),
          ],
        }),
    ),
  });
}
