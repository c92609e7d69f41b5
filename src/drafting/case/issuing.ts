import { partsOf } from "../../calendar/day.ts";
import type { Composed } from "../../documents/composed.ts";
import { factOf } from "../../documents/facts/fact.ts";
import type { Finding } from "../../documents/finding.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import type { Draft } from "./case.ts";
import type { Happening } from "./events.ts";
import { moved, notNow, wrongValue } from "./faults.ts";
import {
  asDrafter,
  firstOf,
  insist,
  titleOf,
  upToDate,
  versionOf,
  whileIn,
  whileOpen,
  withoutBlocks,
  type Guard,
  type Scene,
} from "./guards.ts";
import { contentHash } from "./hash.ts";

const ISSUED = { zh: "印发", en: "issued" };

const stillApproved: Guard = ({ actor, draft }) => {
  const { approval } = draft;
  const isBound = approval !== null && approval.hash === versionOf(draft).hash;
  if (isBound && (approval.untilMs === null || actor.nowMs <= approval.untilMs)) return null;
  const title = titleOf(draft);
  return moved({
    zh: `${title.zh}的批准已经失效，请重新批准后再印发。`,
    en: `The approval of ${title.en} has lapsed. It must be approved again before it is issued.`,
  });
};

/** Whether the document may be issued now; `more` are findings of just now. */
export const refuseIssue = (more: readonly Finding[] = []): Guard =>
  firstOf<Scene>(
    asDrafter,
    whileOpen,
    whileIn(["approved"], ISSUED),
    upToDate,
    stillApproved,
    withoutBlocks(ISSUED, more),
  );

/** What goes out: the approved document with its number. */
export interface Final {
  readonly number: string | null;
  readonly on: string;
  readonly composed: Composed;
  readonly text: string;
}

/** Issues what was approved; nothing else than lines with the number in them may be new. */
export function issue(
  scene: Scene,
  { number, on, composed, text }: Final,
  more: readonly Finding[],
): Happening[] {
  insist(refuseIssue(more), scene);
  const { draft } = scene;
  const { version, hash: approvedHash, text: approved } = versionOf(draft);
  if (!differsByNumberOnly(approved, text, number)) throw notWhatWasApproved(draft);
  const hash = contentHash(composed, text);
  return [{ kind: "issued", document: draft.id, version, approvedHash, number, on, composed, text, hash }];
}

/** True when every line that is new holds the number, and no more lines are gone than could have made room for them. */
export function differsByNumberOnly(approved: string, final: string, number: string | null): boolean {
  // a blank line stands around a new one and says nothing
  const wordsOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
  const [before, after] = [wordsOf(approved), wordsOf(final)];
  const added = without(after, before);
  const gone = without(before, after);
  return added.every((line) => number !== null && line.includes(number)) && gone.length <= added.length;
}

/** The lines of one text that the other does not have, as often as it has them more. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

const notWhatWasApproved = (draft: Draft): Error =>
  moved({
    zh: `${titleOf(draft).zh}的内容与批准的一稿不同，没有印发。请重新查看、提交并批准。`,
    en: `${titleOf(draft).en} no longer reads as it was approved, so it was not issued. Please review and approve it again.`,
  });

const notSignedOffYet: Guard = ({ draft }) =>
  draft.signOff === null
    ? null
    : notNow({
        zh: `${titleOf(draft).zh}已经人工定稿。`,
        en: `${titleOf(draft).en} has been finalised by a person already.`,
      });

/** Whether a person may take the label of machine-made text off now. */
export const refuseSignOff = firstOf<Scene>(
  asDrafter,
  whileOpen,
  whileIn(["draft", "legal_review", "approved", "issued"], { zh: "定稿", en: "finalised" }),
  (scene) => (scene.draft.issued === null ? upToDate(scene) : null),
  notSignedOffYet,
);

/** A person answers for the words of the newest version. */
export function signOff(scene: Scene): Happening[] {
  insist(refuseSignOff, scene);
  const { version, hash } = versionOf(scene.draft);
  return [{ kind: "signedOff", document: scene.draft.id, version, hash }];
}

/** Whether service may be recorded now. */
export const refuseServe = firstOf<Scene>(
  asDrafter,
  whileOpen,
  whileIn(["issued"], { zh: "登记送达", en: "served" }),
);

// the facts from which other documents and periods read the day of service
const SHARED_SERVICE: Readonly<Record<string, string>> = {
  notice: "notice_served_on",
  decision: "served_on",
};
const MOMENT = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d)?$/;

/** Records service, and its day as a fact: shared for a notice and a decision, the document's own otherwise. */
export function serve(
  scene: Scene,
  { on, method }: { readonly on: string; readonly method: string },
  type: DocumentType | undefined,
): Happening[] {
  insist(refuseServe, scene);
  const { draft } = scene;
  if (!MOMENT.test(on) || partsOf(on.slice(0, 10)) === null) throw noDay();
  const shared = SHARED_SERVICE[type?.stage ?? ""];
  const source = { kind: "document", ref: `送达：${draft.name.zh}` } as const;
  if (method.trim() === "") throw noMethod();
  return [
    { kind: "served", document: draft.id, on, method: method.trim() },
    {
      kind: "facts",
      document: shared === undefined ? draft.id : null,
      set: { [shared ?? "served_on"]: factOf("date", on.slice(0, 10), source) },
      withdrawn: [],
    },
  ];
}

const noDay = (): Error =>
  wrongValue(
    { zh: "送达日期不对，请写成 2026-11-24。", en: "That is no day of service. Write it as 2026-11-24." },
    { field: "on", remedy: "YYYY-MM-DD, or YYYY-MM-DDTHH:MM" },
  );

const noMethod = (): Error =>
  wrongValue(
    {
      zh: "请写明送达方式，如直接送达、邮寄送达。",
      en: "Please say how it was served: in person, by post …",
    },
    { field: "method", remedy: "直接送达, 留置送达, 邮寄送达, 电子送达 or 公告送达" },
  );
