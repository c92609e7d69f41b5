import { isBold, strangeFaces } from "./faces.ts";
import { isWellWritten, LEVEL_FORMS, outOfOrder, skipped } from "./numbering.ts";
import { excerpt, pointOver, type Check } from "./point.ts";

const TOP_LEVELS = 2;
// a numbered line is a heading; a numbered sentence is text, and keeps the body's face
const LONGEST_HEADING = 40;
const isLine = (text: string): boolean => text.length <= LONGEST_HEADING && !/[。；：]/.test(text);

/** Numbers and faces of the four levels of headings (7.3.3). */
export const headingChecks: Check = ({ parts, grid }) => {
  const { fonts, is_heading3_bold: mayBeBold } = grid.profile;
  const headings = parts.headings.map(({ level, paragraph }) => ({
    level,
    paragraph,
    text: paragraph.text.trim(),
  }));
  if (headings.length === 0) return [];
  const faces = [fonts.heading1, fonts.heading2, fonts.body, fonts.body];
  const clause = "7.3.3";
  return [
    pointOver(
      {
        id: "heading.font",
        clause,
        name: { zh: "各级标题字体", en: "faces of the headings" },
        expected: `一、${fonts.heading1}，（一）${fonts.heading2}，1.（1）${fonts.body}`,
      },
      headings
        .filter(({ text }) => isLine(text))
        .flatMap(({ level, paragraph, text }) =>
          strangeFaces(paragraph, faces[level - 1] ?? fonts.body).map((face) => `“${excerpt(text)}”${face}`),
        ),
    ),
    pointOver(
      {
        id: "heading.form",
        clause,
        name: { zh: "层次序数写法", en: "form of the numbers" },
        expected: LEVEL_FORMS,
      },
      headings
        .filter(({ text, level }) => !isWellWritten(text, level))
        .map(({ text }) => `“${excerpt(text)}”`),
    ),
    pointOver(
      {
        id: "heading.levels",
        clause,
        name: { zh: "层次", en: "levels" },
        expected: { zh: `依次为${LEVEL_FORMS}，不跳级`, en: `${LEVEL_FORMS}, none left out` },
      },
      skipped(headings).map((text) => `“${excerpt(text)}”`),
    ),
    pointOver(
      {
        id: "heading.order",
        clause,
        name: { zh: "层次序数顺序", en: "order of the numbers" },
        expected: { zh: "从一起，连续不重复", en: "from one on, none left out or twice" },
      },
      outOfOrder(headings).map((text) => `“${excerpt(text)}”`),
    ),
    pointOver(
      {
        id: "heading.bold",
        clause,
        name: { zh: "标题加粗", en: "headings bold" },
        expected: { zh: "不加粗", en: "not bold" },
      },
      headings
        .filter(({ paragraph, level }) => isBold(paragraph) && !(mayBeBold && level > TOP_LEVELS))
        .map(({ text }) => `“${excerpt(text)}”`),
    ),
  ];
};
