import { partsOf } from "../../calendar/day.ts";
import type { CaseFile } from "./case.ts";
import type { Happening } from "./events.ts";
import { notNow, reasonIn, wrongValue } from "./faults.ts";
import { asDrafter, firstOf, insist, titleOf, whileOpen, type Actor, type Guard } from "./guards.ts";

/** What is done to a case as a whole. */
export interface CaseScene {
  readonly actor: Actor;
  readonly file: CaseFile;
}

const nothingPending: Guard<CaseScene> = ({ file }) => {
  const pending = file.documents.find(({ state }) => state === "legal_review" || state === "approved");
  if (pending === undefined) return null;
  const title = titleOf(pending);
  return notNow({
    zh: `${title.zh}还在审核或待印发，先办完或退回，再结案。`,
    en: `${title.en} is still under review or waits to be issued. Finish it or send it back before closing.`,
  });
};

/** Whether the case may be closed now. */
export const refuseClose = firstOf<CaseScene>(asDrafter, whileOpen, nothingPending);

/** Closes a case: nothing in it changes after that. */
export function close(scene: CaseScene, reason: string): Happening[] {
  insist(refuseClose, scene);
  return [{ kind: "closed", reason: reasonIn(reason, "reason") }];
}

/** Notes that a period was kept, and on which day. */
export function meet(
  scene: CaseScene,
  { deadline, on }: { readonly deadline: string; readonly on: string },
): Happening[] {
  insist(firstOf<CaseScene>(asDrafter, whileOpen), scene);
  if (partsOf(on) === null) throw noSuchDay();
  const kept = scene.file.deadlines.find(({ id }) => id === deadline);
  if (kept === undefined) throw noSuchPeriod();
  return kept.metOn === on ? [] : [{ kind: "deadlineMet", deadline, on }];
}

const noSuchDay = (): Error =>
  wrongValue(
    { zh: "日期不对，请写成 2026-11-24。", en: "That is no day. Write it as 2026-11-24." },
    { field: "on", remedy: "YYYY-MM-DD" },
  );

const noSuchPeriod = (): Error =>
  wrongValue(
    { zh: "本案没有这个期限。", en: "This case has no such period." },
    { field: "deadline", remedy: "take its id from the list of periods" },
  );
