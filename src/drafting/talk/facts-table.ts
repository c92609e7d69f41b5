import type { Language } from "../../core/language.ts";
import type { DraftView } from "../../core/reply.ts";
import { showValue } from "../../documents/compose/show-value.ts";
import { missingOf } from "../../documents/types/missing.ts";
import type { Field } from "../../documents/types/document-type.ts";
import { latestOf } from "../case/case.ts";
import { saidFacts, saidFindings, sourceOf } from "../draft-view.ts";
import { whereWords } from "../finding-lines.ts";
import { findingsOf } from "./compose.ts";
import type { Here, Session } from "./session.ts";
import { SAY } from "./words.ts";

// a statutory field first; more than three questions at once are not answered
const MOST_ASKS = 3;
// one line of a table in a chat
const VALUE_CHARS = 80;

/** The facts that are there, and those that must be and are not: a Markdown table with where each comes from. */
export function factsTable({ desk, language }: Session, { type, facts }: Here): string {
  const missing = new Set(missingOf(type, facts, desk.tenant).map(({ name }) => name));
  const shown = type.fields.filter(({ name }) => name in facts || missing.has(name));
  if (shown.length === 0) return "";
  const rows = shown.map((field) => {
    const fact = facts[field.name];
    const value =
      fact === undefined ? `**${SAY.notGiven[language]}**` : cell(showValue(fact, language, field));
    return `| ${field.label[language]} | ${value} | ${fact === undefined ? "–" : cell(sourceOf(fact))} |`;
  });
  return [SAY.tableHead[language], "| --- | --- | --- |", ...rows].join("\n");
}

const cell = (text: string): string => {
  const line = text.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|");
  return line.length > VALUE_CHARS ? `${line.slice(0, VALUE_CHARS)}…` : line;
};

/** At most three fields to ask for now: those a statute asks for first, in the order of the type. */
export function nextAsks({ desk }: Session, { type, facts }: Here): readonly Field[] {
  const missing = missingOf(type, facts, desk.tenant);
  const statutory = missing.filter(({ anchor }) => anchor !== undefined);
  const others = missing.filter(({ anchor }) => anchor === undefined);
  return [...statutory, ...others].slice(0, MOST_ASKS);
}

/** The question for a field. */
export const askFor = ({ ask, label }: Field, language: Language): string =>
  ask?.[language] ?? SAY.askFor(label[language])[language];

/** The draft as scripts and pages read it. */
export function draftView(session: Session, here: Here): DraftView {
  const { desk, language } = session;
  const { draft, type, facts, file } = here;
  const version = latestOf(draft);
  const text = draft.issued?.text ?? version?.text ?? "";
  return {
    id: `${file.id}/${draft.id}`,
    type: type.id,
    state: draft.state,
    version: version?.version ?? 0,
    facts: saidFacts(type, facts, language),
    missing: missingOf(type, facts, desk.tenant).map(({ name }) => name),
    findings: saidFindings(findingsOf(session, here, text), language).map((finding) => ({
      ...finding,
      where: whereWords(finding.where, type.fields, language),
    })),
    text,
  };
}
