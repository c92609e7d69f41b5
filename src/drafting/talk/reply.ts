import { say, type Reply } from "../../core/reply.ts";
import { Vault } from "../../privacy/vault.ts";
import { latestOf } from "../case/case.ts";
import { findingLines } from "../finding-lines.ts";
import { askFor, draftView, factsTable, nextAsks } from "./facts-table.ts";
import { missingOf } from "../../documents/types/missing.ts";
import { findingsOf } from "./compose.ts";
import { possibleActions } from "./possible.ts";
import type { Here, Session } from "./session.ts";
import { SAY } from "./words.ts";

// more than these push the questions out of sight; the rest is behind "查"
const MOST_FINDINGS = 3;
const NUMERALS = ["①", "②", "③"];

/** A reply of the drafting desk. In a group, identity numbers in it are starred; in private they are whole. */
export function answer({ by }: Session, text: string, more: Partial<Reply> = {}): Reply {
  const vault = new Vault();
  const shown = (words: string): string =>
    by.isDirect ? words : vault.restore(vault.mask(words).masked, "partial");
  const { draft } = more;
  return say(shown(text), {
    ...more,
    ...(draft === undefined
      ? {}
      : {
          draft: {
            ...draft,
            text: shown(draft.text),
            facts: draft.facts.map((fact) => ({ ...fact, value: shown(fact.value) })),
          },
        }),
  });
}

/** What an officer sees after telling something: the facts, what is missing, what the rules say, what can be done. */
export function showDraft(
  session: Session,
  here: Here,
  notes: readonly string[] = [],
  only?: readonly string[],
): Reply {
  const { desk, language } = session;
  const { type, facts, file, draft } = here;
  const asks = nextAsks(session, here);
  const version = latestOf(draft)?.version ?? 1;
  const later = missingOf(type, facts, desk.tenant).length - asks.length;
  const findings = findingsOf(session, here, latestOf(draft)?.text ?? "");
  const parts = [
    SAY.head(type.name[language], version, file.id)[language],
    ...notes,
    factsTable(session, here, only),
    asks.length === 0
      ? SAY.complete[language]
      : [
          SAY.askHead(asks.length)[language],
          ...asks.map((field, index) => `${NUMERALS[index] ?? ""} ${askFor(field, language)}`),
          ...(later > 0 ? [SAY.more(later)[language]] : []),
        ].join("\n"),
    findings.length === 0 ? "" : findingLines(findings, language, MOST_FINDINGS),
  ];
  return answer(session, parts.filter((part) => part !== "").join("\n\n"), {
    asks: asks.map((field) => askFor(field, language)),
    actions: possibleActions(session, here, findings.length),
    draft: draftView(session, here),
  });
}
