import { numberOf } from "./numerals.ts";

/** A line of a file, or the part of one that an article of its own begins in. */
export interface Line {
  readonly text: string;
  /** With its line end, so that lines joined are the file. */
  readonly raw: string;
  /** From 1. */
  readonly number: number;
}

const INLINE = /(?<=[。；：\s\u3000])第([零〇一二三四五六七八九十百千]+)条[\s\u3000]/g;
const ARTICLE_START = /^\s*第([零〇一二三四五六七八九十百千]+)条/;

/** The lines of a file; those that hold several articles in a row are cut where the next one begins. */
export function linesOf(source: string): Line[] {
  const raws = source.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return raws.flatMap((raw, index) =>
    runTogether(raw).map((part) => ({ raw: part, text: part.replace(/\r?\n$/, ""), number: index + 1 })),
  );
}

/** Cuts `第十一条 … 第十二条 …` apart, where the numbers go up by one, and leaves every other line whole. */
function runTogether(raw: string): string[] {
  let next = (numberOf(ARTICLE_START.exec(raw)?.[1] ?? "") ?? Number.NaN) + 1;
  if (Number.isNaN(next)) return [raw];
  const cuts: number[] = [];
  for (const match of raw.matchAll(INLINE)) {
    if (numberOf(match[1] ?? "") !== next) continue;
    cuts.push(match.index);
    next += 1;
  }
  return [0, ...cuts].map((from, index) => raw.slice(from, cuts[index]));
}
