import { widthOf, type Grid } from "../layout/measure.ts";
import type { WordParagraph } from "../layout/word/paragraph.ts";
import { strangeFaces } from "./faces.ts";
import { mustBeNumbered } from "./parts.ts";
import { excerpt, point, pointOver, type Check, type Point, type Said, type Sheet } from "./point.ts";

const GOOD_DATE = /^\d{4}年[1-9]\d?月[1-9]\d?日$/;
const RIGHT_OF_SEALED_DATE = 4;
const RIGHT_OF_NAME = 2;
const DATE_AFTER_NAME = 2;
const INDENT = 2;
// rounding of widths that only a typesetter knows
const TOLERANCE_CHARACTERS = 0.75;

/** 附件说明, agency and date, 附注, 附件 (7.3.4 – 7.3.7). */
export const endingChecks: Check = (sheet) => [
  ...attachmentPoints(sheet),
  ...datePoints(sheet),
  ...notePoints(sheet),
  ...annexPoints(sheet),
];

function attachmentPoints({ parts, grid }: Sheet): readonly Point[] {
  const [first, ...others] = parts.attachments;
  if (first === undefined) return [];
  const isMany = others.length > 0;
  const wrong = parts.attachments.flatMap(({ text }, i) => {
    const said = text.trim().replace(/^附件/, "");
    const isNumbered = new RegExp(`^${i === 0 ? "：" : ""}${isMany ? `${i + 1}\\.` : "(?!\\d)"}\\s?\\S`).test(
      said,
    );
    return isNumbered && !/[。；;，、.]$/.test(said) ? [] : [`“${excerpt(text.trim())}”`];
  });
  const indent = (first.look.left ?? 0) + (first.look.firstLine ?? 0);
  const isIndented = Math.abs(indent - INDENT * grid.characterPitch) <= grid.characterPitch / 2;
  const blanks = parts.blanksAboveAttachments;
  return [
    pointOver(
      {
        id: "attachments.form",
        clause: "7.3.4",
        name: { zh: "附件说明", en: "list of attachments" },
        expected: { zh: "“附件：1. 名称”，名称后不加标点", en: "“附件：1. name”, no mark after a name" },
      },
      wrong,
    ),
    point({
      id: "attachments.place",
      clause: "7.3.4",
      name: { zh: "附件说明位置", en: "place of the list of attachments" },
      expected: { zh: "正文下空一行，左空二字", en: "one line below the body, two characters in" },
      found: {
        zh: `空${blanks}行，左空${Math.round(indent / grid.characterPitch)}字`,
        en: `${blanks} lines below, ${Math.round(indent / grid.characterPitch)} characters in`,
      },
      ok: isIndented && blanks === 1,
    }),
  ];
}

function datePoints(sheet: Sheet): readonly Point[] {
  const { parts, grid, form } = sheet;
  const { date, agency } = parts;
  if (date === null) {
    return mustBeNumbered(sheet) ? [dateForm({ zh: "无成文日期", en: "no date" }, false)] : [];
  }
  const text = date.text.trim();
  if (form === "record" || form === "table") return [dateForm(text, GOOD_DATE.test(text))];
  return [
    dateForm(text, GOOD_DATE.test(text)),
    point({
      id: "date.place",
      clause: "7.3.5",
      name: { zh: "署名和成文日期位置", en: "place of agency and date" },
      expected: {
        zh: "日期右空四字、署名居中其上（加盖印章）；或署名右空二字、日期比署名右移二字",
        en: "sealed: the date four characters from the right, the name centred on it; else the name two, the date two after it",
      },
      found: {
        zh: `署名右空${shown(agency, grid)}字，日期右空${shown(date, grid)}字`,
        en: `name ${shown(agency, grid)}, date ${shown(date, grid)} characters from the right`,
      },
      ok: isSealed(agency, date, grid) || isPlain(agency, date, grid),
    }),
  ];
}

const dateForm = (found: Said, ok: boolean): Point =>
  point({
    id: "date.form",
    clause: "7.3.5.4",
    name: { zh: "成文日期", en: "date" },
    expected: { zh: "2026年1月5日（阿拉伯数字，不编虚位）", en: "2026年1月5日 (Arabic digits, no zeros)" },
    found,
    ok,
  });

