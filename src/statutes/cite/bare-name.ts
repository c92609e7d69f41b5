import { nameKey } from "../text/name.ts";
import type { LawBook } from "./book.ts";
import { claimOf } from "./claim.ts";

/** A name of a law that stands without 《》, in front of an article's number. */
export interface BareName {
  readonly name: string;
  readonly start: number;
}

const WINDOW_CHARS = 90;
const HARD_STOP = /[。;!?\n:"”,]/;
const MARK = /[《》〈〉“”‘’「」、·]/;
const STATE = "中华人民共和国";
const PLACE = /(?:省|[^城都超]市|自治区|自治州|自治县|特区|[\u4e00-\u9fff]县|兵团)$/;
const VERB =
  "依据|根据|依照|按照|违反|违背|触犯|适用|符合|参照|援引|引用|对照|遵照|遵守|执行|结合|属于|参见|详见|以及|或者|关于|按|依|据|和|及|与|或|由|对|以|在|了|是|为|见|将|因|从|如|至|到|经|并|而|即|非";
// two characters end many a longer word: 外交法 is not 交法
const SHORT_NAME_CHARS = 2;
const AFTER_WORD = new RegExp(`(?:^|${VERB}|的|、|新|旧|原|我国|现行|[^\\u4e00-\\u9fff])$`);
const UNKNOWN = new RegExp(
  `(?:^|${VERB}|的|、|《)((?:(?!${VERB}|的|规定|《|、)[\\u4e00-\\u9fff]){2,24}?(?:法典|法|条例|规定|办法|细则|解释|规则))$`,
);

interface Stripped {
  readonly text: string;
  readonly at: readonly number[];
}

function strip(text: string, end: number): Stripped {
  const signs: string[] = [];
  const at: number[] = [];
  for (let index = end - 1; index >= Math.max(0, end - WINDOW_CHARS); index -= 1) {
    const sign = text[index] ?? "";
    if (HARD_STOP.test(sign)) break;
    if (MARK.test(sign)) continue;
    signs.unshift(sign);
    at.unshift(index);
  }
  return { text: signs.join(""), at };
}

/**
 * The name that ends right before `end`: the longest known one, else what follows a citing word and ends like a rule.
 *
 * 浙江省 in front of a known name makes it another, local, rule.
 */
export function bareNameBefore(
  text: string,
  end: number,
  book: LawBook,
  defined: ReadonlyMap<string, string>,
): BareName | null {
  const { text: window, at } = strip(text, end);
  const plain = window.replaceAll(STATE, (state) => "\u0000".repeat(state.length));
  const known = endingOf(plain.replaceAll("\u0000", ""), book, defined);
  if (known > 0) {
    let start = window.length;
    for (let left = known; left > 0; left -= 1) {
      start -= 1;
      while (plain[start] === "\u0000") start -= 1;
    }
    while (window.slice(0, start).endsWith(STATE)) start -= STATE.length;
    const before = window.slice(0, start);
    if (known <= SHORT_NAME_CHARS && !window.endsWith("刑法") && !AFTER_WORD.test(before)) return null;
    start -= window.endsWith("宪法") ? 0 : placeBefore(before);
    return { name: window.slice(start), start: includeMark(text, at[start] ?? end) };
  }
  const [, name] = UNKNOWN.exec(window) ?? [];
  if (name === undefined || nameKey(name).length < 4) return null;
  // 行政处罚法规定: a law and what it does
  if (endingOf(nameKey(name).replace(/(?:规定|解释)$/, ""), book, defined) > 2) return null;
  const claim = claimOf(name);
  if (
    claim === "none" ||
    claim === "other" ||
    claim === "internal" ||
    /^(?:本|该|此|同|上述|前述)/.test(name)
  ) {
    return null;
  }
  return { name, start: includeMark(text, at[window.length - name.length] ?? end) };
}

function endingOf(text: string, book: LawBook, defined: ReadonlyMap<string, string>): number {
  const known = book.endingOf(text)?.length ?? 0;
  const own = [...defined.keys()].filter((key) => text.endsWith(key)).map((key) => key.length);
  return Math.max(known, 0, ...own);
}

/** Characters of a place's name (浙江省, 深圳经济特区) that end the text, 0 when none do. */
function placeBefore(text: string): number {
  if (!PLACE.test(text)) return 0;
  const [run = ""] = /[\u4e00-\u9fff]*$/.exec(text) ?? [];
  const cut = new RegExp(`^(?:.*(?:${VERB}|的))`).exec(run);
  return run.length - (cut?.[0].length ?? Math.max(0, run.length - 6));
}

const includeMark = (text: string, start: number): number => (text[start - 1] === "《" ? start - 1 : start);
