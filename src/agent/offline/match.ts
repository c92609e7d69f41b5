import { withoutFillers } from "./question.ts";
import { withoutPartWords } from "./sections.ts";

const LEAST = 1.5; // one and a half terms that this part alone holds; less is chance
const MOST_PARTS = 2;

/**
 * The parts of a card whose words a question uses, best first: "还没取名" finds the part that speaks of names.
 *
 * A term counts the less, the more parts hold it, and not at all when it is made of the title's own characters
 * (出生证 of 出生医学证明): the card's subject says nothing about which part is meant.
 */
export function matchingParts<Part extends string>(
  question: string,
  title: string,
  parts: ReadonlyMap<Part, { readonly text: string }>,
): readonly Part[] {
  const subject = title.toLowerCase();
  const terms = termsOf(withoutFillers(withoutPartWords(question))).filter((term) => !isOf(term, subject));
  const texts = [...parts].map(([part, { text }]) => ({ part, text: text.toLowerCase() }));
  const weights = terms.map((term) => ({
    term,
    held: texts.filter(({ text }) => text.includes(term)).length,
  }));
  return texts
    .map(({ part, text }) => ({ part, score: scoreOf(text, weights) }))
    .filter(({ score }) => score >= LEAST)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_PARTS)
    .map(({ part }) => part);
}

const isOf = (term: string, subject: string): boolean =>
  /\p{Script=Han}/u.test(term) ? [...term].every((char) => subject.includes(char)) : subject.includes(term);

const scoreOf = (
  text: string,
  weights: readonly { readonly term: string; readonly held: number }[],
): number => weights.reduce((sum, { term, held }) => (text.includes(term) ? sum + 1 / held : sum), 0);

/** Pairs of Chinese characters, whole words of other scripts. */
function termsOf(text: string): readonly string[] {
  const runs = text.toLowerCase().match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  const terms = runs.flatMap((run) =>
    /\p{Script=Han}/u.test(run) ? [...run].slice(1).map((char, at) => `${[...run][at]}${char}`) : [run],
  );
  return [...new Set(terms)].filter((term) => term.length > 1);
}
