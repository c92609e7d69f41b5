import { markdownHeading } from "./section.ts";

const NUMBER = "[零〇一二三四五六七八九十百千两\\d]+";
const SPACED = new RegExp(`^[\\s　*]*(第(${NUMBER})条(?:之${NUMBER})?)\\**(?:[\\s　]|$)`);
const TIGHT = new RegExp(`^[\\s　]*(第(${NUMBER})条)(?![之、，和及或至的第规中])`);
const HEADING = new RegExp(`^[\\s　]*第${NUMBER}(分?编|章|节)(?:[\\s　]+\\S.{0,40}|)$`);
const APPENDIX = /^[\s　]*附(?:件|表|录)[\s　]*[一二三四五六七八九十\d]*(?:[:：\s　].{0,40})?$/;
const LEVELS: Readonly<Record<string, number>> = { 编: 2, 分编: 3, 章: 4, 节: 5 };

/** The beginning of an article: 第二十三条, and the number in it. */
export interface ArticleStart {
  readonly article: string;
  readonly number: string;
  /** False where number and text are not set apart: believed only when it follows on the one before. */
  readonly isSpaced: boolean;
}

/** The article that a line begins; null for any other line. */
export function articleStart(line: string): ArticleStart | null {
  const spaced = SPACED.exec(line);
  const found = spaced ?? TIGHT.exec(line);
  if (found === null) return null;
  return { article: found[1] ?? "", number: found[2] ?? "", isSpaced: spaced !== null };
}

/** True for the line of a part, chapter or section that has no marks of Markdown. */
export const isPlainHeading = (line: string): boolean => HEADING.test(line);

/** The heading that a line of a law is; null for text. */
export function lawHeading(line: string): { level: number; text: string } | null {
  const marked = markdownHeading(line);
  if (marked !== null) return marked;
  const plain = HEADING.exec(line);
  if (plain !== null) return { level: LEVELS[plain[1] ?? ""] ?? 2, text: line.trim() };
  return APPENDIX.test(line) ? { level: 2, text: line.trim() } : null;
}
