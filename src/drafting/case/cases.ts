import { dayInChina } from "../../core/today.ts";
import type { CaseStore } from "../../store/cases.ts";
import type { Cases, CasesOptions, Where } from "./api.ts";
import { approve, askApproval, override } from "./approving.ts";
import { caseBook, type CaseBook } from "./book.ts";
import type { CaseFile } from "./case.ts";
import { close, meet } from "./closing.ts";
import { startedSince } from "./deadlines.ts";
import type { Happening } from "./events.ts";
import { draftOf, type Scene } from "./guards.ts";
import { issueDocument } from "./issue-document.ts";
import { serve, signOff } from "./issuing.ts";
import { lookUps } from "./look-ups.ts";
import { review, sendBack, submit } from "./reviewing.ts";
import { typeNamed } from "./type-named.ts";
import { begin, compose, setFacts } from "./writing.ts";

/** The case files over a store; see `Cases` for what each method promises. */
export function openCases(store: CaseStore, options: CasesOptions): Cases {
  const book = caseBook(store, options);
  const typeOf = (scene: Scene) => options.types.get(scene.draft.type);
  const change = (where: Where, make: (scene: Scene) => readonly Happening[]): Promise<CaseFile> => {
    const actor = book.actorOf(where.by);
    return book.change(where.caseId, actor, (file) =>
      make({ actor, file, draft: draftOf(file, where.document) }),
    );
  };
  return {
    ...lookUps(store, book, options),
    begin: (given) => beginDocument(book, options, given),
    setFacts: ({ set = {}, withdraw = [], ...where }) =>
      change(where, (scene) => setFacts(scene, { set, withdraw }, typeOf(scene))),
    compose: ({ composed, findings, factsRevision, ...where }) => {
      const composition = { composed, findings, factsRevision, text: options.plainOf(composed) };
      return change(where, (scene) => compose(scene, composition));
    },
    submit: ({ needsReview = false, findings = [], ...where }) =>
      change(where, (scene) => submit(scene, { needsReview, findings })),
    review: ({ comment = "", ...where }) => change(where, (scene) => review(scene, comment)),
    return: ({ comment, ...where }) => change(where, (scene) => sendBack(scene, comment)),
    askApproval: (where) => change(where, askApproval),
    approve: (where) => change(where, (scene) => approve(scene, options.approvalLastsMs)),
    override: ({ rule, reason, findings, ...where }) =>
      change(where, (scene) => override(scene, { rule, reason, findings })),
    issue: ({ on, findings = [], finish, ...where }) =>
      issueDocument(book, options, {
        where,
        findings,
        finish,
        on: on ?? dayInChina((options.now ?? Date.now)()),
      }),
    signOff: (where) => change(where, signOff),
    async serve({ on, method, ...where }) {
      const before = await book.read(where.caseId, where.by);
      const file = await change(where, (scene) => serve(scene, { on, method }, typeOf(scene)));
      return { file, started: startedSince(before, file) };
    },
    meet: ({ caseId, by, deadline, on }) => {
      const actor = book.actorOf(by);
      return book.change(caseId, actor, (file) => meet({ actor, file }, { deadline, on }));
    },
    close: ({ caseId, by, reason }) => {
      const actor = book.actorOf(by);
      return book.change(caseId, actor, (file) => close({ actor, file }, reason));
    },
  };
}

async function beginDocument(
  book: CaseBook,
  options: CasesOptions,
  { type: id, by, conversation, caseId, title }: Parameters<Cases["begin"]>[0],
): ReturnType<Cases["begin"]> {
  const type = typeNamed(options.types, id);
  const actor = book.actorOf(by);
  const opening = { tenant: options.tenant.name, title: title ?? type.name.zh };
  if (caseId === undefined) {
    const happenings = begin({ actor, file: null, type }, opening);
    const document = "d1";
    return { file: await book.open(actor, happenings, { conversation, document }), document };
  }
  const make = (file: CaseFile) => begin({ actor, file, type }, opening);
  const file = await book.change(caseId, actor, make, (after) => ({
    conversation,
    document: after.documents.at(-1)?.id ?? null,
  }));
  return { file, document: file.documents.at(-1)?.id ?? "" };
}
