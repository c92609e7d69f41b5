import type { Language, Words } from "../core/language.ts";
import type { StatuteAnswer } from "../statutes/lookup.ts";
import { sayStatute } from "../statutes/words.ts";

// below this share of words in common the number stood for something else: articles move when a law is revised
const SAME_MATTER = 0.5;

const MOVED: Words = {
  zh: "上一文本的同号条文内容大不相同，条号可能已经变动，不作逐字比较。",
  en: "In the edition before, this number stood for other words; articles may have moved, so they are not compared.",
};

/** A law or an article in lines for a person; an article is not compared with another that bore its number. */
export function sayFound(answer: StatuteAnswer, language: Language): string {
  const { difference = [], text = "" } = answer;
  const same = difference.filter(({ kind }) => kind === "same");
  const common = same.reduce((sum, part) => sum + part.text.length, 0);
  if (difference.length === 0 || common >= text.length * SAME_MATTER) return sayStatute(answer, language);
  return `${sayStatute({ ...answer, difference: [] }, language)}\n${MOVED[language]}`;
}
