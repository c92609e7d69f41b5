import type { Columns } from "../segment/columns.ts";
import type { Question, Wording } from "./question.ts";

/** How a question calls an article by name. */
export interface Naming {
  /** Share of the question's telling characters that are names of the article, or parts of its names. */
  readonly share: number;
  /** True when a whole name of it stands in the question; else it is of the family: 出生证 also calls 出生证补办. */
  readonly isWhole: boolean;
}

const WORD = /[a-z0-9]/;

/** The articles, of those marked 1, that the question calls by name, in whichever wording calls them more. */
export function namedArticles(
  columns: Pick<Columns, "names">,
  { wordings }: Question,
  articles: Uint8Array,
): Map<number, Naming> {
  const names = columns.names.filter(([article]) => articles[article] === 1);
  const found = new Map<number, Naming>();
  for (const wording of wordings) {
    for (const [article, naming] of namedIn(names, wording)) {
      const known = found.get(article);
      const isWhole = naming.isWhole || known?.isWhole === true;
      found.set(article, { share: Math.max(naming.share, known?.share ?? 0), isWhole });
    }
  }
  return found;
}

function namedIn(names: Columns["names"], { compact, chars }: Wording): Map<number, Naming> {
  const said = new Map<string, number>();
  for (const name of new Set(names.flatMap(([, each]) => each))) {
    const at = placeOf(compact, name);
    if (at >= 0) said.set(name, at);
  }
  const found = new Map<number, Naming>();
  if (said.size === 0) return found;
  for (const [article, own] of names) {
    const covered = new Set<number>();
    for (const [name, at] of said) {
      if (!own.some((each) => each.includes(name))) continue;
      for (let i = 0; i < name.length; i += 1) covered.add(at + i);
    }
    const share = Math.min(1, covered.size / chars);
    if (share > 0) found.set(article, { share, isWhole: own.some((name) => said.has(name)) });
  }
  return found;
}

/** Where a name stands in the question as a whole; a Latin name is not found inside a longer word. */
function placeOf(question: string, name: string): number {
  for (let at = question.indexOf(name); at >= 0; at = question.indexOf(name, at + 1)) {
    const before = question.charAt(at - 1);
    const after = question.charAt(at + name.length);
    const isTorn =
      (WORD.test(before) && WORD.test(name.charAt(0))) ||
      (WORD.test(after) && WORD.test(name.charAt(name.length - 1)));
    if (!isTorn) return at;
  }
  return -1;
}
