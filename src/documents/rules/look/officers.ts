import type { CaseDocument, CaseView } from "../../case-view.ts";
import { valueOf } from "../../facts/fact.ts";
import type { Officer } from "../../facts/kinds.ts";
import { placeName } from "./facts.ts";

/** Officers who act in one document, with the place that names them. */
export interface Team {
  readonly officers: readonly Officer[];
  readonly document: CaseDocument | null;
  readonly where: string;
}

/** Documents that two officers must sign: records, measures, reports and decisions (行政处罚法 42, 55). */
export const SIGNED_BY_TWO: readonly string[] = [
  "inspection-record",
  "interview-record",
  "case-filing",
  "correction-order",
  "evidence-preservation",
  "final-report",
  "penalty-decision",
  "no-penalty-decision",
  "spot-penalty",
];

/** The officers of each document that two must sign; those of the case where there is no such document. */
export function teamsOf(view: CaseView): readonly Team[] {
  const documents = view.documents.filter(({ type }) => SIGNED_BY_TWO.includes(type.id));
  const teams = documents.flatMap((document): readonly Team[] => {
    const officers = officersOf(document);
    return officers === null ? [] : [{ officers, document, where: placeName(document, "officers") }];
  });
  const shared = valueOf(view.facts, "officers", "officers");
  if (teams.length > 0 || shared === undefined) return teams;
  return [{ officers: shared, document: null, where: "officers" }];
}

/** Officers of a document with the recorder of an interview, who is one of them; null where none are named. */
export function officersOf(document: CaseDocument): readonly Officer[] | null {
  const officers = valueOf(document.facts, "officers", "officers");
  if (officers === undefined) return null;
  const recorder = document.type.id === "interview-record" && valueOf(document.facts, "recorder", "person");
  if (!recorder || officers.some(({ name }) => name === recorder.name)) return officers;
  return [...officers, { name: recorder.name }];
}

/** Everybody who investigates the case, by name. */
export function investigators(view: CaseView): ReadonlySet<string> {
  const documents = view.documents.flatMap((document) => officersOf(document) ?? []);
  const shared = valueOf(view.facts, "officers", "officers") ?? [];
  return new Set([...shared, ...documents].map(({ name }) => name));
}
