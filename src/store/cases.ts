/** A run of numbers without gaps: one for each institution, pattern and year. */
export interface DocumentSeries {
  readonly tenant: string;
  /** `云市监罚决〔{year}〕{serial}号`: types that share a pattern share its numbers. */
  readonly pattern: string;
  readonly year: number;
}

/** One thing that happened in a case; what is in the body is the drafting desk's business. */
export interface StoredCaseEvent {
  readonly kind: string;
  readonly atMs: number;
  /** Who did it, `platform:account:user`. */
  readonly by: string;
  /** JSON. */
  readonly body: string;
}

/** An event in its place: the first of a case is 1, and the last one's place is the case's revision. */
export interface PlacedCaseEvent extends StoredCaseEvent {
  readonly seq: number;
}

/** A document of a case, as far as it is searched for. */
export interface CardDocument {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly number: string | null;
}

/** A legal period of a case, as far as it is searched for. */
export interface CardDeadline {
  readonly id: string;
  /** YYYY-MM-DD, with THH:MM for a period in hours; null where no table tells. */
  readonly due: string | null;
  readonly isOpen: boolean;
}

/** By what a case is found; follows from its events and is replaced with every change. */
export interface CaseCard {
  readonly tenant: string;
  readonly title: string;
  readonly state: string;
  readonly people: readonly string[];
  readonly documents: readonly CardDocument[];
  readonly deadlines: readonly CardDeadline[];
}

/** A place of talk that looks at a case now, and at which document of it. */
export interface CaseFocus {
  readonly conversation: string;
  readonly document: string | null;
}

/** What is written together or not at all. */
export interface CaseChange {
  readonly caseId: string;
  /** The revision the events were made from; 0 for a case that begins. */
  readonly expected: number;
  readonly events: readonly StoredCaseEvent[];
  readonly card: CaseCard;
  /** Lines of the chained record: they reach the disk in the same commit as the events. */
  readonly audit: readonly { readonly kind: string; readonly body: string; readonly atMs: number }[];
  readonly focus?: CaseFocus;
}

/** A case as a list shows it. */
export interface CaseSummary extends CaseCard {
  readonly caseId: string;
  readonly revision: number;
  readonly openedMs: number;
  readonly changedMs: number;
}

/** Which cases a list holds; every condition given must hold. */
export interface CaseQuery {
  readonly tenant?: string;
  /** Who took part. */
  readonly person?: string;
  /** State of the case, or of one of its documents. */
  readonly state?: string;
  readonly conversation?: string;
  /** At most so many, the last changed first. */
  readonly limit: number;
}

/** A period that runs. */
export interface OpenDeadline extends CardDeadline {
  readonly caseId: string;
}

/**
 * Case files: an append-only list of events each, and the numbers of documents.
 *
 * A write has reached the disk when its promise resolves. `forget` of a conversation leaves cases alone: they are
 * official records, kept for as long as the archive must. Erasing one after that time, or taking a person's words
 * out of one, belongs here as `erase(caseId)`; the chained record need not change then, since it holds hashes only.
 */
export interface CaseStore {
  /** Appends events; false, and nothing is written, when the case has moved on since `expected`. */
  append(change: CaseChange): Promise<boolean>;
  /**
   * Takes the next number of a series and appends what `build` makes of it, in one transaction: no gap, no
   * duplicate. `build` must be pure. Null, and no number is taken, when the case has moved on; when `build`
   * throws, no number is taken either.
   */
  appendNumbered(series: DocumentSeries, build: (serial: number) => CaseChange): Promise<number | null>;
  /** The last number given; 0 before the first. */
  lastNumber(series: DocumentSeries): Promise<number>;
  /** Says how far the numbers had come on paper; false once a number was given here. */
  beginSeries(series: DocumentSeries, last: number): Promise<boolean>;
  /** All events in order; empty for a case that is not there. */
  events(caseId: string): Promise<readonly PlacedCaseEvent[]>;
  /** What a place of talk looks at now. */
  focus(conversation: string): Promise<{ readonly caseId: string; readonly document: string | null } | null>;
  /** Turns a place of talk to a case it may have left, or away from all of them. */
  turnTo(
    conversation: string,
    to: { readonly caseId: string; readonly document: string | null } | null,
  ): Promise<void>;
  /** The places where a case was talked about. */
  conversations(caseId: string): Promise<readonly string[]>;
  list(query: CaseQuery): Promise<readonly CaseSummary[]>;
  /** Periods that run, of open cases, the first due first; those without a day at the end. */
  deadlines(query: {
    readonly tenant?: string;
    readonly person?: string;
    readonly upTo?: string;
  }): Promise<readonly OpenDeadline[]>;
}
