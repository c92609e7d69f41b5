import type { CaseDocument, CaseView } from "../../case-view.ts";
import { valueOf, type Facts } from "../../facts/fact.ts";
import type { Kind, ValueOf } from "../../facts/kinds.ts";

/** A value with the document it stands in; null where it belongs to the case. */
export interface Placed<K extends Kind> {
  readonly value: ValueOf<K>;
  readonly document: CaseDocument | null;
  readonly where: string;
}

/** The value that counts for the case: the subject's, the case's, else the first document's that has one. */
export function factIn<K extends Kind>(view: CaseView, name: string, kind: K): ValueOf<K> | undefined {
  const sources: readonly Facts[] = [
    ...(view.subject ? [view.subject.facts] : []),
    view.facts,
    ...view.documents.map(({ facts }) => facts),
  ];
  for (const facts of sources) {
    const value = valueOf(facts, name, kind);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Every place where a field has a value: the case itself first, then documents that say it themselves. */
export function placesOf<K extends Kind>(view: CaseView, name: string, kind: K): readonly Placed<K>[] {
  const shared = valueOf(view.facts, name, kind);
  const own = view.documents.flatMap((document): readonly Placed<K>[] => {
    const value = valueOf(document.own, name, kind);
    // a flat case file is one document whose own facts are the case's
    if (value === undefined || isSame(value, shared)) return [];
    return [{ value, document, where: placeName(document, name) }];
  });
  return shared === undefined ? own : [{ value: shared, document: null, where: name }, ...own];
}

/** True for values that say the same; values are plain JSON in the order of their schema. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** `行政处罚决定书 · party`. */
export const placeName = (document: CaseDocument | null, name: string): string =>
  document ? `${document.type.name.zh} · ${name}` : name;

/** True when the officer said yes to this question, or gave no answer but the words of one. */
export const isYes = (view: CaseView, name: string): boolean => factIn(view, name, "answer")?.yes === true;

/** True only when the officer said no; an answer that was not given is neither. */
export const isNo = (view: CaseView, name: string): boolean => factIn(view, name, "answer")?.yes === false;

/** Documents of these types. */
export const documentsOf = (view: CaseView, ...types: readonly string[]): readonly CaseDocument[] =>
  view.documents.filter(({ type }) => types.includes(type.id));

/** True when one document is asked about and it is of one of these types. */
export const isSubject = (view: CaseView, ...types: readonly string[]): boolean =>
  view.subject !== null && types.includes(view.subject.type.id);

/** True when a penalty is being imposed, or was: a decision among the documents, or its day is known. */
export const hasDecision = (view: CaseView): boolean =>
  documentsOf(view, "penalty-decision").length > 0 ||
  (factIn(view, "decided_on", "date") !== undefined &&
    documentsOf(view, "no-penalty-decision", "spot-penalty").length === 0);
