import type { ArticleNumber } from "../text/article-number.ts";
import { numberOf, NUMERAL_CLASS } from "../text/numerals.ts";

/** One place in a law that a citation names, with the part of the text that names it. */
export interface Place {
  readonly article: ArticleNumber;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly start: number;
  readonly end: number;
}

const NUM = `[${NUMERAL_CLASS}]+`;
const JOIN = "(?:、|,|以及|或者|和|及|与|或|并)";
const RANGE = "(?:至|到|~|-{1,2})";
const MORE = `((?:(?:${JOIN}|${RANGE})第?${NUM})*)`;
const ARTICLE = new RegExp(`第?(${NUM})${MORE}条(?:之(${NUM}))?`, "y");
const PARAGRAPH = new RegExp(`的?第(${NUM})${MORE}款`, "y");
const BRACKET_ITEM = new RegExp(
  `的?第?\\((${NUM})\\)((?:(?:${JOIN}|${RANGE})?第?\\(${NUM}\\)(?!款|条))*)(?:项|(?=第?\\(?${NUM}\\)?目))`,
  "y",
);
const OPEN_ITEM = new RegExp(`的?第\\((${NUM})\\)((?:${JOIN}?第?\\(${NUM}\\))*)(?!款|条|目)`, "y");
const PLAIN_ITEM = new RegExp(`的?第(${NUM})${MORE}项`, "y");
const POINT = new RegExp(`第?\\(?${NUM}\\)?目`, "y");
const LINK = new RegExp(`${JOIN}?(?:同条|该条|本条)?的?`, "y");
const REACH = new RegExp(RANGE, "y");

// a longer one is a slip of the pen; its two ends are checked
const LONGEST_RANGE = 60;

interface Group {
  readonly numbers: readonly number[];
  readonly sub: number;
  readonly start: number;
  readonly end: number;
}

function groupAt(text: string, pattern: RegExp, at: number): Group | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return null;
  const [whole, first, more, sub] = match;
  const numbers = expand(`${first}${more ?? ""}`);
  if (numbers === null) return null;
  const subNumber = sub === undefined ? 0 : numberOf(sub);
  return subNumber === null ? null : { numbers, sub: subNumber, start: at, end: at + whole.length };
}

/** 三、五至七 → [3, 5, 6, 7]; null when a part is no number. */
function expand(list: string): number[] | null {
  const numbers: number[] = [];
  let isRange = false;
  for (const part of list.split(new RegExp(`(${RANGE})|${JOIN}|[第()]`)).filter(Boolean)) {
    if (new RegExp(`^${RANGE}$`).test(part)) {
      isRange = true;
      continue;
    }
    const number = numberOf(part);
    if (number === null || number === 0) return null;
    if (isRange) numbers.push(...between(numbers.at(-1) ?? number, number));
    numbers.push(number);
    isRange = false;
  }
  return numbers;
}

function between(from: number, to: number): number[] {
  const count = to - from - 1;
  return count > 0 && count <= LONGEST_RANGE
    ? Array.from({ length: count }, (_, index) => from + 1 + index)
    : [];
}

function skip(text: string, pattern: RegExp, at: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : at;
}

const itemsAt = (text: string, at: number): Group | null =>
  groupAt(text, BRACKET_ITEM, at) ?? groupAt(text, PLAIN_ITEM, at) ?? groupAt(text, OPEN_ITEM, at);

/** The places named from `at` on (第三条、第五条第一款第（一）、（三）项 …), or null when no article begins there. */
export function placesAt(text: string, at: number): Place[] | null {
  const first = groupAt(text, ARTICLE, at);
  if (!first) return null;
  const places: Place[] = [];
  let group: Group | null = first;
  let isReach = false;
  while (group) {
    const articles = articlesOf(group, isReach ? places.at(-1) : undefined);
    const last = articles.at(-1);
    if (last === undefined) break;
    for (const article of articles.slice(0, -1)) {
      places.push({ article, paragraph: null, item: null, start: group.start, end: group.end });
    }
    const inside = insideArticle(text, last, group);
    places.push(...inside);
    const end: number = inside.at(-1)?.end ?? group.end;
    const reached = skip(text, REACH, end);
    isReach = reached > end && inside.length === 1 && inside[0]?.paragraph === null;
    const next: number = isReach ? reached : skip(text, LINK, end);
    // without a joining word only 第 tells an article from a number that happens to follow
    group = next > end || text[next] === "第" ? groupAt(text, ARTICLE, next) : null;
  }
  return places;
}

function articlesOf(group: Group, from: Place | undefined): ArticleNumber[] {
  const numbers = [...group.numbers];
  const [first] = numbers;
  if (from && first !== undefined) numbers.unshift(...between(from.article.main, first));
  return numbers.map((main, index) => ({ main, sub: index === numbers.length - 1 ? group.sub : 0 }));
}

/** 款 and 项 that follow an article; the article itself when none do. */
export function insideArticle(
  text: string,
  article: ArticleNumber,
  group: { start: number; end: number },
): Place[] {
  const places: Place[] = [];
  let paragraph: number | null = null;
  let end = group.end;
  let from = end;
  for (;;) {
    const start = places.length === 0 ? group.start : from;
    const paragraphs = groupAt(text, PARAGRAPH, from);
    const items = paragraphs ? null : itemsAt(text, from);
    const found = paragraphs ?? items;
    if (!found) break;
    const open = places.at(-1);
    // 第一款第（三）项: the item belongs to the paragraph just named, which is no place of its own
    if (items && open && open.item === null && from === open.end) places.pop();
    const at = items && open && open.item === null && from === open.end ? open.start : start;
    for (const number of found.numbers) {
      const place = paragraphs ? { paragraph: number, item: null } : { paragraph, item: number };
      places.push({ article, ...place, start: at, end: found.end });
    }
    if (paragraphs) paragraph = paragraphs.numbers.at(-1) ?? null;
    end = items ? skip(text, POINT, found.end) : found.end;
    const last = places.at(-1);
    if (last && end > last.end) places[places.length - 1] = { ...last, end };
    const reached = skip(text, REACH, end);
    const next = insideReach(text, reached > end ? reached : -1, found, paragraphs !== null);
    if (next) {
      for (const number of [...between(found.numbers.at(-1) ?? 0, next.numbers[0] ?? 0), ...next.numbers]) {
        places.push({
          article,
          paragraph: paragraphs ? number : paragraph,
          item: paragraphs ? null : number,
          start: next.start,
          end: next.end,
        });
      }
      end = next.end;
      if (paragraphs) paragraph = next.numbers.at(-1) ?? paragraph;
    }
    from = nextInside(text, end);
    if (from < 0) break;
  }
  return places.length > 0 ? places : [{ article, paragraph: null, item: null, ...pick(group) }];
}

const pick = ({ start, end }: { start: number; end: number }): { start: number; end: number } => ({
  start,
  end,
});

function insideReach(text: string, at: number, found: Group, isParagraph: boolean): Group | null {
  if (at < 0 || found.numbers.length === 0) return null;
  return isParagraph ? groupAt(text, PARAGRAPH, at) : itemsAt(text, at);
}

/** Where the next 款 or 项 of the same article begins, or -1. */
function nextInside(text: string, end: number): number {
  if (groupAt(text, PARAGRAPH, end) || itemsAt(text, end)) return end;
  const linked = skip(text, LINK, end);
  return linked > end && (groupAt(text, PARAGRAPH, linked) || itemsAt(text, linked)) ? linked : -1;
}
