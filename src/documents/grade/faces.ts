import type { WordParagraph } from "../layout/word/paragraph.ts";

/** Names under which the faces of Chinese documents go; vendors spell them differently. */
const FAMILIES: readonly RegExp[] = [
  /仿宋|FangSong/i,
  /楷体|KaiTi/i,
  /小标宋|XiaoBiaoSong/i,
  /黑体|SimHei/i,
  /宋体|SimSun/i,
];

const HAN = /\p{Script=Han}/u;

/** True when both names mean the same face: equal, or of one family. */
export function isSameFace(found: string | undefined, expected: string): boolean {
  if (found === undefined) return false;
  if (found === expected) return true;
  const family = FAMILIES.find((each) => each.test(expected));
  return family?.test(found) === true && FAMILIES.find((each) => each.test(found)) === family;
}

const WHITE_PARTS = 16; // base of the digits in a color

/** True for a color that reads as red. */
export function isRedColor(color: string | undefined): boolean {
  if (color === undefined || !/^[0-9a-f]{6}$/i.test(color)) return false;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(color.slice(at, at + 2), WHITE_PARTS),
  );
  return red >= LEAST_RED && green <= MOST_OTHER && blue <= MOST_OTHER;
}

const LEAST_RED = 180;
const MOST_OTHER = 80;

/** True for a color that prints black. */
export const isBlackColor = (color: string | undefined): boolean =>
  color === undefined || color === "auto" || color === "000000";

const said = (paragraph: WordParagraph) => paragraph.runs.filter(({ text }) => text.trim() !== "");

/** True when the words of a paragraph are red. */
export const isRed = (paragraph: WordParagraph): boolean => {
  const runs = said(paragraph);
  return runs.length > 0 && runs.every(({ look }) => isRedColor(look.color));
};

/** The size of a paragraph's first words in points; 10 where nothing says it, as Word has it. */
export const sizeOf = (paragraph: WordParagraph): number => said(paragraph)[0]?.look.size ?? DEFAULT_POINTS;

const DEFAULT_POINTS = 10;

/** The Chinese face of a paragraph's first Chinese words. */
export const faceOf = (paragraph: WordParagraph): string | undefined =>
  said(paragraph).find(({ text }) => HAN.test(text))?.look.eastAsia;

/** Chinese runs of a paragraph in another face than this. */
export const strangeFaces = (paragraph: WordParagraph, expected: string): readonly string[] =>
  said(paragraph)
    .filter(({ text, look }) => HAN.test(text) && !isSameFace(look.eastAsia, expected))
    .map(({ look }) => look.eastAsia ?? "?");

/** True when some words of a paragraph are bold. */
export const isBold = (paragraph: WordParagraph): boolean =>
  said(paragraph).some(({ look }) => look.isBold === true);
