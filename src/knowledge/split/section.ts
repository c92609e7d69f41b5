import { cut, tidy } from "./pieces.ts";

/** A stretch of a document under one heading, or one article of a law. */
export interface Section {
  /** Headings from the outermost down. */
  readonly path: readonly string[];
  readonly text: string;
  /** 第二十三条, in a law. */
  readonly article?: string;
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
