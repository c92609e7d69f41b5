import { compose } from "../../documents/compose/compose.ts";
import type { CaseDocument, CaseView } from "../../documents/case-view.ts";
import type { Composed } from "../../documents/composed.ts";
import type { Finding } from "../../documents/finding.ts";
import { checkCase } from "../../documents/rules/index.ts";
import { latestOf, type CaseFile } from "../case/case.ts";
import { again, hereIn, whereOf, type Here, type Session } from "./session.ts";

/** The document as its facts make it now, without any model. */
export function composeNow({ desk, turn }: Session, { type, facts }: Here): Composed {
  return compose(type, facts, { tenant: desk.tenant, today: turn.today, statutes: desk.statutes() });
}

/** The case as the rules see it, with these words for the document at hand. */
export function viewOf({ desk, turn }: Session, here: Here, text: string): CaseView {
  const documents = here.file.documents.flatMap((draft): CaseDocument[] => {
    const each = hereIn(desk, here.file, draft.id);
    if (each === null) return [];
    const isHere = draft.id === here.draft.id;
    return [
      {
        type: each.type,
        facts: each.facts,
        own: draft.own,
        number: draft.issued?.number ?? null,
        isComposed: true,
        text: isHere ? text : (draft.issued?.text ?? latestOf(draft)?.text ?? ""),
      },
    ];
  });
  const at = here.file.documents.filter((draft) => desk.types.has(draft.type)).indexOf(here.draft);
  return {
    documents,
    subject: documents[at] ?? null,
    facts: here.file.facts,
    tenant: desk.tenant,
    today: turn.today,
    statutes: desk.statutes(),
    holidays: desk.holidays(),
  };
}

/** What was found for a document as it stands; one reply asks several times, and a changed document is another one. */
const FOUND = new WeakMap<Here, { readonly text: string; readonly findings: readonly Finding[] }>();

/** What the rules find in the document at hand and in the case around it. */
export function findingsOf(session: Session, here: Here, text: string): readonly Finding[] {
  const known = FOUND.get(here);
  if (known?.text === text) return known.findings;
  const findings = checkCase(viewOf(session, here, text));
  FOUND.set(here, { text, findings });
  return findings;
}

/** Keeps a new version if the facts have changed since the last one; `composed` is another wording of the same facts. */
export async function keepVersion(session: Session, here: Here, composed?: Composed): Promise<Here> {
  const { draft } = here;
  const last = latestOf(draft);
  if (composed === undefined && last?.factsRevision === draft.factsRevision) return here;
  if (draft.state !== "draft") return here;
  const made = composed ?? composeNow(session, here);
  const findings = findingsOf(session, here, session.desk.plainOf(made));
  const file: CaseFile = await session.desk.cases.compose({
    ...whereOf(session, here),
    composed: made,
    findings,
    factsRevision: draft.factsRevision,
  });
  return again(session, here, file);
}
