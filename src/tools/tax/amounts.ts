import { NUMBER, readNumber } from "../numerals.ts";

/** An amount in a clause, with the words around it up to the next one. */
export interface Amount {
  readonly yuan: number;
  readonly at: number;
  /** From the amount before to a little after this one: says monthly or yearly. */
  readonly around: string;
}

const AMOUNT = new RegExp(
  `(?:${NUMBER})(?![\\d万千wk岁个号日%人名]|年(?!终|薪|底|收)|\\s*(?:years?|months?|kids?|child))`,
  "gi",
);

const LEAST_AMOUNT_YUAN = 100; // below it stand ages, months and counts
const AFTER_CHARS = 10; // "1000 一个月", "1,500 a month"

/** The amounts of money in a clause: ages, counts, years and numbers of months are none. */
export function amountsIn(clause: string): Amount[] {
  let from = 0;
  return [...clause.matchAll(AMOUNT)].flatMap(({ 0: text, index }) => {
    const yuan = readNumber(text);
    const isBare = /^[〇零一二两三四五六七八九]+$/.test(text);
    if (Number.isNaN(yuan) || isBare || yuan < LEAST_AMOUNT_YUAN) return [];
    const end = index + text.length;
    const around = clause.slice(from, end + AFTER_CHARS);
    from = end;
    return [{ yuan, at: index, around }];
  });
}
