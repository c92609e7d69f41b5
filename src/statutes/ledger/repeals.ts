import type { Day } from "../../calendar/day.ts";
import { titlesIn } from "../text/titles.ts";

/** A law's statement that another one ends. */
export interface Repeal {
  readonly name: string;
  readonly on: Day;
  readonly by: string;
}

const REPEALED = /(?:同时|予以|即行|自行|相应|一并)?废止/;
// only a provision of the law ends, or the law is changed: the law itself lives on
const PARTIAL = /^(?:[（(][^）)]*[）)])?(?:中|第[零〇一二三四五六七八九十百千0-9]+[条章]|有关|的有关|的规定)/;
const CHANGED = /^(?:[（(][^）)]*[）)])?的?(?:修改|决定》)/;

/** The laws that a text says are repealed (《…》同时废止), each with the day it says or `from`. */
export function repealsIn(text: string, by: string, from: Day): Repeal[] {
  return text
    .normalize("NFKC")
    .split(/[。;；\n]/)
    .flatMap((sentence) => {
      const end = sentence.search(REPEALED);
      if (end < 0 || /不再废止|尚未废止|修改或者废止|修改和废止|(?:被|已经?)废止/.test(sentence)) return [];
      const clause = sentence.slice(0, end);
      return titlesIn(clause)
        .filter(
          ({ end: behind }) => !PARTIAL.test(clause.slice(behind)) && !CHANGED.test(clause.slice(behind)),
        )
        .map(({ name }) => ({ name, on: from, by }));
    });
}
