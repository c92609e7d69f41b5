import { normalise } from "../lexical/tokens.ts";
import { chineseNumber } from "../split/numerals.ts";

const CHINESE = "零〇一二三四五六七八九十百千万两";
// 第三条 and the names of laws hold no figures of the matter
const NO_FIGURES = new RegExp(`第[${CHINESE}\\d]+[编章节条款项目号]|《[^》]*》|〔\\d+〕\\d*号?`, "g");
const UNITS =
  "万元|元|个工作日|工作日|个月|日|天|年|周岁|岁|小时|倍|%|平方米|yuan|days?|months?|years?|hours?";
const FIGURE = new RegExp(`(\\d[\\d,.]*|[${CHINESE}]+)\\s*(${UNITS})`, "g");
const NUMBER = new RegExp(`\\d[\\d,.]*|[${CHINESE}]{2,}|[${CHINESE}](?=\\s*(?:${UNITS}))`, "g");

const plain = (text: string): string => normalise(text).replace(NO_FIGURES, " ");

/** A text without its figures: two that differ in figures only are the same here. */
export const skeletonOf = (text: string): string => plain(text).replace(NUMBER, "#");

/** All figures of a text in the order in which they stand. */
export const numbersOf = (text: string): string[] => (plain(text).match(NUMBER) ?? []).map(valueOf);

/** The figures of a text by their unit. */
export function figuresOf(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, number = "", unit = ""] of plain(text).matchAll(FIGURE)) {
    const kind = unit.replace(/^个/, "").replace(/s$/, "").replace("天", "日");
    found.set(kind, (found.get(kind) ?? new Set()).add(valueOf(number)));
  }
  return found;
}

function valueOf(number: string): string {
  const digits = number.replaceAll(",", "").replace(/\.$/, "");
  if (/^[\d.]+$/.test(digits)) return String(Number(digits));
  const value = chineseNumber(number);
  return Number.isNaN(value) ? number : String(value);
}

/** The figures of one unit that two texts do not share at all; null when they agree wherever both speak. */
export function clash(
  a: ReadonlyMap<string, ReadonlySet<string>>,
  b: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly unit: string; readonly a: string; readonly b: string } | null {
  for (const [unit, left] of a) {
    const right = b.get(unit);
    if (right === undefined || [...left].some((figure) => right.has(figure))) continue;
    return { unit, a: [...left].join("、"), b: [...right].join("、") };
  }
  return null;
}
