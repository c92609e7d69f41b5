import type { CaseDocument, CaseView } from "../../case-view.ts";
import { valueOf } from "../../facts/fact.ts";
import { documentsOf, factIn, placesOf } from "./facts.ts";

/** A step of the case with its day and the place that says so. */
export interface Event {
  readonly stage: Stage;
  readonly day: string;
  readonly where: string;
}

export type Stage =
  | "act"
  | "found"
  | "filing"
  | "inspection"
  | "interview"
  | "report"
  | "review"
  | "discussion"
  | "notice"
  | "hearing"
  | "decision"
  | "service"
  | "payment"
  | "closing";

const DAY_LENGTH = 10;

/** Fields that give the day of a step, the best first. */
const FIELDS: readonly (readonly [Stage, string])[] = [
  ["act", "acted_on"],
  ["found", "found_on"],
  ["filing", "filed_on"],
  ["report", "reported_on"],
  ["review", "reviewed_on"],
  ["discussion", "discussed_on"],
  ["notice", "notice_served_on"],
  ["hearing", "hearing_held_on"],
  ["decision", "decided_on"],
  ["service", "served_on"],
  ["payment", "paid_on"],
  ["closing", "closed_on"],
];

/** Dates of documents that stand in for a step whose own field says nothing. */
const DATED: readonly (readonly [Stage, string, string])[] = [
  ["filing", "case-filing", "approved_on"],
  ["report", "final-report", "document_date"],
  ["notice", "penalty-notice", "document_date"],
  ["decision", "penalty-decision", "document_date"],
  ["decision", "no-penalty-decision", "document_date"],
  ["decision", "spot-penalty", "document_date"],
  ["closing", "case-closing", "approved_on"],
];

/** Every dated step of the case, all places kept: a field that two documents date differently gives two events. */
export function eventsOf(view: CaseView): readonly Event[] {
  const told = FIELDS.flatMap(([stage, field]) =>
    placesOf(view, field, "date").map(({ value, where }) => ({ stage, day: value, where })),
  );
  const dated = DATED.flatMap(([stage, type, field]) =>
    told.some((event) => event.stage === stage)
      ? []
      : documentsOf(view, type).flatMap(({ facts, type: { name } }) => {
          const day = valueOf(facts, field, "date");
          return day === undefined ? [] : [{ stage, day, where: `${name.zh} · ${field}` }];
        }),
  );
  return [...told, ...dated, ...records(view, "inspection"), ...records(view, "interview"), ...moments(view)];
}

function records(view: CaseView, stage: "inspection" | "interview"): readonly Event[] {
  return placesOf(view, `${stage}_time`, "span").map(({ value, where }) => ({
    stage,
    day: value.from.slice(0, DAY_LENGTH),
    where,
  }));
}

const MOMENTS: readonly (readonly [Stage, string, string])[] = [
  ["act", "acted_at", "acted_on"],
  ["service", "served_at", "served_on"],
];

/** Steps told to the minute, where no day of their own is told. */
const moments = (view: CaseView): readonly Event[] =>
  MOMENTS.flatMap(([stage, field, better]) =>
    factIn(view, better, "date") !== undefined
      ? []
      : placesOf(view, field, "moment")
          .filter(({ document }) => field !== "served_at" || isOfDecision(document))
          .map(({ value, where }) => ({ stage, day: value.slice(0, DAY_LENGTH), where })),
  );

/** A receipt may be for a notice or an order; only the decision's dates its service. */
const isOfDecision = (document: CaseDocument | null): boolean => {
  const served = document ? valueOf(document.facts, "served_documents", "references") : undefined;
  return served === undefined || served.some(({ name }) => name.includes("决定书"));
};

/** The day of a step, the first one told; undefined where nobody says. */
export const dayOfStage = (view: CaseView, stage: Stage): string | undefined =>
  eventsOf(view).find((event) => event.stage === stage)?.day;
