import type { Columns } from "../segment/columns.ts";

const WORD = /[a-z0-9]/;

/** For each article that the question calls by name: how many of its characters are that article's names. */
export function namedArticles({ names }: Columns, question: string): Map<number, number> {
  const found = new Map<number, number>();
  for (const [article, each] of names) {
    const covered = new Set<number>();
    for (const name of each) {
      const at = placeOf(question, name);
      if (at < 0) continue;
      for (let i = 0; i < name.length; i += 1) covered.add(at + i);
    }
    if (covered.size > 0) found.set(article, covered.size);
  }
  return found;
}

/** Where a name stands in the question as a whole; a Latin name is not found inside a longer word. */
function placeOf(question: string, name: string): number {
  for (let at = question.indexOf(name); at >= 0; at = question.indexOf(name, at + 1)) {
    const before = question.charAt(at - 1);
    const after = question.charAt(at + name.length);
    const isTorn =
      (WORD.test(before) && WORD.test(name.charAt(0))) || (WORD.test(after) && WORD.test(name.charAt(name.length - 1)));
    if (!isTorn) return at;
  }
  return -1;
}
