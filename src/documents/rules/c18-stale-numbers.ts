import { asFound } from "./c17-citations.ts";
import { citationsOf } from "./look/citations.ts";
import { say, type Rule } from "./rule.ts";

/** C18: article numbers of an edition that is gone. */
export const staleNumbers: Rule = {
  id: "C18",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第三十七条、第八十六条",
  title: say("旧条号", "article numbers of an older edition"),
  check(view) {
    const seen = new Set<string>();
    return citationsOf(view)
      .filter(({ citation }) => citation.status === "stale_number")
      .filter(({ citation }) => !seen.has(citation.text) && seen.add(citation.text))
      .map(asFound);
  },
};
