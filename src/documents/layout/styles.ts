import { AlignmentType, LineRuleType } from "docx";
import type { IParagraphStyleOptions, IParagraphStylePropertiesOptions, IStylesOptions } from "docx";
import type { Grid } from "./measure.ts";
import { TWIPS_PER_POINT } from "./measure.ts";

const HALF_POINTS = 2;
export const RED = "FF0000";
export const BLACK = "000000";

/** Ids of the paragraph styles that a document uses; a person who edits it finds them by their Chinese names. */
export const STYLE = {
  body: "GwBody",
  flush: "GwFlush",
  to: "GwTo",
  redHead: "GwRedHead",
  agency: "GwAgency",
  number: "GwNumber",
  attachments: "GwAttachments",
  signature: "GwSignature",
  note: "GwNote",
  annexMark: "GwAnnexMark",
  imprint: "GwImprint",
  pageNumber: "GwPageNumber",
  marking: "GwMarking",
  cell: "GwCell",
  cellLabel: "GwCellLabel",
  anchor: "GwAnchor",
  title: "Title",
  heading: ["Heading1", "Heading2", "Heading3", "Heading4"],
} as const;

/** Fonts by script: Chinese in `eastAsia`, letters and digits in the Latin face. */
export const fontsOf = (eastAsia: string, latin: string) => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia,
});

/** Every style of a document, from the grid. */
export function stylesOf(grid: Grid): IStylesOptions {
  const { fonts, sizes_pt: sizes } = grid.profile;
  const headings = headingsOf(grid);
  return {
    default: {
      document: {
        run: {
          font: fontsOf(fonts.body, fonts.latin),
          size: sizes.body * HALF_POINTS,
          color: BLACK,
          language: { value: "en-US", eastAsia: "zh-CN" },
        },
        paragraph: { spacing: exactly(grid.linePitch) },
      },
      title: {
        run: {
          font: fontsOf(fonts.title, fonts.latin),
          size: sizes.title * HALF_POINTS,
          bold: false,
          color: BLACK,
        },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...exactly(titlePitch(grid)), before: 0, after: 0 },
          indent: { firstLine: 0 },
          keepNext: true,
          outlineLevel: 0,
        },
      },
      ...headings,
    },
    paragraphStyles: [normal(grid), ...textStyles(grid), ...edgeStyles(grid)],
  };
}

/** A fixed line pitch; everything between 18 and 30 points of type stays on the grid. */
export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 });

/** Lines of a title keep the grid while the type fits into it. */
function titlePitch(grid: Grid): number {
  const least = Math.ceil(grid.profile.sizes_pt.title * TWIPS_PER_POINT);
  return Math.max(grid.linePitch, least);
}

/** Lines of the imprint stand a little apart, as a typist sets them; in twips. */
export const imprintPitch = (grid: Grid): number =>
  Math.round(grid.profile.sizes_pt.imprint * TWIPS_PER_POINT * IMPRINT_PITCH);

function headingsOf(grid: Grid) {
  const { fonts, is_heading3_bold: isBold } = grid.profile;
  const heading = (family: string, level: number, bold = false) => ({
    run: {
      font: fontsOf(family, fonts.latin),
      size: grid.profile.sizes_pt.body * HALF_POINTS,
      bold,
      ...spaced(grid),
    },
    paragraph: { ...indented(grid), spacing: exactly(grid.linePitch), outlineLevel: level, keepNext: true },
  });
  return {
    heading1: heading(fonts.heading1, 1),
    heading2: heading(fonts.heading2, 2),
    heading3: heading(fonts.body, 3, isBold),
    heading4: heading(fonts.body, 4),
  };
}

/** What is taken from each character of the body so that a line holds as many as it should. */
const spaced = (grid: Grid) =>
  grid.characterSpacing === 0 ? {} : { characterSpacing: grid.characterSpacing };

/** Said again as a style, because LibreOffice overlooks parts of the document's defaults. */
const normal = (grid: Grid): IParagraphStyleOptions => ({
  id: "Normal",
  name: "Normal",
  paragraph: { spacing: exactly(grid.linePitch) },
});

const indented = (grid: Grid) => ({ indent: { firstLine: 2 * grid.characterPitch } });

const style = (
  id: string,
  name: string,
  paragraph: IParagraphStylePropertiesOptions = {},
  run: IParagraphStyleOptions["run"] = {},
): IParagraphStyleOptions => ({ id, name, basedOn: "Normal", quickFormat: true, paragraph, run });

/** Styles of what stands in the text area of a letter. */
function textStyles(grid: Grid): IParagraphStyleOptions[] {
  const { fonts } = grid.profile;
  const text = spaced(grid);
  const title = { font: fontsOf(fonts.title, fonts.latin) };
  const size = grid.profile.sizes_pt.title * HALF_POINTS;
  return [
    style(STYLE.body, "公文正文", { ...indented(grid), alignment: AlignmentType.JUSTIFIED }, text),
    style(STYLE.flush, "公文顶格", { alignment: AlignmentType.LEFT }, text),
    style(STYLE.to, "主送机关", { alignment: AlignmentType.LEFT }, text),
    style(
      STYLE.redHead,
      "发文机关标志",
      { alignment: AlignmentType.CENTER, keepNext: true },
      { ...title, color: RED },
    ),
    style(
      STYLE.agency,
      "发文机关名称",
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactly(titlePitch(grid)) },
      { ...title, size },
    ),
    style(STYLE.number, "发文字号", { alignment: AlignmentType.CENTER, keepNext: true }, text),
    style(STYLE.attachments, "附件说明", { alignment: AlignmentType.LEFT }, text),
    style(STYLE.signature, "署名与日期", { alignment: AlignmentType.RIGHT, keepLines: true }, text),
    style(STYLE.note, "附注", indented(grid), text),
    style(STYLE.annexMark, "附件标识", {}, { font: fontsOf(fonts.heading1, fonts.latin) }),
  ];
}

/** Styles of what stands around it: imprint, page number, marks, cells of tables. */
function edgeStyles(grid: Grid): IParagraphStyleOptions[] {
  const { fonts, sizes_pt: sizes } = grid.profile;
  const cell = { size: sizes.table * HALF_POINTS };
  const cellSpacing = exactly(Math.round(sizes.table * TWIPS_PER_POINT * CELL_PITCH));
  return [
    style(
      STYLE.imprint,
      "版记",
      { spacing: exactly(imprintPitch(grid)) },
      { size: sizes.imprint * HALF_POINTS },
    ),
    style(
      STYLE.pageNumber,
      "页码",
      { spacing: exactly(sizes.page_number * TWIPS_PER_POINT) },
      {
        size: sizes.page_number * HALF_POINTS,
        font: fontsOf(fonts.page_number, fonts.page_number),
      },
    ),
    style(
      STYLE.marking,
      "文稿标识",
      { spacing: exactly(sizes.marking * TWIPS_PER_POINT * CELL_PITCH) },
      {
        size: sizes.marking * HALF_POINTS,
        font: fontsOf(fonts.page_number, fonts.latin),
      },
    ),
    style(STYLE.cell, "表格内容", { spacing: cellSpacing, alignment: AlignmentType.LEFT }, cell),
    style(
      STYLE.cellLabel,
      "表格项目",
      { spacing: cellSpacing, alignment: AlignmentType.CENTER },
      { ...cell, font: fontsOf(fonts.heading1, fonts.latin) },
    ),
    style(STYLE.anchor, "定位", { spacing: exactly(TWIPS_PER_POINT) }, { size: HALF_POINTS }),
  ];
}

const CELL_PITCH = 1.5;
const IMPRINT_PITCH = 1.6;
