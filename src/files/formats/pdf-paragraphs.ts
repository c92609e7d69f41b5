import type { Block } from "../content.ts";
import type { Line } from "./pdf-lines.ts";
import { withoutRunningLines } from "./pdf-running.ts";

const HEADING_SIZE = 1.15; // of the body's size
const HEADING_CHARS = 60;
const INDENT = 0.8; // of the size: the two blanks before a Chinese paragraph are twice the size
const SHORT_OF_EDGE = 1.8; // of the size: a line that ends before the edge ends its paragraph
const PARAGRAPH_GAP = 1.35; // of the usual distance between lines
const NUMBER = "[零〇一二三四五六七八九十百千两\\d]+";
const MARKER = new RegExp(
  `^(?:第${NUMBER}(?:分?编|章|节|条)|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\\d]+[）)]|\\d{1,2}[.．、]|[•●·-]\\s)`,
);
const SENTENCE_END = /[。！？；：.!?;:]["”’」』）)]?$/;
const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

/** Puts the lines of all pages together to headings and paragraphs; a paragraph may go on over a page's end. */
export function paragraphs(pages: readonly (readonly Line[])[]): Block[] {
  const lines = withoutRunningLines(pages).flat();
  const shape = shapeOf(lines);
  const blocks: Block[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const level = headingLevel(line, shape);
    const open = blocks.at(-1);
    if (level > 0) {
      if (
        open?.type === "heading" &&
        open.level === level &&
        before !== null &&
        continues(before, line, shape)
      ) {
        blocks[blocks.length - 1] = { ...open, text: glue(open.text, line.text) };
      } else blocks.push({ type: "heading", level, text: line.text, page: line.page });
    } else if (open?.type === "text" && before !== null && continues(before, line, shape)) {
      blocks[blocks.length - 1] = { ...open, text: glue(open.text, line.text) };
    } else blocks.push({ type: "text", text: line.text, page: line.page });
    before = line;
  }
  return blocks;
}

/** How the body of the document is set. */
interface Shape {
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly leading: number;
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[];
}

function shapeOf(lines: readonly Line[]): Shape {
  const size = mostOften(lines.map((line) => [round(line.size), line.text.length]));
  const body = lines.filter((line) => round(line.size) === size);
  const gaps = body.slice(1).flatMap((line, i): [number, number][] => {
    const gap = (body[i]?.y ?? 0) - line.y;
    return gap > size * 0.8 && gap < size * 4 ? [[round(gap), 1]] : [];
  });
  const rights = body.map(({ right }) => right).toSorted((one, other) => one - other);
  const large = lines.filter((line) => line.size >= size * HEADING_SIZE).map((line) => round(line.size));
  return {
    size,
    left: mostOften(body.map(({ left }) => [Math.round(left), 1])),
    right: rights[Math.floor(rights.length * 0.95)] ?? 0,
    leading: gaps.length === 0 ? size * 1.5 : mostOften(gaps),
    headings: [...new Set(large)].toSorted((one, other) => other - one),
  };
}

const round = (points: number): number => Math.round(points * 2) / 2;

/** The value with the greatest weight in all; 0 of none. */
function mostOften(values: readonly (readonly [value: number, weight: number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  let best = 0;
  let most = 0;
  for (const [value, weight] of weights) if (weight > most) [best, most] = [value, weight];
  return best;
}

/** The level of a heading by the size of its type; 0 for text. */
function headingLevel(line: Line, shape: Shape): number {
  if (line.size < shape.size * HEADING_SIZE || line.text.length > HEADING_CHARS) return 0;
  return Math.min(6, shape.headings.indexOf(round(line.size)) + 1);
}

/** Is this line more of the paragraph that the line before belongs to? */
function continues(before: Line, line: Line, shape: Shape): boolean {
  if (MARKER.test(line.text) || Math.abs(before.size - line.size) > 0.15 * line.size) return false;
  const isFull = before.right > shape.right - SHORT_OF_EDGE * before.size;
  if (before.page !== line.page) return isFull && !SENTENCE_END.test(before.text) && !isIndented(line, shape);
  const gap = before.y - line.y;
  if (gap < 0 || gap > shape.leading * PARAGRAPH_GAP) return false;
  if (!isFull) return isCentred(before, line, shape);
  // a paragraph set in as a whole goes on; one that only begins set in has begun
  return (
    !isIndented(line, shape) || (Math.abs(line.left - before.left) < 1 && !SENTENCE_END.test(before.text))
  );
}

const isIndented = (line: Line, { left }: Shape): boolean => line.left > left + INDENT * line.size;

/** Both lines stand in the middle, as the lines of one long heading do. */
function isCentred(before: Line, line: Line, { left, right }: Shape): boolean {
  const middle = (left + right) / 2;
  const isMiddle = (each: Line) =>
    each.left > left + 2 * each.size && Math.abs((each.left + each.right) / 2 - middle) < each.size;
  return isMiddle(before) && isMiddle(line) && !SENTENCE_END.test(before.text);
}

function glue(text: string, more: string): string {
  const isJoined = CJK.test(text.at(-1) ?? "") || CJK.test(more.at(0) ?? "");
  return isJoined ? text + more : `${text} ${more}`;
}
