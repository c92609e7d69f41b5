import type { CaseView } from "../case-view.ts";
import { numbersIn } from "./look/numbers.ts";
import { allWords } from "./look/words.ts";
import { say, type Rule } from "./rule.ts";

const plain = (words: string): string => words.replace(/\s/g, "");

/** An enforcement document's own number is judged together with its year, by C23. */
const isOwnNumber = (view: CaseView, words: string): boolean =>
  view.documents.some(
    ({ type, number }) => type.genre !== "official" && number !== null && plain(words).endsWith(number),
  );

/** F05: document numbers are written 〔2026〕12号 wherever they are cited. */
export const numbers: Rule = {
  id: "F05",
  severity: "warn",
  article: "GB/T 9704-2012 7.2.5",
  title: say("引用文号的格式", "form of document numbers"),
  check(view) {
    const seen = new Set<string>();
    return allWords(view).flatMap(({ text, where }) =>
      numbersIn(text).flatMap(({ words, fault }) => {
        if (fault === null || isOwnNumber(view, words) || seen.has(words)) return [];
        seen.add(words);
        return [
          {
            where,
            message: fault,
            fix: say("写作云政发〔2026〕10号这样", "Write it like 云政发〔2026〕10号"),
          },
        ];
      }),
    );
  },
};
