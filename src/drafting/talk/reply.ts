import { say, type Reply } from "../../core/reply.ts";
import { Vault } from "../../privacy/vault.ts";
import { latestOf } from "../case/case.ts";
import type { Finding } from "../../documents/finding.ts";
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
export function showDraft(session: Session, here: Here, notes: readonly string[] = []): Reply {
  const { language } = session;
  const findings = findingsOf(session, here, latestOf(here.draft)?.text ?? "");
  return onDraft(session, here, [
    headOf(session, here),
    ...notes,
    factsTable(session, here),
    asksOf(session, here),
    findings.length === 0 ? "" : findingLines(findings, language, here.type.fields, MOST_FINDINGS),
  ]);
}

/** The first words about a new document: what it is, and the first questions. */
export const showBegun = (session: Session, here: Here, opening: readonly string[]): Reply =>
  onDraft(session, here, [...opening, asksOf(session, here)]);

/** After a correction: only what changed, and what is newly wrong with it. */
export function showChange(session: Session, before: Here, here: Here, notes: readonly string[]): Reply {
  const known = new Set(findingsOf(session, before, latestOf(before.draft)?.text ?? "").map(keyOf));
  const findings = findingsOf(session, here, latestOf(here.draft)?.text ?? "");
  const fresh = findings.filter((finding) => !known.has(keyOf(finding)));
  const missing = missingOf(here.type, here.facts, session.desk.tenant).length;
  return onDraft(session, here, [
    headOf(session, here),
    ...notes,
    fresh.length === 0 ? "" : findingLines(fresh, session.language, here.type.fields),
    missing === 0 ? "" : SAY.stillMissing(missing)[session.language],
  ]);
}

const keyOf = ({ rule, where, message }: Finding): string => [rule, where, message.zh].join("\n");

const headOf = ({ language }: Session, { type, draft, file }: Here): string =>
  SAY.head(type.name[language], latestOf(draft)?.version ?? 1, file.id)[language];

function asksOf(session: Session, here: Here): string {
  const { desk, language } = session;
  const asks = nextAsks(session, here);
  if (asks.length === 0) return SAY.complete[language];
  const later = missingOf(here.type, here.facts, desk.tenant).length - asks.length;
  return [
    SAY.askHead(asks.length)[language],
    ...asks.map((field, index) => `${NUMERALS[index] ?? ""} ${askFor(field, language)}`),
    ...(later > 0 ? [SAY.more(later)[language]] : []),
  ].join("\n");
}

function onDraft(session: Session, here: Here, parts: readonly string[]): Reply {
  const { language } = session;
  const view = draftView(session, here);
  return answer(session, parts.filter((part) => part !== "").join("\n\n"), {
    asks: nextAsks(session, here).map((field) => askFor(field, language)),
    actions: possibleActions(session, here, view.findings.length),
    draft: view,
  });
}
