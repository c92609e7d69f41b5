import type { Citation } from "../../../statutes/cite/citation.ts";
import { claimOf } from "../../../statutes/cite/claim.ts";
import type { CaseDocument, CaseView } from "../../case-view.ts";
import { dayOfAct, dayOfCiting } from "./laws.ts";
import { documentWords, factWords } from "./words.ts";
import { placesOf } from "./facts.ts";
import { dayOfStage } from "./stages.ts";

/** A citation with the place it stands in. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly where: string;
}

const LAW_FIELDS = ["violated", "penalty_basis", "suspected"] as const;

const known = new WeakMap<CaseView, readonly PlacedCitation[]>();

/** Every citation of the case, from its law fields and the documents' words, checked once for a view. */
export function citationsOf(view: CaseView): readonly PlacedCitation[] {
  const before = known.get(view);
  if (before) return before;
  const found = [...inFields(view), ...inWords(view)];
  known.set(view, found);
  return found;
}

function inFields(view: CaseView): readonly PlacedCitation[] {
  const done = new Set<string>();
  return LAW_FIELDS.flatMap((field) =>
    placesOf(view, field, "laws").flatMap(({ value, where, document }) =>
      value.flatMap(({ cite, quote }) => {
        const text = quote === undefined ? cite : `${cite}规定：“${quote}”`;
        if (done.has(text)) return [];
        done.add(text);
        return check(view, text, document).map((citation) => ({ citation, where }));
      }),
    ),
  );
}

const CITES = /第.{1,8}条/;
const CASUAL = new Set<string | null>([...LAW_FIELDS, "dialogue", "party_opinion"]);

/** Texts that people wrote, whole; of what was composed here only the facts that cite. */
function inWords(view: CaseView): readonly PlacedCitation[] {
  const finished = documentWords(view).filter(({ document }) => document?.isComposed !== true);
  const told = factWords(view).filter(({ text, field }) => !CASUAL.has(field) && CITES.test(text));
  return [...finished, ...told].flatMap(({ text, where, document }) =>
    check(view, text, document).map((citation) => ({ citation, where })),
  );
}

function check(view: CaseView, text: string, document: CaseDocument | null): readonly Citation[] {
  // what was found on a day had been done by then
  const actOn = dayOfAct(view) ?? dayOfStage(view, "found") ?? dayOfStage(view, "inspection");
  const on = dayOfCiting(view, document);
  // an act dated after the citing day is the business of the rule on order
  const days = actOn === undefined || actOn > on ? { on } : { on, actOn };
  return view.statutes.cite(text, days).citations;
}

/** True for rules of a place or a ministry that no national ledger holds: they cannot be judged here. */
export const isBeyondLedger = ({ status, law }: Citation): boolean =>
  status === "unknown_law" && ["local", "ministry", "internal", "other", "none"].includes(claimOf(law));
