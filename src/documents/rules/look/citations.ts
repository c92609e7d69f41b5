import type { Citation } from "../../../statutes/cite/citation.ts";
import { claimOf } from "../../../statutes/cite/claim.ts";
import type { CaseView } from "../../case-view.ts";
import { dayOfAct, dayOfCiting } from "./laws.ts";
import { documentWords } from "./words.ts";
import { placesOf } from "./facts.ts";

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
    placesOf(view, field, "laws").flatMap(({ value, where }) =>
      value.flatMap(({ cite, quote }) => {
        const text = quote === undefined ? cite : `${cite}规定：“${quote}”`;
        if (done.has(text)) return [];
        done.add(text);
        return check(view, text).map((citation) => ({ citation, where }));
      }),
    ),
  );
}

const inWords = (view: CaseView): readonly PlacedCitation[] =>
  documentWords(view).flatMap(({ text, where, document }) =>
    check(view, text)
      // around a citation in a fixed text stand our own sentences, which say nothing of what it is used for
      .filter(({ status }) => status !== "does_not_say_so" || document?.isComposed !== true)
      .map((citation) => ({ citation, where })),
  );

function check(view: CaseView, text: string): readonly Citation[] {
  const actOn = dayOfAct(view);
  const on = dayOfCiting(view);
  // an act dated after the citing day is the business of the rule on order
  const days = actOn === undefined || actOn > on ? { on } : { on, actOn };
  return view.statutes.cite(text, days).citations;
}

/** True for rules of a place or a ministry that no national ledger holds: they cannot be judged here. */
export const isBeyondLedger = ({ status, law }: Citation): boolean =>
  status === "unknown_law" && ["local", "ministry", "internal", "other", "none"].includes(claimOf(law));
