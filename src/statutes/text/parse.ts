import type { ArticleNumber } from "./article-number.ts";
import { compareArticles } from "./article-number.ts";
import type { LawText, Piece, Problem } from "./law-text.ts";
import type { Line } from "./lines.ts";
import { linesOf } from "./lines.ts";
import { numberOf } from "./numerals.ts";

const HEAD_END = "<!-- INFO END -->";
const HEADING = /^(#+)\s*(.*)$/;
const ARTICLE = /^\s*第([零〇一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?(?=[\s\u3000]|$)/;
// "第一百二十八 条侦查人员": a slip of the pen, believed only where that article is otherwise missing
const SLOPPY_ARTICLE = /^\s*第([零〇一二三四五六七八九十百千]+)\s*条/;
const AMENDS = /修正案|关于修改.*决定/; // such a text quotes the articles it changes, under their own numbers
const POINT = /^\s*([一二三四五六七八九十百]+)、/;

/**
 * Takes a Markdown law file apart: title, history, headings, articles, everything else.
 *
 * Nothing is dropped and nothing is guessed: an article whose number does not rise stays in the text before
 * it (amending decisions quote articles of other laws), a gap is kept, and both are named in `problems`.
 */
export function parseLaw(source: string): LawText {
  const lines = linesOf(source);
  const end = lines.findIndex(({ text }) => text.trim() === HEAD_END);
  const firstBody = lines.findIndex(({ text }) => ARTICLE.test(text) || text.startsWith("##"));
  const cut = end >= 0 ? end + 1 : Math.max(0, firstBody);
  const head = lines.slice(0, cut);
  const body = lines.slice(cut);
  const titles = head.flatMap(({ text }) => HEADING.exec(text)?.[2]?.trim() ?? []);
  const style = styleOf(body);
  const quotes = AMENDS.test(titles[0] ?? "");
  const { pieces, problems } = cutPieces(body, style, quotes);
  return {
    title: titles[0] ?? "",
    book: titles[1] ?? null,
    history: head.map(({ text }) => text.trim()).filter((text) => text !== "" && !/^(#|<!--)/.test(text)),
    head: head.map(({ raw }) => raw).join(""),
    pieces,
    style,
    problems: [...headProblems(titles[0], end), ...problems],
  };
}

function headProblems(title: string | undefined, end: number): Problem[] {
  const problems: Problem[] = [];
  if (title === undefined || title === "") problems.push({ line: 1, reason: "no title", text: "" });
  if (end < 0) problems.push({ line: 1, reason: "no end of the head", text: "" });
  return problems;
}

function styleOf(body: readonly Line[]): LawText["style"] {
  if (body.some(({ text }) => ARTICLE.test(text))) return "articles";
  return body.some(({ text }) => pointNumber(text)?.main === 1) ? "points" : "none";
}

function articleNumber(text: string): ArticleNumber | null {
  const [, main, sub] = ARTICLE.exec(text) ?? [];
  const number = main === undefined ? null : numberOf(main);
  return number === null ? null : { main: number, sub: sub === undefined ? 0 : (numberOf(sub) ?? 0) };
}

function pointNumber(text: string): ArticleNumber | null {
  const [, main] = POINT.exec(text) ?? [];
  const number = main === undefined ? null : numberOf(main);
  return number === null ? null : { main: number, sub: 0 };
}

/** Reads the number at the start of a line; a sloppy one counts if it is next and stands nowhere properly. */
function articleReader(body: readonly Line[]): (text: string, last: ArticleNumber) => ArticleNumber | null {
  const proper = new Set(body.map(({ text }) => articleNumber(text)?.main));
  return (text, last) => {
    const number = articleNumber(text);
    const sloppy = number ? null : numberOf(SLOPPY_ARTICLE.exec(text)?.[1] ?? "");
    const isMissing = sloppy !== null && sloppy === last.main + 1 && !proper.has(sloppy);
    return number ?? (isMissing ? { main: sloppy, sub: 0 } : null);
  };
}

interface Open {
  kind: "article" | "loose";
  raw: string;
  number: ArticleNumber;
}

function cutPieces(
  body: readonly Line[],
  style: LawText["style"],
  quotes: boolean,
): { pieces: Piece[]; problems: Problem[] } {
  const numberIn = style === "articles" ? articleReader(body) : style === "points" ? pointNumber : () => null;
  const pieces: Piece[] = [];
  const problems: Problem[] = [];
  const path: string[] = [];
  let last: ArticleNumber = { main: 0, sub: 0 };
  let open: Open = { kind: "loose", raw: "", number: last };
  const close = (): void => {
    if (open.raw === "") return;
    if (open.kind === "loose") pieces.push({ kind: "loose", raw: open.raw });
    else pieces.push({ kind: "article", raw: open.raw, number: open.number, path: path.filter(Boolean) });
  };
  for (const line of body) {
    const heading = HEADING.exec(line.text);
    const number = heading ? null : numberIn(line.text, last);
    const problem = number && orderProblem(last, number, line);
    if (problem) problems.push(problem);
    if (heading) {
      close();
      const depth = heading[1]?.length ?? 1;
      const title = heading[2]?.trim() ?? "";
      pieces.push({ kind: "heading", raw: line.raw, depth, title });
      path.length = Math.min(path.length, depth - 1);
      path[depth - 1] = title;
      open = { kind: "loose", raw: "", number: last };
    } else if (number && (!problem || (problem.reason === "article number skipped" && !quotes))) {
      close();
      last = number;
      open = { kind: "article", raw: line.raw, number };
    } else open.raw += line.raw;
  }
  close();
  if (last.main === 0) problems.push({ line: 1, reason: "no articles", text: "" });
  return { pieces, problems };
}

function orderProblem(last: ArticleNumber, number: ArticleNumber, line: Line): Problem | null {
  const text = line.text.trim().slice(0, 40);
  if (compareArticles(number, last) <= 0)
    return { line: line.number, reason: "article number repeated", text };
  const isNext =
    (number.main === last.main + 1 && number.sub === 0) ||
    (number.main === last.main && number.sub === last.sub + 1);
  // the first article of a code's later book continues the book before
  if (isNext || last.main === 0) return null;
  return { line: line.number, reason: "article number skipped", text };
}

/** The file again, character for character. */
export const printLaw = ({ head, pieces }: LawText): string => head + pieces.map(({ raw }) => raw).join("");
