import type { Reply } from "../../core/reply.ts";
import type { Finding } from "../../documents/finding.ts";
import { missingOf } from "../../documents/types/missing.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import { latestOf, type CaseDeadline } from "../case/case.ts";
import type { Person } from "../case/events.ts";
import { openBlocks } from "../case/hash.ts";
import { clockOf } from "../case/names.ts";
import { nameOf } from "../case/people.ts";
import { findingsOf, keepVersion } from "./compose.ts";
import { draftView } from "./facts-table.ts";
import { fileOf } from "./file.ts";
import { deadlineLine } from "./lists.ts";
import { findingLines } from "../finding-lines.ts";
import { answer } from "./reply.ts";
import { possibleActions } from "./possible.ts";
import { again, whereOf, type Here, type Session } from "./session.ts";
import { SAY } from "./words.ts";

const HASH_CHARS = 8; // enough to tell two versions apart by eye
const CONFIRM_MINUTES = 10;

// 行政处罚法 58 asks for it before a decision; what leads to one is reviewed with it
const REVIEWED: readonly DocumentType["stage"][] = ["report", "notice", "decision"];

/** Hands the document to somebody else: nothing missing, nothing blocking. */
export async function submit(session: Session, before: Here): Promise<Reply> {
  const { desk, language } = session;
  const here = await keepVersion(session, before);
  const { type, facts, file, draft } = here;
  const missing = missingOf(type, facts, desk.tenant);
  if (missing.length > 0) {
    const labels = missing.map(({ label }) => label[language]).join("、");
    return answer(session, SAY.missingFirst(labels)[language], {
      draft: draftView(session, here),
      failure: "case.state",
    });
  }
  const open = stillBlocking(session, here);
  if (open.length > 0) return blocked(session, here, open);
  const needsReview = type.genre === "enforcement" && REVIEWED.includes(type.stage);
  const after = again(session, here, await desk.cases.submit({ ...whereOf(session, here), needsReview }));
  const who = (needsReview ? SAY.reviewer : SAY.approver)[language];
  const version = latestOf(draft)?.version ?? 1;
  const text = [
    SAY.submitted(type.name[language], version, who)[language],
    SAY.howToReview(file.id)[language],
  ].join("\n");
  return answer(session, text, {
    draft: draftView(session, after),
    actions: possibleActions(session, after),
  });
}

/** Blocking findings that nobody has answered for, as the rules find them just now. */
const stillBlocking = (session: Session, here: Here): readonly Finding[] =>
  openBlocks(here.draft, findingsOf(session, here, latestOf(here.draft)?.text ?? ""));

function blocked(session: Session, here: Here, open: readonly Finding[]): Reply {
  const { language } = session;
  const text = [SAY.blocking(open.length)[language], findingLines(open, language, here.type.fields)].join(
    "\n\n",
  );
  return answer(session, text, { draft: draftView(session, here), failure: "case.state" });
}

/** A yes: of the reviewer first where one is needed, then of the approver, who confirms it once more. */
export async function approve(session: Session, here: Here): Promise<Reply> {
  const { desk, language, by } = session;
  const { draft, type, file } = here;
  const where = whereOf(session, here);
  const version = latestOf(draft)?.version ?? 1;
  const name = type.name[language];
  const hash = (latestOf(draft)?.hash ?? "").slice(0, HASH_CHARS);
  if (draft.submitted?.needsReview === true && draft.review === null) {
    const after = again(session, here, await desk.cases.review(where));
    const { review } = after.draft;
    const text = SAY.reviewed(name, version, named(review?.by), clockOf(review?.atMs ?? 0))[language];
    return answer(session, text, {
      draft: draftView(session, after),
      actions: possibleActions(session, after),
    });
  }
  const me = `${by.platform}:${by.account}:${by.userId}`;
  const asked = draft.questions.find(
    (question) => question.by.id === me && question.hash === latestOf(draft)?.hash,
  );
  const now = session.turn.message.receivedAtMs;
  if (asked === undefined || asked.untilMs < now) {
    await desk.cases.askApproval(where);
    const findings = findingsOf(session, here, latestOf(draft)?.text ?? "");
    const remarks =
      findings.length === 0 ? SAY.noFindings[language] : findingLines(findings, language, here.type.fields);
    return answer(
      session,
      [SAY.confirm(name, version, hash, CONFIRM_MINUTES)[language], remarks].join("\n\n"),
      {
        actions: [{ label: language === "zh" ? "确认通过" : "Confirm", text: `通过 ${file.id}` }],
        draft: draftView(session, here),
      },
    );
  }
  const after = again(session, here, await desk.cases.approve(where));
  const { approval } = after.draft;
  const text = SAY.approved(name, version, named(approval?.by), clockOf(approval?.atMs ?? 0))[language];
  return answer(session, text, {
    draft: draftView(session, after),
    actions: possibleActions(session, after),
  });
}

