import type { WordParagraph } from "../layout/word/paragraph.ts";
import { isBlackColor, isRedColor, sizeOf, strangeFaces } from "./faces.ts";
import { excerpt, pointOver, type Check, type Point, type Sheet } from "./point.ts";

const ATTENDANCE = /^[\s\u3000]*(?:主持|出席|请假|缺席|列席|记录)(?:人|人员|单位)?[：:]/;
const LABELLED = /^[^：。]{1,20}[：:]/;
const HALF_A_CHARACTER = 0.5;
const INDENT_CHARACTERS = 2;

/** Face, size and indent of the body, and the color of everything (5.2.2, 5.2.4, 7.3.3). */
export const textChecks: Check = (sheet) => {
  const { parts, form, grid } = sheet;
  if (form === "table") return [tableFace(sheet), colors(sheet)];
  if (parts.body.length === 0) return [colors(sheet)];
  const { fonts, sizes_pt: sizes } = grid.profile;
  const body = parts.body.filter(({ text }) => !(form === "minutes" && ATTENDANCE.test(text)));
  return [
    pointOver(
      {
        id: "body.font",
        clause: "5.2.2",
        name: { zh: "正文字体", en: "face of the body" },
        expected: fonts.body,
      },
      body.flatMap((each) => strangeFaces(each, fonts.body)),
    ),
    pointOver(
      {
        id: "body.size",
        clause: "5.2.2",
        name: { zh: "正文字号（磅）", en: "size of the body (points)" },
        expected: String(sizes.body),
      },
      body
        .map(sizeOf)
        .filter((size) => size !== sizes.body)
        .map(String),
    ),
    ...(form === "record" ? [] : [indents(body, sheet)]),
    colors(sheet),
  ];
};

function indents(body: readonly WordParagraph[], { form, grid }: Sheet): Point {
  const expected = INDENT_CHARACTERS * grid.characterPitch;
  const isIndented = ({ look }: WordParagraph): boolean =>
    Math.abs((look.firstLine ?? 0) + (look.left ?? 0) - expected) <= grid.characterPitch * HALF_A_CHARACTER;
  // lines of the party and lines to sign on begin at the edge in a decision
  const mayBeFlush = ({ text }: WordParagraph): boolean => form === "decision" && LABELLED.test(text);
  return pointOver(
    {
      id: "body.indent",
      clause: "7.3.3",
      name: { zh: "正文首行缩进（字）", en: "first-line indent (characters)" },
      expected: String(INDENT_CHARACTERS),
    },
    body.filter((each) => !isIndented(each) && !mayBeFlush(each)).map(({ text }) => `“${excerpt(text)}”`),
  );
}

/** Cells in the body's or the headings' face; the standard has no other rule for forms. */
function tableFace({ document, grid }: Sheet): Point {
  const { fonts } = grid.profile;
  const cells = document.paragraphs.filter(({ isInTable }) => isInTable);
  return pointOver(
    {
      id: "table.font",
      clause: "5.2.2",
      name: { zh: "表格字体", en: "face of the form" },
      expected: `${fonts.body}、${fonts.heading1}`,
    },
    cells.flatMap((each) =>
      strangeFaces(each, fonts.body).filter(
        (face) => !strangeFaces(each, fonts.heading1).every((x) => x !== face),
      ),
    ),
  );
}

/** Black, but for the red head. */
function colors({ document, parts }: Sheet): Point {
  const wrong = document.paragraphs.flatMap((paragraph) => {
    const mayBeRed = paragraph === parts.redHead;
    return paragraph.runs
      .filter(
        ({ text, look }) =>
          text.trim() !== "" && !isBlackColor(look.color) && !(mayBeRed && isRedColor(look.color)),
      )
      .map(({ text, look }) => `${look.color ?? ""}“${excerpt(text)}”`);
  });
  return pointOver(
    {
      id: "text.color",
      clause: "5.2.4",
      name: { zh: "文字颜色", en: "color of the text" },
      expected: { zh: "黑色", en: "black" },
    },
    wrong,
  );
}

const HAN = "[\\p{Script=Han}]";
const HALF_WIDTH = new RegExp(
  `${HAN}[,;:?!()]|[,;:?!(]${HAN}|${HAN}\\.(?=${HAN}|$)|${HAN}["']|["']${HAN}`,
  "u",
);
const FULL_DIGITS = /[０-９]/;
const PADDED = /\d{4}年0\d|年\d{1,2}月0\d日|年0\d月/;

/** Punctuation marks of full width, digits of half width, dates without zeros (9; GB/T 15834, GB/T 15835). */
export const signChecks: Check = ({ document }) => {
  const texts = document.paragraphs.map(({ text }) => text.replaceAll("\n", ""));
  const around = (pattern: RegExp): string[] =>
    texts.flatMap((text) => {
      const at = text.search(pattern);
      return at < 0 ? [] : [`“${text.slice(Math.max(0, at - 6), at + 8)}”`];
    });
  return [
    pointOver(
      {
        id: "signs.width",
        clause: "GB/T 15834",
        name: { zh: "标点", en: "punctuation" },
        expected: { zh: "全角标点", en: "marks of full width" },
      },
      around(HALF_WIDTH),
    ),
    pointOver(
      {
        id: "signs.digits",
        clause: "GB/T 15835",
        name: { zh: "数字", en: "digits" },
        expected: { zh: "半角阿拉伯数字", en: "Arabic digits of half width" },
      },
      around(FULL_DIGITS),
    ),
    pointOver(
      {
        id: "signs.dates",
        clause: "GB/T 15835",
        name: { zh: "日期中的月、日", en: "months and days in dates" },
        expected: { zh: "不编虚位（1月5日）", en: "without zeros (1月5日)" },
      },
      around(PADDED),
    ),
  ];
};
