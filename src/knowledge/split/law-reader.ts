import { articleStart, lawHeading } from "./law-lines.ts";
import { chineseNumber } from "./numerals.ts";
import { HeadingPath, type Section } from "./section.ts";

/** Reads a law line by line: headings become the path, and each article a section of its own. */
export class LawReader {
  readonly #headings = new HeadingPath();
  readonly #sections: Section[] = [];
  #lines: string[] = [];
  #page: number | undefined;
  #article: string | null = null;
  #number = 0;

  read(line: string, page?: number): void {
    const heading = lawHeading(line);
    if (heading !== null) {
      this.#flush();
      this.#article = null;
      this.#sections.push(...this.#headings.open(heading.level, heading.text));
      return;
    }
    const article = this.#articleOf(line);
    if (article !== null) {
      this.#flush();
      this.#article = article;
    }
    if (this.#lines.length === 0) this.#page = page;
    this.#lines.push(line);
  }

  /** A row of a table: never one section with another row, nor with the text around it. */
  readRow(text: string, page?: number): void {
    this.#flush();
    this.#lines = [text];
    this.#page = page;
    this.#flush();
  }

  finish(): Section[] {
    this.#flush();
    this.#sections.push(...this.#headings.close(0));
    return this.#sections;
  }

  #articleOf(line: string): string | null {
    const start = articleStart(line);
    if (start === null) return null;
    const number = chineseNumber(start.number);
    if (!start.isSpaced && number !== this.#number + 1) return null;
    this.#number = number;
    return start.article;
  }

  #flush(): void {
    if (this.#lines.some((line) => line.trim() !== "")) {
      this.#headings.use();
      this.#sections.push({
        path: this.#headings.texts,
        text: this.#lines.join("\n"),
        ...(this.#article === null ? {} : { article: this.#article }),
        ...(this.#page === undefined ? {} : { page: this.#page }),
      });
    }
    this.#lines = [];
  }
}
