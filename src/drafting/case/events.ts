import type { Words } from "../../core/language.ts";
import type { Role } from "../../core/principal.ts";
import type { Composed } from "../../documents/composed.ts";
import type { Fact } from "../../documents/facts/fact.ts";
import type { Finding } from "../../documents/finding.ts";

/** Who did something, as it is kept: the platform's id, and the name under which the institution knows the person. */
export interface Person {
  /** `platform:account:user` */
  readonly id: string;
  /** Empty where the institution does not know the person by name. */
  readonly name: string;
  /** The roles that counted at that moment. */
  readonly roles: readonly Role[];
}

/** A legal period that a document started. Days are YYYY-MM-DD, moments YYYY-MM-DDTHH:MM. */
export interface StartedDeadline {
  /** `d2:fine-payment`: one of a kind for each document. */
  readonly id: string;
  /** A kind of `bangban deadline`. */
  readonly kind: string;
  readonly document: string;
  /** The fact it runs from, and that fact's value. */
  readonly field: string;
  readonly from: string;
  /** Null where it cannot be computed; `reason` says why. */
  readonly due: string | null;
  /** The last working day up to `due`, for a period that binds the agency. */
  readonly safe: string | null;
  readonly bound: "agency" | "party" | null;
  readonly name: Words;
  readonly article: string;
  readonly reason: Words | null;
}

/** What can happen in a case. */
export type Happening =
  | { readonly kind: "opened"; readonly tenant: string; readonly title: string }
  | {
      readonly kind: "begun";
      readonly document: string;
      readonly type: string;
      readonly name: Words;
      /** The facts it is made of. */
      readonly fields: readonly string[];
    }
  | {
      readonly kind: "facts";
      /** The document they belong to; null for those that all documents share. */
      readonly document: string | null;
      readonly set: Readonly<Record<string, Fact>>;
      readonly withdrawn: readonly string[];
    }
  | {
      readonly kind: "composed";
      readonly document: string;
      readonly version: number;
      /** The revision of the facts it was made from. */
      readonly factsRevision: number;
      readonly composed: Composed;
      readonly text: string;
      readonly hash: string;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: "submitted";
      readonly document: string;
      readonly version: number;
      readonly hash: string;
      /** 行政处罚法 58: a legal review must pass before it may be approved. */
      readonly needsReview: boolean;
    }
  | {
      readonly kind: "reviewed";
      readonly document: string;
      readonly version: number;
      readonly hash: string;
      readonly comment: string;
    }
  | {
      readonly kind: "returned";
      readonly document: string;
      readonly version: number;
      readonly comment: string;
    }
  | {
      /** An approver was shown this version and asked to confirm. */
      readonly kind: "asked";
      readonly document: string;
      readonly version: number;
      readonly hash: string;
      readonly untilMs: number;
    }
  | {
      readonly kind: "approved";
      readonly document: string;
      readonly version: number;
      readonly hash: string;
      /** After this it no longer counts; null for one that lasts until the draft changes. */
      readonly untilMs: number | null;
    }
  | {
      readonly kind: "overridden";
      readonly document: string;
      /** What was overridden, see `findingKey`. */
      readonly finding: string;
      readonly rule: string;
      readonly reason: string;
    }
  | {
      readonly kind: "issued";
      readonly document: string;
      readonly version: number;
      readonly approvedHash: string;
      readonly number: string | null;
      readonly on: string;
      /** As it goes out, with its number. */
      readonly composed: Composed;
      readonly text: string;
      readonly hash: string;
    }
  | {
      readonly kind: "signedOff";
      readonly document: string;
      readonly version: number;
      readonly hash: string;
    }
  | {
      readonly kind: "served";
      readonly document: string;
      /** YYYY-MM-DD or YYYY-MM-DDTHH:MM */
      readonly on: string;
      readonly method: string;
    }
  | { readonly kind: "deadlineStarted"; readonly deadline: StartedDeadline }
  /** What it ran from was taken back. */
  | { readonly kind: "deadlineDropped"; readonly deadline: string }
  | { readonly kind: "deadlineMet"; readonly deadline: string; readonly on: string }
  | { readonly kind: "closed"; readonly reason: string };

export type HappeningKind = Happening["kind"];

/** Something that happened, with when and by whom. */
export type CaseEvent = Happening & { readonly atMs: number; readonly by: Person };

/** One kind of event. */
export type EventOf<Kind extends HappeningKind> = Extract<CaseEvent, { readonly kind: Kind }>;
