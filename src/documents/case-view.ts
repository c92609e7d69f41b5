import type { Day } from "../calendar/day.ts";
import type { HolidayTables } from "../calendar/holidays/tables.ts";
import type { Statutes } from "../statutes/statutes.ts";
import type { Facts } from "./facts/fact.ts";
import type { DocumentType } from "./types/document-type.ts";
import type { Tenant } from "./tenant.ts";

/** One document of a case as the rules see it: a draft with facts, or a finished text with what was read from it. */
export interface CaseDocument {
  readonly type: DocumentType;
  /** The case's facts with the document's own on top. */
  readonly facts: Facts;
  /** Only what belongs to this document. */
  readonly own: Facts;
  readonly number: string | null;
  /** Its words, where they are at hand: composed or read from a file. */
  readonly text: string;
  /** The words were composed from these facts, so they say nothing that the facts do not. */
  readonly isComposed?: true;
}

/** Everything that rules may look at; nothing else. */
export interface CaseView {
  readonly documents: readonly CaseDocument[];
  /** The document being drafted or checked, among `documents`; null when a whole case is checked. */
  readonly subject: CaseDocument | null;
  /** Facts shared by all documents. */
  readonly facts: Facts;
  readonly tenant: Tenant;
  readonly today: Day;
  readonly statutes: Statutes;
  readonly holidays: HolidayTables;
}
