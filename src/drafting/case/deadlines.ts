import { computeDeadline } from "../../calendar/deadline/compute.ts";
import type { HolidayTables } from "../../calendar/holidays/tables.ts";
import { PERIODS } from "../../calendar/periods/index.ts";
import { daysBetween } from "../../calendar/step.ts";
import { BotError } from "../../core/errors.ts";
import type { Fact } from "../../documents/facts/fact.ts";
import type { Tenant } from "../../documents/tenant.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import { holds } from "../../documents/types/holds.ts";
import type { DueDeadline } from "./api.ts";
import { titleOf } from "./card.ts";
import { factsOf, type CaseDeadline, type CaseFile, type Draft } from "./case.ts";
import type { Happening, StartedDeadline } from "./events.ts";

/** What periods are counted with. */
export interface Clockwork {
  readonly types: ReadonlyMap<string, DocumentType>;
  readonly tenant: Tenant;
  /** Asked only where a period is counted. */
  readonly holidays: () => HolidayTables;
}

/**
 * What must happen so that the periods of a case are those its documents start: begun, begun anew after their day
 * was corrected, or dropped after it was taken back. Nothing when they are already; a period that was met stays.
 */
export function deadlineChanges(file: CaseFile, clockwork: Clockwork): Happening[] {
  const wanted = file.documents.flatMap((draft) => startedBy(file, draft, clockwork));
  const begun = wanted.filter(
    (each) =>
      !isKept(
        file.deadlines.find(({ id }) => id === each.id),
        each,
      ),
  );
  const dropped = file.deadlines.filter(
    ({ id, metOn }) => metOn === null && wanted.every((each) => each.id !== id),
  );
  return [
    ...begun.map((deadline): Happening => ({ kind: "deadlineStarted", deadline })),
    ...dropped.map(({ id }): Happening => ({ kind: "deadlineDropped", deadline: id })),
  ];
}

/** Periods that began, or began anew, between two states of a case. */
export const startedSince = (before: CaseFile, after: CaseFile): readonly CaseDeadline[] =>
  after.deadlines.filter((each) => {
    const former = before.deadlines.find(({ id }) => id === each.id);
    return former?.from !== each.from || former.due !== each.due;
  });

const isKept = (kept: CaseDeadline | undefined, wanted: StartedDeadline): boolean =>
  kept !== undefined && (kept.metOn !== null || (kept.from === wanted.from && kept.due === wanted.due));

function startedBy(file: CaseFile, draft: Draft, clockwork: Clockwork): StartedDeadline[] {
  if (draft.issued === null) return [];
  const facts = factsOf(file, draft);
  const starts = clockwork.types.get(draft.type)?.starts ?? [];
  return starts.flatMap(({ deadline: kind, from: field, when }) => {
    const from = dayIn(facts[field]);
    const isStarted = from !== null && (when === undefined || holds(when, facts, clockwork.tenant));
    if (!isStarted) return [];
    const base = { id: `${draft.id}:${kind}`, kind, document: draft.id, field, from };
    return [{ ...base, ...countedFrom(kind, from, clockwork.holidays()) }];
  });
}

const DAY_CHARS = "2026-11-24".length;

/** The day, or moment, that a fact names; null where it names none. */
function dayIn(fact: Fact | undefined): string | null {
  const value = fact?.value;
  if (fact?.kind === "date" || fact?.kind === "moment") return String(value);
  const isSpan = typeof value === "object" && "from" in value;
  return isSpan ? value.from : null;
}

type Counted = Pick<StartedDeadline, "due" | "safe" | "bound" | "name" | "article" | "reason">;

/** The end of a period; without a day, but with the reason, where no table or text tells it. */
export function countedFrom(kind: string, from: string, holidays: HolidayTables): Counted {
  const period = PERIODS.find((each) => each.kind === kind);
  const start = period?.unit === "hour" ? from : from.slice(0, DAY_CHARS);
  try {
    const { due, safe = null, bound, name, article } = computeDeadline(kind, { from: start }, holidays);
    return { due, safe, bound, name, article, reason: null };
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    return {
      due: null,
      safe: null,
      bound: period?.bound ?? null,
      name: period?.name ?? { zh: kind, en: kind },
      article: "",
      reason: error.detail.forUser,
    };
  }
}

/** A period for the list of today; one that had no day is counted again, since a table may have come meanwhile. */
export function dueOn(
  today: string,
  file: CaseFile,
  kept: CaseDeadline,
  holidays: HolidayTables,
): DueDeadline {
  const counted = kept.due === null ? countedFrom(kept.kind, kept.from, holidays) : {};
  const deadline = { ...kept, ...counted };
  const daysLeft = deadline.due === null ? null : daysBetween(today, deadline.due.slice(0, DAY_CHARS));
  return { ...deadline, caseId: file.id, title: titleOf(file), daysLeft };
}

/** The first due first, those without a day last. */
export const byDue = (one: DueDeadline, other: DueDeadline): number => {
  if (one.due === null || other.due === null) return Number(one.due === null) - Number(other.due === null);
  return one.due < other.due ? -1 : Number(one.due > other.due);
};
