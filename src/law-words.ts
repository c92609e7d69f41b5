import { BotError } from "./core/errors.ts";
import type { Language } from "./core/language.ts";
import type { FoundCitation } from "./pipeline/cite.ts";
import { claimOf } from "./statutes/cite/claim.ts";
import type { Statutes } from "./statutes/statutes.ts";
import { lawMeant } from "./tools/nearest-articles.ts";
import { sayFound } from "./tools/statute-words.ts";
import { readStatuteName } from "./tools/statute-question.ts";

/** The answer to `/lookup 行政处罚法 59`: text, editions and what changed, or why there is none. */
export function lookUpWords(desk: Statutes, words: string, language: Language, today: string): string {
  const { law, article } = readStatuteName(words);
  try {
    const asked = { on: today, ...(article === undefined ? {} : { article }) };
    return sayFound(desk.statute(lawMeant(desk, law), asked), language);
  } catch (error) {
    if (error instanceof BotError) return error.detail.forUser[language];
    throw error;
  }
}

/**
 * The citations of an answer, for the step that checks it.
 *
 * A law that is not known counts as wrong only where its name claims to be national and an article is named: local
 * rules are not in any collection here.
 */
export function citationsOf(
  { cite }: Statutes,
  text: string,
  language: Language,
  today: string,
): readonly FoundCitation[] {
  return cite(text, { on: today, lang: language }).citations.map((citation) => ({
    ...citation,
    isSure:
      citation.status !== "unknown_law" ||
      (citation.article !== null && claimOf(citation.law) === "national"),
  }));
}
