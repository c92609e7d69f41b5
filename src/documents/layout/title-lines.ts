import { emsOf } from "./measure.ts";

const words = new Intl.Segmenter("zh", { granularity: "word" });

// what may not stand at the end of a line, or at its head
const NOT_LAST = /(?:关于|第[一二三四五六七八九十\d]+|\d|[《（“〈〔]|[对向和与及为的])$/;
const NOT_FIRST = /^(?:[的等了之》）”〉〕、，。和与及]|有限|通知|报告|请示|批复|决定|意见|通报)/;
const KIND_LAST = /^(?:的?)(?:通知|报告|请示|批复|决定|意见|通报|函|纪要)$/;

// how much worse one fault is than one em of unevenness
const BAD_BREAK = 12;
const OBLONG = 4;
// what the letter is about begins a line where that is possible
const SUBJECT_FIRST = 6;
// more lines than that are no title, and trying every way to part them would take long
const MOST_LINES = 6;
const MOSTLY = 0.8; // a full line of a title leaves room at both sides

/**
 * A title in lines of whole words, as a trapezium or lozenge (GB/T 9704 7.3.1), none wider than `widest` ems.
 *
 * @example titleLines("关于开展节前食品安全专项检查的通知", 20) // one line
 */
export function titleLines(title: string, widest: number): readonly string[] {
  const ems = emsOf(title);
  if (ems <= widest) return [title];
  const pieces = breakable(title);
  const fewest = Math.max(2, Math.ceil(ems / (widest * MOSTLY)));
  const most = Math.min(fewest + 1, pieces.length, MOST_LINES);
  for (let count = fewest; count <= most; count++) {
    const best = bestLines(pieces, count, widest);
    if (best !== null) return best;
  }
  return hardLines(title, widest);
}

/** Words with what must not be parted from them. */
function breakable(title: string): readonly string[] {
  const pieces: string[] = [];
  let before = "";
  for (const { segment } of words.segment(title)) {
    const last = pieces.at(-1);
    // two lone characters in a row are a word that the dictionary does not know: 印发, 节前
    const isTorn = before.length === 1 && segment.length === 1;
    if (last !== undefined && (isTorn || NOT_FIRST.test(segment) || NOT_LAST.test(last))) {
      pieces[pieces.length - 1] = last + segment;
    } else pieces.push(segment);
    before = segment;
  }
  return pieces;
}

/** The cheapest way to set the pieces in so many lines; null when a line would be too wide in all of them. */
function bestLines(pieces: readonly string[], count: number, widest: number): readonly string[] | null {
  let best: readonly string[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  const walk = (from: number, lines: readonly string[]): void => {
    const left = count - lines.length;
    if (left === 1) {
      const all = [...lines, pieces.slice(from).join("")];
      const cost = costOf(all, widest);
      if (cost < least) [best, least] = [all, cost];
      return;
    }
    for (let to = from + 1; to <= pieces.length - left + 1; to++) {
      const line = pieces.slice(from, to).join("");
      if (emsOf(line) > widest) break;
      walk(to, [...lines, line]);
    }
  };
  walk(0, []);
  return best;
}

/** Smaller is better; infinite when a line is too wide. */
function costOf(lines: readonly string[], widest: number): number {
  const ems = lines.map(emsOf);
  if (ems.some((width) => width > widest)) return Number.POSITIVE_INFINITY;
  const spread = Math.max(...ems) - Math.min(...ems);
  const last = lines.at(-1) ?? "";
  const bad =
    lines.slice(1).filter((line) => NOT_FIRST.test(line)).length +
    lines.slice(0, -1).filter((line) => NOT_LAST.test(line)).length +
    (KIND_LAST.test(last) ? 1 : 0);
  const isOblong = spread < 1;
  const bonus = lines[1]?.startsWith("关于") === true ? SUBJECT_FIRST : 0;
  return spread - bonus + bad * BAD_BREAK + (isOblong ? OBLONG : 0) + (isEven(ems) ? 0 : OBLONG);
}

/** True when the widths grow, shrink, or grow and then shrink: no hourglass. */
function isEven(ems: readonly number[]): boolean {
  const peak = ems.indexOf(Math.max(...ems));
  return ems.every((width, i) => {
    const next = ems[i + 1];
    return next === undefined || (i < peak ? width <= next : width >= next);
  });
}

/** Lines cut by width alone, for a title without a single place to part it. */
function hardLines(title: string, widest: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const character of title) {
    if (emsOf(line + character) > widest) {
      lines.push(line);
      line = "";
    }
    line += character;
  }
  return [...lines, line];
}
