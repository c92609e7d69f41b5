import { A4, TWIPS_PER_POINT, twips } from "../layout/measure.ts";
import type { WordParagraph } from "../layout/word/paragraph.ts";
import { sizeOf } from "./faces.ts";
import { point, pointOver, type Check, type Said, type Sheet } from "./point.ts";

const TWIPS_PER_MM = 1440 / 25.4;
const TOLERANCE_MM = 1; // 5.2.1 gives it for the margins
const PAPER_TOLERANCE_MM = 2;
const WHOLE_LINE = 240; // `auto` line spacing counts in 240ths of a line
const LOOSE = { zh: "行距未固定", en: "no fixed line pitch" };
const CHAR_SPACE_PARTS = 4096; // of a point, in docGrid

const millimetres = (length: number): number => Math.round((length / TWIPS_PER_MM) * 10) / 10;
const isNear = (found: number, expected: number, mm = TOLERANCE_MM): boolean =>
  Math.abs(found - expected) <= twips(mm) + 1;

/** Paper and text area (5.1, 5.2.1). */
export const pageChecks: Check = ({ section, grid }) => {
  const { margins_mm: margins } = grid.profile;
  const found = [section.top, section.bottom, section.left, section.right];
  const expected = [margins.top, margins.bottom, margins.left, margins.right];
  const size = `${millimetres(section.width)} × ${millimetres(section.height)} mm`;
  return [
    point({
      id: "page.size",
      clause: "5.1",
      name: { zh: "纸张", en: "paper" },
      expected: "A4 210 × 297 mm",
      found: size,
      ok:
        isNear(section.width, A4.width, PAPER_TOLERANCE_MM) &&
        isNear(section.height, A4.height, PAPER_TOLERANCE_MM),
    }),
    point({
      id: "page.margins",
      clause: "5.2.1",
      name: { zh: "页边距（上、下、左、右）", en: "margins (top, bottom, left, right)" },
      expected: `${expected.join(" / ")} mm`,
      found: `${found.map(millimetres).join(" / ")} mm`,
      ok: found.every((each, i) => isNear(each, twips(expected[i] ?? 0))),
    }),
  ];
};

/** 22 lines of 28 characters (5.2.3), computed from pitch, size and spacing. */
export const gridChecks: Check = (sheet) => {
  const { parts, form, grid } = sheet;
  if (form === "table" || parts.body.length === 0) return [];
  const { lines_per_page: lines, characters_per_line: characters } = grid.profile;
  const text = [...parts.body, ...parts.headings.map(({ paragraph }) => paragraph)];
  return [
    pointOver(
      {
        id: "page.lines",
        clause: "5.2.3",
        name: { zh: "每面行数", en: "lines a page" },
        expected: String(lines),
      },
      text.map((each) => linesOf(each, sheet)).filter((count) => count !== String(lines)),
    ),
    pointOver(
      {
        id: "page.characters",
        clause: "5.2.3",
        name: { zh: "每行字数", en: "characters a line" },
        expected: String(characters),
      },
      parts.body.map((each) => charactersOf(each, sheet)).filter((count) => count !== String(characters)),
    ),
  ];
};

/** How many lines of a paragraph's pitch the text area holds. */
function linesOf({ look }: WordParagraph, { section }: Sheet): Said {
  const height = section.height - section.top - section.bottom;
  const isExact = look.lineRule === "exact" || look.lineRule === "atLeast";
  const { grid } = section;
  const isOnGrid = grid !== null && grid.type !== "default";
  const pitch = isExact
    ? look.line
    : isOnGrid
      ? (grid.linePitch * (look.line ?? WHOLE_LINE)) / WHOLE_LINE
      : undefined;
  return pitch === undefined || pitch <= 0 ? LOOSE : String(Math.floor(height / pitch));
}

/** How many characters of a paragraph's size and spacing the text area is wide. */
function charactersOf(paragraph: WordParagraph, { section }: Sheet): string {
  const width = section.width - section.left - section.right;
  const spacing = paragraph.runs.find(({ text }) => text.trim() !== "")?.look.spacing ?? 0;
  const gridded = section.grid?.type === "linesAndChars" ? section.grid.charSpace / CHAR_SPACE_PARTS : 0;
  const pitch = (sizeOf(paragraph) + gridded) * TWIPS_PER_POINT + spacing;
  return pitch <= 0 ? "0" : String(Math.floor(width / pitch));
}
