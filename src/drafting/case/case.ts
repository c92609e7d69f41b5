import type { Words } from "../../core/language.ts";
import type { Composed } from "../../documents/composed.ts";
import type { Facts } from "../../documents/facts/fact.ts";
import type { Finding } from "../../documents/finding.ts";
import type { Person, StartedDeadline } from "./events.ts";

/** From the first words to the archive; a return leads back to `draft`. */
export const DRAFT_STATES = ["draft", "legal_review", "approved", "issued", "closed"] as const;

export type DraftState = (typeof DRAFT_STATES)[number];

/** A document as it was composed once. */
export interface Version {
  /** From 1. */
  readonly version: number;
  readonly atMs: number;
  readonly by: Person;
  readonly factsRevision: number;
  /** The facts it was made from: the case's with its own on top. */
  readonly facts: Facts;
  readonly composed: Composed;
  readonly text: string;
  /** SHA-256 of what it says; approvals and sign-offs are bound to it. */
  readonly hash: string;
  readonly findings: readonly Finding[];
}

/** A yes to exactly one version. */
export interface Consent {
  readonly by: Person;
  readonly atMs: number;
  readonly version: number;
  readonly hash: string;
}

/** A question to one person that can be answered for a while. */
export interface Question extends Consent {
  readonly untilMs: number;
}

export interface Approval extends Consent {
  readonly untilMs: number | null;
}

/** A blocking finding that somebody answers for. */
export interface Override {
  readonly finding: string;
  readonly rule: string;
  readonly reason: string;
  readonly by: Person;
  readonly atMs: number;
}

export interface Remark {
  readonly version: number;
  readonly comment: string;
  readonly by: Person;
  readonly atMs: number;
}

/** A document on its way. */
export interface Draft {
  /** `d1`, `d2` … within its case. */
  readonly id: string;
  readonly type: string;
  readonly name: Words;
  readonly fields: readonly string[];
  readonly state: DraftState;
  readonly begunBy: Person;
  /** Everybody who put words into it; none of them may review or approve it. */
  readonly authors: readonly Person[];
  /** What belongs to this document alone. */
  readonly own: Facts;
  /** Rises with every fact it is made of. */
  readonly factsRevision: number;
  readonly versions: readonly Version[];
  readonly submitted: (Consent & { readonly needsReview: boolean }) | null;
  readonly review: Consent | null;
  /** Who was asked to confirm an approval, the last question of each person. */
  readonly questions: readonly Question[];
  readonly approval: Approval | null;
  readonly overrides: readonly Override[];
  readonly returns: readonly Remark[];
  readonly issued: {
    readonly by: Person;
    readonly atMs: number;
    readonly on: string;
    readonly number: string | null;
    readonly composed: Composed;
    readonly text: string;
    readonly hash: string;
  } | null;
  /** Once a person has finalised this very version, the label of machine-made text goes. */
  readonly signOff: Consent | null;
  /** The last time it was served. */
  readonly served: { readonly on: string; readonly method: string; readonly by: Person } | null;
}

/** A legal period with whether it was met. */
export interface CaseDeadline extends StartedDeadline {
  readonly metOn: string | null;
}

/** A case as it stands: what its events come to. */
export interface CaseFile {
  /** `2026-0147` */
  readonly id: string;
  readonly tenant: string;
  readonly title: string;
  /** How many events there are. */
  readonly revision: number;
  readonly state: "open" | "closed";
  readonly openedMs: number;
  readonly people: readonly Person[];
  /** Facts that all its documents share. */
  readonly facts: Facts;
  readonly documents: readonly Draft[];
  readonly deadlines: readonly CaseDeadline[];
  readonly closed: { readonly by: Person; readonly atMs: number; readonly reason: string } | null;
}

/** The newest version of a document, or undefined before the first. */
export const latestOf = (draft: Draft): Version | undefined => draft.versions.at(-1);

/** The facts a document is made of: the case's with its own on top. */
export const factsOf = (file: CaseFile, draft: Draft): Facts => ({ ...file.facts, ...draft.own });
