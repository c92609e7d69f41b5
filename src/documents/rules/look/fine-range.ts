import { readNumber } from "../../facts/numerals.ts";

/** What one clause of a law allows a fine to be, in yuan; `null` ends are open. */
export interface FineRange {
  readonly min: number;
  readonly max: number;
}

/** What multiples and percentages are taken of. */
export interface Bases {
  readonly goods: number | undefined;
  readonly gains: number | undefined;
}

const N = "[0-9零一二两三四五六七八九十百千万亿.]+";
const YUAN = new RegExp(`处(?:以)?(?:(${N})元以上)?(${N})元以下(?:的)?罚款`, "g");
const TIMES = new RegExp(
  `(货值金额|违法所得|违法经营额|销售金额)[^，。；]{0,8}?(?:(${N})倍以上)?(${N})倍以下(?:的)?罚款`,
  "g",
);
const PERCENT = new RegExp(
  `(货值金额|违法所得|违法经营额|销售金额)?[^，。；]{0,10}?百分之(${N})以上百分之(${N})以下(?:的)?罚款`,
  "g",
);
const BELOW = new RegExp(`(货值金额|违法所得)不足(${N})元的`);
const ABOVE = new RegExp(`(货值金额|违法所得)(?:在)?(${N})元以上(?:的)`);

/** 百分之五十以上三倍以下. */
const MIXED = new RegExp(`(货值金额|违法所得)百分之(${N})以上(${N})倍以下(?:的)?罚款`);
/** What is for the people of a unit, not for the unit. */
const OTHERS =
  /[，,]?(?:并)?对(?:其)?(?:直接负责的主管人员|主管人员|直接责任人员|主要负责人|法定代表人|直接负责)[\s\S]*$/;

const baseOf = (word: string | undefined, { goods, gains }: Bases): number | undefined =>
  word === "违法所得" ? gains : goods;

/** The ranges that a law's words allow for these values; clauses for other values are left out. */
export function fineRanges(words: string, bases: Bases): readonly FineRange[] {
  const clauses = words.split(/[；;。]/);
  return clauses.flatMap((whole) => {
    const clause = whole.replace(OTHERS, "");
    if (!isFor(clause, bases)) return [];
    return [
      ...inYuan(clause),
      ...inMultiples(clause, TIMES, bases, 1),
      ...inMultiples(clause, PERCENT, bases, 100),
      ...mixed(clause, bases),
    ];
  });
}

function isFor(clause: string, bases: Bases): boolean {
  const [, lowBase, low] = BELOW.exec(clause) ?? [];
  const [, highBase, high] = ABOVE.exec(clause) ?? [];
  const limits = [readNumber(low ?? ""), readNumber(high ?? "")];
  const values = [baseOf(lowBase, bases), baseOf(highBase, bases)];
  if (limits[0] != null && values[0] !== undefined && values[0] >= limits[0]) return false;
  return !(limits[1] != null && values[1] !== undefined && values[1] < limits[1]);
}

const inYuan = (clause: string): readonly FineRange[] =>
  Array.from(clause.matchAll(YUAN), ([, low, high]) => ({
    min: readNumber(low ?? "") ?? 0,
    max: readNumber(high ?? "") ?? Infinity,
  }));

function inMultiples(clause: string, pattern: RegExp, bases: Bases, unit: number): readonly FineRange[] {
  return Array.from(clause.matchAll(pattern)).flatMap(([, word, low, high]) => {
    const base = baseOf(word, bases);
    // an unknown base says nothing, so nothing is outside it
    if (base === undefined) return [{ min: 0, max: Infinity }];
    const [min, max] = [readNumber(low ?? "") ?? 0, readNumber(high ?? "") ?? Infinity];
    return [{ min: (min * base) / unit, max: (max * base) / unit }];
  });
}

function mixed(clause: string, bases: Bases): readonly FineRange[] {
  const [, word, percent, times] = MIXED.exec(clause) ?? [];
  const base = baseOf(word, bases);
  if (word === undefined) return [];
  if (base === undefined) return [{ min: 0, max: Infinity }];
  return [
    {
      min: ((readNumber(percent ?? "") ?? 0) * base) / 100,
      max: (readNumber(times ?? "") ?? Infinity) * base,
    },
  ];
}
