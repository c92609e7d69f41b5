import { cut, tidy } from "./pieces.ts";

/** A stretch of a document under one heading, or one article of a law. */
export interface Section {
  /** Headings from the outermost down. */
  readonly path: readonly string[];
  readonly text: string;
  /** 第二十三条, in a law. */
  readonly article?: string;
  /** The page it begins on, where the file has pages. */
  readonly page?: number;
}

/** What a splitter makes of a text. */
export interface Outline {
  /** What the text calls itself; null when it does not say. */
  readonly title: string | null;
  readonly sections: readonly Section[];
  /** Dates of passing and change, and comments: kept, never answered from. */
  readonly history: readonly string[];
}

/** Sections with text, those over `longest` cut into pieces of at most `piece` characters. */
export function divide(sections: readonly Section[], longest: number, piece: number): Section[] {
  return sections.flatMap((section) => {
    const text = tidy(section.text);
    const pieces = text.length <= longest ? [text] : cut(text, piece);
    return pieces.filter((part) => part !== "").map((part) => ({ ...section, text: part }));
  });
}

const MAX_HEADING_CHARS = 300; // a longer line is text, whatever it begins with
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/;

/** A heading of Markdown: its level and words; null for any other line. */
export function markdownHeading(line: string): { level: number; text: string } | null {
  if (line.length > MAX_HEADING_CHARS) return null;
  const found = HEADING.exec(line);
  if (found === null) return null;
  return { level: found[1]?.length ?? 1, text: (found[2] ?? "").trimEnd() };
}

/** Headings open at a point of a document. */
export class HeadingPath {
  #open: { level: number; text: string; isUsed: boolean }[] = [];

  get texts(): string[] {
    return this.#open.map(({ text }) => text);
  }

  /** Notes that text stands under the open headings. */
  use(): void {
    for (const heading of this.#open) heading.isUsed = true;
  }

  /** Opens a heading; gives back those it closes under which nothing stood, so that no word is lost. */
  open(level: number, text: string): Section[] {
    const closed = this.close(level);
    this.#open.push({ level, text, isUsed: false });
    return closed;
  }

  /** Closes every heading of this level or deeper. */
  close(level: number): Section[] {
    const bare: Section[] = [];
    for (let last = this.#open.at(-1); last !== undefined && last.level >= level; last = this.#open.at(-1)) {
      if (!last.isUsed) {
        bare.push({ path: this.texts, text: last.text });
        this.use();
      }
      this.#open.pop();
    }
    return bare;
  }
}
