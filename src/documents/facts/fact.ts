import type { FactValue, Kind, ValueOf } from "./kinds.ts";

/** Where a value comes from: the words it was read in, so that a person can check it. */
export interface FactSource {
  readonly kind: "message" | "upload" | "roster" | "tenant" | "file" | "document" | "calendar" | "law";
  /** A short name for the place: `消息 2`, `人员名册`, a file's name. */
  readonly ref: string;
  /** The very words, as far as there are any. */
  readonly words?: string;
}

/** One typed value of a case with its source. */
export interface Fact<K extends Kind = Kind> {
  readonly kind: K;
  readonly value: ValueOf<K>;
  readonly sources: readonly FactSource[];
}

/** Facts by field name; names are those of `fields.yaml` and of the document types. */
export type Facts = Readonly<Record<string, Fact>>;

/** The value of a field if it is there and of this kind. */
export function valueOf<K extends Kind>(facts: Facts, name: string, kind: K): ValueOf<K> | undefined {
  const fact = facts[name];
  return fact !== undefined && isKind(fact, kind) ? fact.value : undefined;
}

const isKind = <K extends Kind>(fact: Fact, kind: K): fact is Fact<K> => fact.kind === kind;

/** A fact of this kind; the caller has checked the value against its schema. */
export const factOf = <K extends Kind>(kind: K, value: ValueOf<K>, ...sources: FactSource[]): Fact<K> => ({
  kind,
  value,
  sources,
});

export type { FactValue };
