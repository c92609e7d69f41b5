import type { Reply } from "../../core/reply.ts";
import { showValue } from "../../documents/compose/show-value.ts";
import { latestOf } from "../case/case.ts";
import { clockOf } from "../case/names.ts";
import { nameOf } from "../case/people.ts";
import { compareVersions, differenceWords } from "../case/difference.ts";
import { draftView } from "./facts-table.ts";
import { fileOf } from "./file.ts";
import { composeNow, findingsOf, keepVersion } from "./compose.ts";
import { findingLines } from "../finding-lines.ts";
import { answer, showDraft } from "./reply.ts";
import type { Here, Session } from "./session.ts";
import { polishNow } from "./polish.ts";
import { possibleActions } from "./possible.ts";
import { SAY } from "./words.ts";

/** The whole text as it would go out now. */
export async function full(session: Session, before: Here): Promise<Reply> {
  const here = await keepVersion(session, before);
  const text =
    here.draft.issued?.text ?? latestOf(here.draft)?.text ?? session.desk.plainOf(composeNow(session, here));
  return answer(session, text, {
    actions: possibleActions(session, here),
    draft: draftView(session, here),
  });
}

/** The facts with their sources, what is missing and what the rules say. */
export async function table(session: Session, before: Here): Promise<Reply> {
  return showDraft(session, await keepVersion(session, before));
}

/** Every finding of every rule. */
export async function check(session: Session, before: Here): Promise<Reply> {
  const { language } = session;
  const here = await keepVersion(session, before);
  const findings = findingsOf(session, here, latestOf(here.draft)?.text ?? "");
  const text =
    findings.length === 0 ? SAY.noFindings[language] : findingLines(findings, language, here.type.fields);
  return answer(session, text, { draft: draftView(session, here) });
}

/** What changed between the last two versions, and the list of all. */
export async function versions(session: Session, before: Here): Promise<Reply> {
  const { language } = session;
  const { draft } = await keepVersion(session, before);
  const last = draft.versions.at(-1);
  const previous = draft.versions.at(-2);
  if (last === undefined || previous === undefined) return answer(session, SAY.oneVersion[language]);
  const list = draft.versions.map(({ version, by, atMs }) => `${version} · ${nameOf(by)} · ${clockOf(atMs)}`);
  const { fields } = before.type;
  const changes = differenceWords(compareVersions(previous, last), {
    language,
    labelOf: (name) => fields.find((field) => field.name === name)?.label[language] ?? name,
    show: (fact) => showValue(fact, language),
  });
  return answer(session, [SAY.versionsHead[language], ...list, "", ...changes].join("\n"));
}

/** The .docx of what is there now, with the label of machine-made text unless a person has finalised it. */
export async function file(session: Session, before: Here): Promise<Reply> {
  const here = await keepVersion(session, before);
  return answer(session, SAY.file[session.language], {
    files: [await fileOf(session, here)],
    draft: draftView(session, here),
  });
}

/** Lets the model smooth the narrative under the guard; without a model the sentences stand as they are. */
export async function polish(session: Session, before: Here): Promise<Reply> {
  const here = await keepVersion(session, before);
  const { here: after, polished, of } = await polishNow(session, here);
  return answer(session, SAY.polished(polished, of)[session.language], { draft: draftView(session, after) });
}
