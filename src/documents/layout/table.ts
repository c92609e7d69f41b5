import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Block, Cell } from "../composed.ts";
import type { Grid } from "./measure.ts";
import { twips } from "./measure.ts";
import { linesOf, words } from "./pieces.ts";
import { STYLE } from "./styles.ts";

type Rows = Extract<Block, { kind: "table" }>;

// room for a line written by hand
const LEAST_ROW_MM = 9;
// and for an opinion that is signed and dated by hand
const LEAST_SIGNED_ROW_MM = 22;
const SIGNED_LABEL = /意见|审批|签名|签字|签章|盖章/;
const CELL_SIDE_MM = 1.5;
const CELL_TOP_MM = 0.8;
// below what a cell says, who signs and when stands at its right
const SIGNED =
  /^[^。；]{0,16}(?:签名|签字|签章|盖章|印章)[）)]?[：:]?|^批准[^：]{0,6}日期：|^[\s\u3000\d]*年[\s\u3000\d]*月[\s\u3000\d]*日$/;
const LONGEST_SIGNED_CHARS = 40;

/** A table of the text area's width; columns share it as `widths` say. */
export function formTable({ widths, rows }: Rows, grid: Grid): Table {
  const columns = share(widths, grid.textWidth);
  return new Table({
    width: { size: grid.textWidth, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    margins: {
      left: twips(CELL_SIDE_MM),
      right: twips(CELL_SIDE_MM),
      top: twips(CELL_TOP_MM),
      bottom: twips(CELL_TOP_MM),
      marginUnitType: WidthType.DXA,
    },
    rows: rows.map((cells, i) =>
      row(cells, i === 0 && rows.length > 1 && cells.every((each) => each.isLabel)),
    ),
  });
}

/** Whole twips in the proportion of the widths; what rounding leaves goes to the last column. */
function share(widths: readonly number[], total: number): readonly number[] {
  const sum = widths.reduce((all, width) => all + width, 0);
  const columns = widths.map((width) => Math.floor((width / sum) * total));
  const rest = total - columns.reduce((all, width) => all + width, 0);
  return columns.map((width, i) => (i === columns.length - 1 ? width + rest : width));
}

function row(cells: readonly Cell[], isHeader: boolean): TableRow {
  const isSignedHere = cells.some(({ text, isLabel }) => isLabel === true && SIGNED_LABEL.test(text));
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: isSignedHere,
    height: { value: twips(isSignedHere ? LEAST_SIGNED_ROW_MM : LEAST_ROW_MM), rule: HeightRule.ATLEAST },
    children: cells.map(cell),
  });
}

function cell({ text, isLabel = false, span = 1, rows = 1 }: Cell): TableCell {
  return new TableCell({
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    verticalAlign: VerticalAlign.CENTER,
    children: linesOf(text).map((one, i) => cellLine(one, isLabel, i > 0)),
  });
}

function cellLine(text: string, isLabel: boolean, isBelow: boolean): Paragraph {
  const isSigned = isBelow && !isLabel && text.length <= LONGEST_SIGNED_CHARS && SIGNED.test(text);
  return new Paragraph({
    style: isLabel ? STYLE.cellLabel : STYLE.cell,
    ...(isSigned ? { alignment: AlignmentType.RIGHT } : {}),
    children: [words(text)],
  });
}
