import type { Words } from "../../core/language.ts";
import type { CaseView } from "../case-view.ts";
import type { Severity } from "../finding.ts";

/** What a rule found; severity and article are the rule's own unless it says otherwise here. */
export interface Found {
  readonly where: string;
  readonly message: Words;
  readonly fix?: Words;
  readonly severity?: Severity;
  readonly article?: string;
}

/** One rule over a case: pure, and silent about what the case does not say. */
export interface Rule {
  /** C01–C30 for the conduct of a case, F01 and on for the form of documents. */
  readonly id: string;
  readonly severity: Severity;
  /** The article or clause it stands on. */
  readonly article: string;
  readonly title: Words;
  readonly check: (view: CaseView) => readonly Found[];
}

/** A sentence in both languages, Chinese first. */
export const say = (zh: string, en: string): Words => ({ zh, en });
