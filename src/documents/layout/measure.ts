import type { Profile } from "./profile.ts";

const TWIPS_PER_MM = 1440 / 25.4;
export const TWIPS_PER_POINT = 20;
const A4_MM = { width: 210, height: 297 } as const;

/** Millimetres in twentieths of a point, the unit of WordprocessingML. */
export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM);

/** A4 in twips. */
export const A4 = { width: twips(A4_MM.width), height: twips(A4_MM.height) } as const;

/** The grid that a profile comes to, in twips: text area, line and character pitch, what to take from each character. */
export interface Grid {
  readonly profile: Profile;
  readonly textWidth: number;
  readonly textHeight: number;
  readonly linePitch: number;
  readonly characterPitch: number;
  readonly characterSpacing: number;
}

/** The grid of a profile: pitches are rounded down, because half a twip too much loses a line or a character. */
export function gridOf(profile: Profile): Grid {
  const { margins_mm: margins, lines_per_page: lines, characters_per_line: characters } = profile;
  const textWidth = A4.width - twips(margins.left) - twips(margins.right);
  const textHeight = A4.height - twips(margins.top) - twips(margins.bottom);
  const characterPitch = Math.floor(textWidth / characters);
  return {
    profile,
    textWidth,
    textHeight,
    linePitch: Math.floor(textHeight / lines),
    characterPitch,
    characterSpacing: characterPitch - profile.sizes_pt.body * TWIPS_PER_POINT,
  };
}

// advance widths of Times New Roman in ems; letters are taken as a digit, which is their mean
const HALF = 0.5;
const NARROW = 0.25;
const NARROW_SIGNS = /[ .,:;'|!]/;
const LATIN = /[\u0020-\u02af]/;

/** The width of a text in ems: Chinese characters and their punctuation one, digits half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    ems += !LATIN.test(character) ? 1 : NARROW_SIGNS.test(character) ? NARROW : HALF;
  }
  return ems;
}

/** The width in twips that a text takes in the body's font and spacing. */
export function widthOf(text: string, grid: Grid): number {
  const size = grid.profile.sizes_pt.body * TWIPS_PER_POINT;
  return Math.round(emsOf(text) * size + [...text].length * grid.characterSpacing);
}
