import type { Principal } from "../../core/principal.ts";
import type { HolidayTables } from "../../calendar/holidays/tables.ts";
import type { Composed } from "../../documents/composed.ts";
import type { Fact } from "../../documents/facts/fact.ts";
import type { Finding } from "../../documents/finding.ts";
import type { Tenant } from "../../documents/tenant.ts";
import type { DocumentType } from "../../documents/types/document-type.ts";
import type { CaseSummary } from "../../store/cases.ts";
import type { CaseDeadline, CaseFile, DraftState } from "./case.ts";

/** What the case files need to know; all of it values, so that tests own time and names. */
export interface CasesOptions {
  /** Whose cases and numbers these are. */
  readonly tenant: Tenant;
  readonly types: ReadonlyMap<string, DocumentType>;
  readonly holidays: () => HolidayTables;
  /** The words of a document, for versions and differences. */
  readonly plainOf: (composed: Composed) => string;
  /**
   * Under which name the institution knows a person, as its roster says. Two accounts with one name are one person:
   * nobody approves from the phone what he drafted at the desk.
   */
  readonly nameOf?: (principal: Principal) => string | undefined;
  readonly now?: () => number;
  /** How long an approval counts after it was given; by default until the draft changes. */
  readonly approvalLastsMs?: number;
}

/** A document of a case, by the person who speaks. */
export interface Where {
  readonly caseId: string;
  /** `d1` */
  readonly document: string;
  readonly by: Principal;
}

/** What can be done with a document; `approve` is asked first, see `askApproval`. */
export type Possible =
  "edit" | "submit" | "review" | "return" | "approve" | "override" | "issue" | "signOff" | "serve" | "close";

/** A period as the list shows it. */
export interface DueDeadline extends CaseDeadline {
  readonly caseId: string;
  readonly title: string;
  /** Days from today to the day it is due; negative when it is over, null when that cannot be computed. */
  readonly daysLeft: number | null;
}

/**
 * The case files as the conversation uses them. Every method throws `case.unknown` (no such case, or not for this
 * person), `case.state` (not now), `access.denied` (not this person), `case.moved` (others changed it meanwhile),
 * each with a sentence in both languages. Each returns the case as it stands afterwards.
 */
export interface Cases {
  /** Begins a document: in a case that is there, or with a new one. The conversation then looks at it. */
  begin(given: {
    readonly type: string;
    readonly by: Principal;
    readonly conversation: string;
    readonly caseId?: string;
    /** What the case is called, where it is new: a cause, a party, a subject. */
    readonly title?: string;
  }): Promise<{ readonly file: CaseFile; readonly document: string }>;
  /** Sets and withdraws facts; those of the type's `case` scope go to all documents. Equal values change nothing. */
  setFacts(
    given: Where & { readonly set?: Readonly<Record<string, Fact>>; readonly withdraw?: readonly string[] },
  ): Promise<CaseFile>;
  /** Keeps a draft as its next version; `factsRevision` is that of the draft it was composed from. */
  compose(
    given: Where & {
      readonly composed: Composed;
      readonly findings: readonly Finding[];
      readonly factsRevision: number;
    },
  ): Promise<CaseFile>;
  /**
   * Hands the newest version to review. A legal review must pass before approval (行政处罚法 58) where `needsReview` or
   * the fact `needs_legal_review` says so.
   */
  submit(
    given: Where & {
      readonly needsReview?: boolean;
      /** Findings of the rules run again just now. */
      readonly findings?: readonly Finding[];
    },
  ): Promise<CaseFile>;
  /** A reviewer's yes to this version. */
  review(given: Where & { readonly comment?: string }): Promise<CaseFile>;
  /** Sends it back to its author; the comment must say why. */
  return(given: Where & { readonly comment: string }): Promise<CaseFile>;
  /** Asks an approver to confirm this very version within ten minutes. */
  askApproval(given: Where): Promise<CaseFile>;
  /** The approver's confirmed yes: only after `askApproval` by the same person, for the same version, in time. */
  approve(given: Where): Promise<CaseFile>;
  /** An approver answers by name for a blocking finding: all of this rule in the newest version. */
  override(
    given: Where & {
      readonly rule: string;
      readonly reason: string;
      /** Findings of the rules run again just now; those of the newest version by default. */
      readonly findings?: readonly Finding[];
    },
  ): Promise<CaseFile>;
  /**
   * Issues what was approved, with its number, dated `on` (today in China by default); starts legal periods.
   * `finish` writes the number into the document; only lines with the number in them may differ from what was approved.
   */
  issue(
    given: Where & {
      readonly on?: string;
      /** Findings of the rules run again just now. */
      readonly findings?: readonly Finding[];
      readonly finish?: (approved: Composed, number: string) => Composed;
    },
  ): Promise<{
    readonly file: CaseFile;
    readonly number: string | null;
    readonly started: readonly CaseDeadline[];
  }>;
  /** A person has finalised the newest version: the label of machine-made text goes, until the draft changes. */
  signOff(given: Where): Promise<CaseFile>;
  /** Records service; periods that start from it begin. */
  serve(
    given: Where & { readonly on: string; readonly method: string },
  ): Promise<{ readonly file: CaseFile; readonly started: readonly CaseDeadline[] }>;
  /** A period was kept: `2026-0147`, `d2:fine-payment`. */
  meet(given: {
    readonly caseId: string;
    readonly deadline: string;
    readonly on: string;
    readonly by: Principal;
  }): Promise<CaseFile>;
  close(given: {
    readonly caseId: string;
    readonly by: Principal;
    readonly reason: string;
  }): Promise<CaseFile>;
  read(caseId: string, by: Principal): Promise<CaseFile>;
  /** What this person may do with a document just now, for buttons. */
  possible(file: CaseFile, document: string, by: Principal): readonly Possible[];
  /** The case and document a room or thread looks at; null for none. */
  current(
    conversation: string,
    by: Principal,
  ): Promise<{ readonly file: CaseFile; readonly document: string | null } | null>;
  /** Turns a room or thread to a case, or away from it. */
  turnTo(
    conversation: string,
    by: Principal,
    to: { readonly caseId: string; readonly document: string | null } | null,
  ): Promise<void>;
  /** Cases this person may see, the last changed first. */
  list(given: {
    readonly by: Principal;
    readonly state?: DraftState | "open";
    readonly limit?: number;
  }): Promise<readonly CaseSummary[]>;
  /** Periods that run in cases this person may see, the first due first. */
  due(given: { readonly by: Principal; readonly today: string }): Promise<readonly DueDeadline[]>;
  /** Everything about a case with all sources, as plain JSON. */
  export(caseId: string, by: Principal): Promise<Readonly<Record<string, unknown>>>;
}
