import { Paragraph, TextRun, UnderlineType } from "docx";
import type { IParagraphOptions, IRunOptions } from "docx";
import { fontsOf, STYLE } from "./styles.ts";

// without it Word sets “ ” — · in the Latin face, half as wide
const HINT = { hint: "eastAsia" } as const;

/** A run of text; quotation marks and dashes in it take the Chinese face. */
export const words = (text: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ font: HINT, ...options, text });

/** A run in another face than its style's. */
export const faced = (text: string, eastAsia: string, latin: string): TextRun =>
  words(text, { font: { ...fontsOf(eastAsia, latin), ...HINT } });

/** A paragraph of one style. */
export const line = (text: string, style: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ style, children: [words(text)], ...options });

/** Empty lines of the body's pitch. */
export const blankLines = (count: number, options: IParagraphOptions = {}): Paragraph[] =>
  Array.from({ length: count }, () => new Paragraph({ style: STYLE.flush, ...options }));

/** A centred text in several lines that stays one paragraph. */
export const brokenLines = (lines: readonly string[], style: string): Paragraph =>
  new Paragraph({
    style,
    children: lines.map((text, i) => words(text, i === 0 ? {} : { break: 1 })),
  });

/** An underlined blank to write on, so many characters wide. */
export const blank = (characters: number): TextRun =>
  words("\u3000".repeat(characters), { underline: { type: UnderlineType.SINGLE } });

/** The lines of a text; an empty text has one. */
export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
