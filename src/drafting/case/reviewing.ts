import { holdsAny } from "../../core/principal.ts";
import type { Finding } from "../../documents/finding.ts";
import { valueOf } from "../../documents/facts/fact.ts";
import { factsOf } from "./case.ts";
import type { Happening } from "./events.ts";
import { notNow, notYou, reasonIn } from "./faults.ts";
import {
  asDrafter,
  firstOf,
  fourEyes,
  insist,
  upToDate,
  versionOf,
  whileIn,
  whileOpen,
  withoutBlocks,
  withRole,
  type Guard,
  type Scene,
} from "./guards.ts";
import { clockOf } from "./names.ts";
import { APPROVERS, isAuthor, nameOf, REVIEWERS } from "./people.ts";

const SUBMITTED = { zh: "提交", en: "submitted" };
const asReviewer = withRole(REVIEWERS, {
  zh: "只有审核人可以审核。",
  en: "Only a reviewer may review this.",
});
/** Whether the newest version may be handed to review; `more` are findings of just now. */
export const refuseSubmit = (more: readonly Finding[] = []): Guard =>
  firstOf<Scene>(
    asDrafter,
    whileOpen,
    whileIn(["draft"], SUBMITTED),
    upToDate,
    withoutBlocks(SUBMITTED, more),
  );

/** Hands the newest version to review; the facts may ask for a legal review as well as the caller. */
export function submit(
  scene: Scene,
  given: { needsReview: boolean; findings: readonly Finding[] },
): Happening[] {
  insist(refuseSubmit(given.findings), scene);
  const { version, hash } = versionOf(scene.draft);
  const told = valueOf(factsOf(scene.file, scene.draft), "needs_legal_review", "answer");
  const needsReview = given.needsReview || told?.yes === true;
  return [{ kind: "submitted", document: scene.draft.id, version, hash, needsReview }];
}

/** A second yes says whose the first one was. */
const notReviewedYet: Guard = ({ draft: { review } }) =>
  review === null
    ? null
    : notNow({
        zh: `草稿 ${review.version} 已由 ${nameOf(review.by)} 于 ${clockOf(review.atMs)} 审核通过。`,
        en: `Draft ${review.version} passed review by ${nameOf(review.by)} at ${clockOf(review.atMs)}.`,
      });

/** Whether the person may pass the legal review now. */
export const refuseReview = firstOf<Scene>(
  asReviewer,
  whileOpen,
  whileIn(["legal_review"], { zh: "审核", en: "reviewed" }),
  fourEyes,
  notReviewedYet,
);

/** A reviewer's yes. */
export function review(scene: Scene, comment: string): Happening[] {
  insist(refuseReview, scene);
  const { version, hash } = versionOf(scene.draft);
  return [{ kind: "reviewed", document: scene.draft.id, version, hash, comment: comment.trim() }];
}

const mayReturn: Guard = ({ actor, draft }) => {
  const isTheirs = isAuthor(draft, actor.person);
  return isTheirs || asReviewer({ actor }) === null || holdsAny(actor.principal, APPROVERS)
    ? null
    : notYou({
        zh: "只有审核人、批准人或者起草人可以退回。",
        en: "Only a reviewer, an approver or its author may send it back.",
      });
};

/** Whether the person may send it back: its author may take it back as well. */
export const refuseReturn = firstOf<Scene>(
  asDrafter,
  whileOpen,
  whileIn(["legal_review", "approved"], { zh: "退回", en: "sent back" }),
  mayReturn,
);

/** Back to its author, with the reason. */
export function sendBack(scene: Scene, comment: string): Happening[] {
  insist(refuseReturn, scene);
  const { version } = versionOf(scene.draft);
  return [{ kind: "returned", document: scene.draft.id, version, comment: reasonIn(comment, "comment") }];
}
