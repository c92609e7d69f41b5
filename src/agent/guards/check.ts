import { dropLinks, dropPictures } from "./links.ts";
import { disarmMentions } from "./mentions.ts";
import { unsupportedNumbers } from "./numbers.ts";
import { unsupportedTitles } from "./titles.ts";

/** What sentences are held against. */
export interface Grounds {
  readonly text: string;
  readonly numbers: ReadonlySet<number>;
  readonly addresses: ReadonlySet<string>;
}

const WORDS = /[\p{L}\p{N}]/u;

/**
 * A model's sentence as it may be shown: pictures removed, mentions made harmless; empty when it states a number,
 * names a title or leads to an address that nothing read supports, or when nothing is left of it.
 */
export function checkSentence(sentence: string, grounds: Grounds): string {
  const words = dropPictures(sentence);
  if (!WORDS.test(words) && WORDS.test(sentence)) return "";
  // without its address the rest of such a sentence leads nowhere
  if (dropLinks(words, grounds.addresses) !== words) return "";
  if (unsupportedNumbers(words, grounds.numbers).length > 0) return "";
  if (words.includes("《") && unsupportedTitles(words, grounds.text).length > 0) return "";
  return disarmMentions(words);
}
