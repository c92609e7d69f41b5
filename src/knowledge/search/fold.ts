import type { StoredPassage } from "../../store/library.ts";
import { termsOf } from "../lexical/tokens.ts";

// by eye on versions of one article: above this they differ in a word or in the number of an office
const SAME_SHARE = 0.9;

/**
 * True when a reader would gain nothing from the second passage: same title, article, heading, region and
 * language, and nearly the same words, as in two copies or two editions of one text.
 *
 * The same sentence in two laws, or 免费 on two cards, is two sources and stays; so does a record that came with
 * an id of its own, by which somebody may look for it.
 */
export function isDouble(a: StoredPassage, b: StoredPassage): boolean {
  if (isRecord(a) || isRecord(b)) return false;
  const isElsewhere = a.title !== b.title || a.article !== b.article || a.path.at(-1) !== b.path.at(-1);
  if (isElsewhere || a.region !== b.region || a.language !== b.language) return false;
  return saysTheSame(a.text, b.text);
}

const isRecord = ({ id, articleId }: StoredPassage): boolean => id === articleId;

function saysTheSame(a: string, b: string): boolean {
  const left = new Set(termsOf(a));
  const right = new Set(termsOf(b));
  const shared = [...left].filter((term) => right.has(term)).length;
  return shared >= SAME_SHARE * (left.size + right.size - shared);
}
