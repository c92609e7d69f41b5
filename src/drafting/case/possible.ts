import type { Possible } from "./api.ts";
import { refuseApproval, refuseOverride } from "./approving.ts";
import { latestOf } from "./case.ts";
import { refuseClose } from "./closing.ts";
import type { Guard, Scene } from "./guards.ts";
import { openBlocks } from "./hash.ts";
import { refuseIssue, refuseServe, refuseSignOff } from "./issuing.ts";
import { refuseReturn, refuseReview, refuseSubmit } from "./reviewing.ts";
import { refuseEdit } from "./writing.ts";

const GUARDS: Readonly<Record<Possible, Guard>> = {
  edit: refuseEdit,
  submit: refuseSubmit(),
  review: refuseReview,
  approve: refuseApproval,
  return: refuseReturn,
  override: refuseOverride,
  issue: refuseIssue(),
  signOff: refuseSignOff,
  serve: refuseServe,
  close: refuseClose,
};

/** What may be done with a document just now; an override only where something blocks. */
export function possibleNow(scene: Scene): readonly Possible[] {
  const isBlocked = openBlocks(scene.draft, latestOf(scene.draft)?.findings ?? []).length > 0;
  return Object.entries(GUARDS)
    .filter(([, refuse]) => refuse(scene) === null)
    .map(([name]) => name)
    .filter(isPossible)
    .filter((name) => name !== "override" || isBlocked);
}

const isPossible = (name: string): name is Possible => name in GUARDS;
