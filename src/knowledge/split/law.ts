import { chineseNumber } from "./numerals.ts";
import { PIECE_CHARS, tidy } from "./pieces.ts";
import { divide, HeadingPath, type Outline, type Section } from "./section.ts";

// an article is one thought of the legislator: it is cut only when it is far longer than a piece
const ARTICLE_CHARS = 800;

const NUMBER = "[零〇一二三四五六七八九十百千两\\d]+";
const ARTICLE = new RegExp(`^[\\s　*]*(第(${NUMBER})条(?:之${NUMBER})?)\\**(?:[\\s　]|$)`);
/** An article whose number and text are not set apart; believed only when it follows on the one before. */
const ARTICLE_TIGHT = new RegExp(`^[\\s　]*(第(${NUMBER})条)(?![之、，和及或至的第规中])`);
const MARKDOWN_HEADING = /^(#{1,6})\s+(.+?)\s*$/;
const PLAIN_HEADING = new RegExp(`^[\\s　]*第${NUMBER}(分?编|章|节)(?:[\\s　]+\\S.{0,40}|)$`);
const APPENDIX = /^[\s　]*附(?:件|表|录)[\s　]*[一二三四五六七八九十\d]*(?:[:：\s　].{0,40})?$/;
const COMMENT = /^\s*<!--.*-->\s*$/;
const INFO_END = /^\s*<!--\s*INFO END\s*-->\s*$/m;
const LEVELS: Readonly<Record<string, number>> = { 编: 2, 分编: 3, 章: 4, 节: 5 };
const TITLE_CHARS = 80; // no law has a longer name; a first line beyond this is text

/** True for a text that is set out as a law: it says so, or at least three lines are articles that follow on. */
export function isLaw(text: string): boolean {
  if (INFO_END.test(text)) return true;
  const numbers = text.split("\n").flatMap((line) => {
    const found = ARTICLE.exec(line) ?? ARTICLE_TIGHT.exec(line);
    return found === null ? [] : [chineseNumber(found[2] ?? "")];
  });
  return numbers.length >= 3 && numbers.slice(1).some((number, i) => number === (numbers[i] ?? 0) + 1);
}

/** Cuts a law at its articles; chapters and sections become the path, and no piece holds two articles. */
export function splitLaw(text: string): Outline {
  const { title, history, body } = openLaw(text);
  const reader = new LawReader();
  for (const line of body.split("\n")) {
    if (COMMENT.test(line)) history.push(line.trim());
    else reader.read(line);
  }
  return { title, sections: divide(reader.finish(), ARTICLE_CHARS, PIECE_CHARS), history };
}

/** Parts the name and the dates at the head of a law from its text. */
function openLaw(text: string): { title: string | null; history: string[]; body: string } {
  const mark = INFO_END.exec(text);
  const head = mark === null ? "" : text.slice(0, mark.index);
  const body = mark === null ? text : text.slice(mark.index + mark[0].length);
  const lines = tidy(head).split("\n");
  const names = lines.flatMap((line) => (/^#\s+/.test(line) ? [line.replace(/^#\s+/, "")] : []));
  const history = lines.filter((line) => line !== "" && !/^#\s+/.test(line));
  if (names.length > 0) return { title: names.join(" "), history, body };
  const [first = "", ...rest] = body.trimStart().split("\n");
  const name = first.replace(/^#\s+/, "").trim();
  const isName = mark === null && name.length <= TITLE_CHARS && !ARTICLE.test(first) && !PLAIN_HEADING.test(first);
  return isName ? { title: name, history, body: rest.join("\n") } : { title: null, history, body };
}

/** Reads a law line by line. */
class LawReader {
  readonly #headings = new HeadingPath();
  readonly #sections: Section[] = [];
  #lines: string[] = [];
  #article: string | null = null;
  #number = 0;

  read(line: string): void {
    const heading = headingOf(line);
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
    this.#lines.push(line);
  }

  finish(): Section[] {
    this.#flush();
    this.#sections.push(...this.#headings.close(0));
    return this.#sections;
  }

  #articleOf(line: string): string | null {
    const spaced = ARTICLE.exec(line);
    const found = spaced ?? ARTICLE_TIGHT.exec(line);
    if (found === null) return null;
    const number = chineseNumber(found[2] ?? "");
    if (spaced === null && number !== this.#number + 1) return null;
    this.#number = number;
    return found[1] ?? null;
  }

  #flush(): void {
    if (this.#lines.some((line) => line.trim() !== "")) {
      this.#headings.use();
      const section = { path: this.#headings.texts, text: this.#lines.join("\n") };
      this.#sections.push(this.#article === null ? section : { ...section, article: this.#article });
    }
    this.#lines = [];
  }
}

function headingOf(line: string): { level: number; text: string } | null {
  const marked = MARKDOWN_HEADING.exec(line);
  if (marked !== null) return { level: marked[1]?.length ?? 1, text: marked[2] ?? "" };
  const plain = PLAIN_HEADING.exec(line);
  if (plain !== null) return { level: LEVELS[plain[1] ?? ""] ?? 2, text: line.trim() };
  return APPENDIX.test(line) ? { level: 2, text: line.trim() } : null;
}
