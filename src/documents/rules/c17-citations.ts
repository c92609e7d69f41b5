import { STATUS_WORDS } from "../../statutes/words.ts";
import { placesOf } from "./look/facts.ts";
import { citationsOf, isBeyondLedger, type PlacedCitation } from "./look/citations.ts";
import { say, type Found, type Rule } from "./rule.ts";
import type { CaseView } from "../case-view.ts";

/** C17: every law that is cited exists, is in force, says this, and is called by its full name. */
export const citations: Rule = {
  id: "C17",
  severity: "block",
  article: "《中华人民共和国行政处罚法》第三十七条、第五十九条第一款第（三）项",
  title: say("法律引用", "citations of laws"),
  check: (view) => [...wrong(view), ...shortNames(view)],
};

const MANY = 12;

function wrong(view: CaseView): readonly Found[] {
  const seen = new Set<string>();
  return citationsOf(view)
    .filter(({ citation }) => !["ok", "stale_number"].includes(citation.status) && !isBeyondLedger(citation))
    .filter(({ citation }) => {
      const key = `${citation.status} ${citation.text}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MANY)
    .map(asFound);
}

/** A citation that does not hold, as a finding. */
export function asFound({ citation, where }: PlacedCitation): Found {
  const { text, status, detail, suggestion } = citation;
  const words = STATUS_WORDS[status];
  const written = text.replace(/\s+/g, "");
  const message = say(`“${written}”${words.zh}：${detail}`, `「${written}」: ${words.en}`);
  if (suggestion === undefined) return { where, message };
  return { where, message, fix: say(`应为${suggestion}`, `It should be ${suggestion}`) };
}

const FULL = "中华人民共和国";

/** 《行政处罚法》 where a document should say 《中华人民共和国行政处罚法》. */
function shortNames(view: CaseView): readonly Found[] {
  const written = ["violated", "penalty_basis"].flatMap((field) =>
    placesOf(view, field, "laws").flatMap(({ value, where }) => value.map(({ cite }) => ({ cite, where }))),
  );
  const seen = new Set<string>();
  return written.flatMap(({ cite, where }): readonly Found[] => {
    const found = citationsOf(view).find(({ citation }) => cite.includes(citation.text.trim()));
    const law = found?.citation.law ?? "";
    if (!law.startsWith(FULL) || cite.includes(FULL) || seen.has(cite)) return [];
    seen.add(cite);
    const message = say(
      `“${cite}”应写法律全称《${law}》`,
      `「${cite}」: give the law's full name, 《${law}》`,
    );
    return [{ where, message, severity: "info" }];
  });
}
