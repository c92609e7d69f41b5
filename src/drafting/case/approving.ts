import type { BotError } from "../../core/errors.ts";
import type { Finding } from "../../documents/finding.ts";
import type { Draft } from "./case.ts";
import type { Happening } from "./events.ts";
import { moved, notNow, reasonIn } from "./faults.ts";
import {
  firstOf,
  fourEyes,
  insist,
  titleOf,
  versionOf,
  whileIn,
  whileOpen,
  withoutBlocks,
  withRole,
  type Guard,
  type Scene,
} from "./guards.ts";
import { findingKey, openBlocks } from "./hash.ts";
import { clockOf } from "./names.ts";
import { APPROVERS, nameOf } from "./people.ts";

// long enough to read a page again, short enough that the approver still means this one
const CONFIRM_WITHIN_MS = 10 * 60_000;

const asApprover = withRole(APPROVERS, {
  zh: "只有批准人可以批准或放行。",
  en: "Only an approver may approve or override.",
});

const notApprovedYet: Guard = ({ draft: { approval } }) =>
  approval === null
    ? null
    : notNow({
        zh: `草稿 ${approval.version} 已由 ${nameOf(approval.by)} 于 ${clockOf(approval.atMs)} 批准，不必再批。`,
        en: `Draft ${approval.version} was approved by ${nameOf(approval.by)} at ${clockOf(approval.atMs)} already.`,
      });

const legallyReviewed: Guard = ({ draft }) =>
  draft.submitted?.needsReview === true && draft.review === null
    ? notNow({
        zh: `${titleOf(draft).zh}须先经法制审核通过，才能批准（行政处罚法第五十八条）。`,
        en: `${titleOf(draft).en} must pass legal review before approval (Administrative Penalty Law, article 58).`,
      })
    : null;

/** Whether the person may be asked to approve now. */
export const refuseApproval = firstOf<Scene>(
  asApprover,
  whileOpen,
  notApprovedYet,
  whileIn(["legal_review"], { zh: "批准", en: "approved" }),
  fourEyes,
  legallyReviewed,
  withoutBlocks({ zh: "批准", en: "approved" }),
);

/** The question whether this very version is approved. */
export function askApproval(scene: Scene): Happening[] {
  insist(refuseApproval, scene);
  const { version, hash } = versionOf(scene.draft);
  const untilMs = scene.actor.nowMs + CONFIRM_WITHIN_MS;
  return [{ kind: "asked", document: scene.draft.id, version, hash, untilMs }];
}

/** The confirmed yes, bound to person, version and time. */
export function approve(scene: Scene, lastsMs: number | undefined): Happening[] {
  insist(refuseApproval, scene);
  const { actor, draft } = scene;
  const { version, hash } = versionOf(draft);
  const question = draft.questions.find(({ by }) => by.id === actor.person.id);
  if (question === undefined || question.hash !== hash) throw notAsked(draft);
  if (actor.nowMs > question.untilMs) throw tooLate(draft);
  const untilMs = lastsMs === undefined ? null : actor.nowMs + lastsMs;
  return [{ kind: "approved", document: draft.id, version, hash, untilMs }];
}

const notAsked = (draft: Draft): BotError =>
  moved({
    zh: `请先查看${titleOf(draft).zh}的最新一稿，再确认批准。`,
    en: `Please look at the newest draft of ${titleOf(draft).en} first, then confirm the approval.`,
  });

const tooLate = (draft: Draft): BotError =>
  moved({
    zh: `确认已超过十分钟，请重新查看${titleOf(draft).zh}再批准。`,
    en: `The confirmation came after ten minutes. Please look at ${titleOf(draft).en} again, then approve.`,
  });

/** Whether the person may answer for a blocking finding now. */
export const refuseOverride = firstOf<Scene>(
  asApprover,
  whileOpen,
  whileIn(["draft", "legal_review", "approved"], { zh: "放行", en: "overridden" }),
  fourEyes,
);

/** One override for each blocking finding of a rule that nobody answered for yet. */
export function override(
  scene: Scene,
  { rule, reason, findings }: { rule: string; reason: string; findings: readonly Finding[] | undefined },
): Happening[] {
  insist(refuseOverride, scene);
  const { draft } = scene;
  const known = findings ?? versionOf(draft).findings;
  const keys = openBlocks(draft, known)
    .filter((each) => each.rule === rule)
    .map(findingKey);
  if (keys.length === 0) throw nothingToOverride(draft, rule);
  const words = reasonIn(reason, "reason");
  return [...new Set(keys)].map((finding) => ({
    kind: "overridden",
    document: draft.id,
    finding,
    rule,
    reason: words,
  }));
}

const nothingToOverride = (draft: Draft, rule: string): BotError =>
  notNow({
    zh: `${titleOf(draft).zh}没有待放行的 ${rule}。`,
    en: `${titleOf(draft).en} has no open blocking finding ${rule}.`,
  });