const named = (person: Person | undefined): string => (person === undefined ? "" : nameOf(person));

/** Sends it back with a reason. */
export async function sendBack(session: Session, here: Here, comment: string): Promise<Reply> {
  const { desk, language } = session;
  if (comment === "") return answer(session, SAY.sayWhy[language], { failure: "input.invalid" });
  const after = again(session, here, await desk.cases.return({ ...whereOf(session, here), comment }));
  const who = named(after.draft.returns.at(-1)?.by);
  return answer(session, SAY.returned(here.type.name[language], who, comment)[language], {
    draft: draftView(session, after),
  });
}

/** An approver answers for a blocking finding by name. */
export async function override(session: Session, here: Here, words: string): Promise<Reply> {
  const { desk, language } = session;
  const written = /^([CF]\d{2})[\s，,：:]*([\s\S]*)$/iu.exec(words);
  const [rule, reason] = [written?.[1]?.toUpperCase() ?? "", written?.[2]?.trim() ?? ""];
  if (rule === "" || reason === "")
    return answer(session, SAY.sayRule[language], { failure: "input.invalid" });
  const kept = await keepVersion(session, here);
  const after = again(session, kept, await desk.cases.override({ ...whereOf(session, kept), rule, reason }));
  const who = named(after.draft.overrides.at(-1)?.by);
  return answer(session, SAY.overridden(rule, who, reason)[language], { draft: draftView(session, after) });
}

/** Gives it its number and sends it out; says which periods begin. */
export async function issue(session: Session, here: Here): Promise<Reply> {
  const { desk, language, turn } = session;
  const { type } = here;
  const open = stillBlocking(session, here);
  if (open.length > 0) return blocked(session, here, open);
  const { file, number, started } = await desk.cases.issue({
    ...whereOf(session, here),
    on: turn.today,
    findings: findingsOf(session, here, latestOf(here.draft)?.text ?? ""),
  });
  const after = again(session, here, file);
  const text = SAY.issued(type.name[language], number === null ? "" : ` ${number}`)[language];
  return answer(session, [text, startedLines(session, started)].filter(Boolean).join("\n\n"), {
    files: [await fileOf(session, after)],
    draft: draftView(session, after),
  });
}

const startedLines = (session: Session, started: readonly CaseDeadline[]): string =>
  started.length === 0
    ? ""
    : [SAY.started[session.language], ...started.map((each) => `- ${deadlineLine(session, each)}`)].join(
        "\n",
      );

/** A person answers for the text from here on: the label of machine-made text goes. */
export async function signOff(session: Session, here: Here): Promise<Reply> {
  const { desk, language } = session;
  const after = again(session, here, await desk.cases.signOff(whereOf(session, here)));
  return answer(session, SAY.signedOff(here.type.name[language])[language], {
    files: [await fileOf(session, after)],
    draft: draftView(session, after),
  });
}

const SERVED = /^(\d{4}-\d{2}-\d{2})[\s，,]*(\S+)$/u;

/** Records when and how it was served; says which periods begin. */
export async function serve(session: Session, here: Here, words: string): Promise<Reply> {
  const { desk, language } = session;
  const [, on, method] = SERVED.exec(words) ?? [];
  if (on === undefined || method === undefined)
    return answer(session, SAY.sayServed[language], { failure: "input.invalid" });
  const { file, started } = await desk.cases.serve({ ...whereOf(session, here), on, method });
  const after = again(session, here, file);
  const text = SAY.served(here.type.name[language], `${on} ${method}`)[language];
  return answer(session, [text, startedLines(session, started)].filter(Boolean).join("\n\n"), {
    draft: draftView(session, after),
  });
}

/** Closes the whole case. */
export async function close(session: Session, here: Here, reason: string): Promise<Reply> {
  const { desk, language, by } = session;
  await desk.cases.close({ caseId: here.file.id, by, reason: reason === "" ? "结案" : reason });
  return answer(session, SAY.closed(here.file.id)[language]);
}
