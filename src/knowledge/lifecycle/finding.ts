import type { Words } from "../../core/language.ts";

export const FINDING_KINDS = ["conflict", "expired", "superseded", "review", "duplicate", "draft"] as const;

/** What may be wrong with a text that was right once. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that somebody should look at: where it is, what it is, what to do. */
export interface Finding {
  readonly kind: FindingKind;
  readonly collection: string;
  readonly file: string;
  readonly passage?: string;
  /** The text that says the same, or something else. */
  readonly other?: { readonly file: string; readonly passage: string };
  readonly detail: Words;
  readonly remedy: Words;
}

/** What was found, a few of each kind; `counts` are of all of them. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<FindingKind, number>>;
  /** Passages that were compared with each other. */
  readonly compared: number;
  /** Collections too large to be compared passage by passage. */
  readonly leftOut: readonly string[];
}

const SHOWN_OF_A_KIND = 20; // what an operator looks at in one sitting; the counts tell how much there is

/** The first few findings of each kind, and how many there are of each. */
export function bounded(all: readonly Finding[], compared: number, leftOut: readonly string[]): Findings {
  const byKind = Map.groupBy(all, ({ kind }) => kind);
  const of = (kind: FindingKind): readonly Finding[] => byKind.get(kind) ?? [];
  return {
    findings: FINDING_KINDS.flatMap((kind) => of(kind).slice(0, SHOWN_OF_A_KIND)),
    counts: {
      conflict: of("conflict").length,
      expired: of("expired").length,
      superseded: of("superseded").length,
      review: of("review").length,
      duplicate: of("duplicate").length,
      draft: of("draft").length,
    },
    compared,
    leftOut,
  };
}
