import { numbersIn } from "./look/numbers.ts";
import { allWords } from "./look/words.ts";
import { say, type Rule } from "./rule.ts";

/** F05: document numbers are written 〔2026〕12号 wherever they are cited. */
export const numbers: Rule = {
  id: "F05",
  severity: "warn",
  article: "GB/T 9704-2012 7.2.5",
  title: say("引用文号的格式", "form of document numbers"),
  check(view) {
    const seen = new Set<string>();
    return allWords(view).flatMap(({ text, where, field }) =>
      numbersIn(text).flatMap(({ words, fault }) => {
        // the document's own number is judged with its year
        const isOwn =
          field === "document_number" && view.documents.every(({ type }) => type.genre !== "official");
        if (fault === null || isOwn || seen.has(words)) return [];
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