/** Characters between the right edge and the end of a line that is set to the right. */
const rightOf = (paragraph: WordParagraph, grid: Grid): number =>
  paragraph.look.align === "right" || paragraph.look.align === "end"
    ? (paragraph.look.right ?? 0) / grid.characterPitch
    : Number.NaN;

function shown(paragraph: WordParagraph | null, grid: Grid): string {
  const right = paragraph === null ? Number.NaN : rightOf(paragraph, grid);
  return Number.isNaN(right) ? "？" : String(Math.round(right * 10) / 10);
}

const charactersOf = ({ text }: WordParagraph, grid: Grid): number =>
  widthOf(text.trim(), grid) / grid.characterPitch;
const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= TOLERANCE_CHARACTERS;

/** 7.3.5.1: the date four characters in, or further when the agency's name needs it; the name centred on it. */
function isSealed(agency: WordParagraph | null, date: WordParagraph, grid: Grid): boolean {
  const right = rightOf(date, grid);
  if (agency === null) return isNear(right, RIGHT_OF_SEALED_DATE);
  const longer = charactersOf(agency, grid) - charactersOf(date, grid);
  const middle = rightOf(agency, grid) + longer / 2;
  const isFar = isNear(right, Math.max(RIGHT_OF_SEALED_DATE, longer / 2));
  return isFar && isNear(middle, right);
}

/** 7.3.5.2: the name two characters in and the date beginning two after it; the other way when the date is longer. */
function isPlain(agency: WordParagraph | null, date: WordParagraph, grid: Grid): boolean {
  if (agency === null) return false;
  const nameStart = rightOf(agency, grid) + charactersOf(agency, grid);
  const dateStart = rightOf(date, grid) + charactersOf(date, grid);
  const nearest = Math.min(rightOf(agency, grid), rightOf(date, grid));
  return isNear(nameStart - dateStart, DATE_AFTER_NAME) && isNear(nearest, RIGHT_OF_NAME);
}

function notePoints({ parts, grid }: Sheet): readonly Point[] {
  const { note } = parts;
  if (note === null) return [];
  const indent = (note.look.left ?? 0) + (note.look.firstLine ?? 0);
  const isIndented = Math.abs(indent - INDENT * grid.characterPitch) <= grid.characterPitch / 2;
  return [
    point({
      id: "note.form",
      clause: "7.3.6",
      name: { zh: "附注", en: "note" },
      expected: { zh: "左空二字，加圆括号（）", en: "two characters in, in （）" },
      found: {
        zh: `左空${Math.round(indent / grid.characterPitch)}字，“${excerpt(note.text.trim())}”`,
        en: `${Math.round(indent / grid.characterPitch)} characters in, “${excerpt(note.text.trim())}”`,
      },
      ok: isIndented && /^（.*）$/.test(note.text.trim()),
    }),
  ];
}

function annexPoints({ parts, grid }: Sheet): readonly Point[] {
  if (parts.annexes.length === 0) return [];
  const { heading1 } = grid.profile.fonts;
  const isMany = parts.annexes.length > 1;
  const clause = "7.3.7";
  return [
    pointOver(
      {
        id: "annex.mark",
        clause,
        name: { zh: "附件标识", en: "mark of the annex" },
        expected: {
          zh: `另面顶格“附件${isMany ? "1" : ""}”，${heading1}，不加冒号`,
          en: `on a new page at the edge, “附件${isMany ? "1" : ""}” in ${heading1}, no colon`,
        },
      },
      parts.annexes.flatMap(({ mark }) => {
        const isFlush =
          Math.abs((mark.look.firstLine ?? 0) + (mark.look.left ?? 0)) < grid.characterPitch / 2;
        const isRight =
          /^附件\d*$/.test(mark.text.trim()) && isFlush && strangeFaces(mark, heading1).length === 0;
        return isRight ? [] : [`“${excerpt(mark.text)}”`];
      }),
    ),
    pointOver(
      {
        id: "annex.title",
        clause,
        name: { zh: "附件标题", en: "title of the annex" },
        expected: { zh: "居中", en: "centred" },
      },
      parts.annexes.flatMap(({ title }) =>
        title === null || title.look.align === "center" ? [] : [`“${excerpt(title.text)}”`],
      ),
    ),
  ];
}
