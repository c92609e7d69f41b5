import type { Words } from "../../core/language.ts";
import type { Day } from "../day.ts";
import type { Source } from "./laws.ts";

export type Unit = "workingDay" | "day" | "month" | "year" | "hour";

export interface Length {
  readonly length: number;
  readonly unit: Unit;
}

/** Facts that turn one length into another; each is an option of its own. */
export type Flag = "harm" | "realEstate" | "simple" | "many" | "detention" | "minor";

/** Another length where a fact is given. */
export interface Branch extends Length {
  readonly flag: Flag;
  readonly when: Words;
  readonly sources: readonly Source[];
  /** The branch cannot be used for an event before this day. */
  readonly since?: Day;
  readonly isWithoutExtension?: true;
}

/** How far a period may be stretched, in its own days. */
export interface Extension {
  readonly max: number;
  readonly needs: Words;
}

/** "Unless another law says otherwise": which other number of days may be given, with its basis. */
export interface Otherwise {
  readonly words: Words;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The end that no late start can pass, counted from the act itself. */
export interface Outer {
  readonly years: number;
  readonly realEstateYears: number;
  readonly sources: readonly Source[];
}

/** What `due` says: the last day to act, the first day one may act, the last day before an event, the day it has run. */
export type Gives = "last" | "first" | "lastBefore" | "ends";

/** One period of a law, as data: from what, how long, who is bound, how it is counted, with the articles. */
export interface LegalPeriod extends Length {
  readonly kind: string;
  readonly name: Words;
  /** What happens on the day (or at the time) it runs from; for `lastBefore`, the event it is counted back from. */
  readonly event: Words;
  readonly bound: "agency" | "party";
  readonly gives: Gives;
  readonly sources: readonly Source[];
  /** The days on which the article was or is in force; the event must lie in between. */
  readonly inForce: { readonly from: Day; readonly to?: Day };
  readonly extension?: Extension;
  /** Which time is not counted. */
  readonly suspension?: Words;
  readonly otherwise?: Otherwise;
  /** Extension and suspension are not in the article itself: another provision must be named. */
  readonly isBasisNeeded?: true;
  readonly branches?: readonly Branch[];
  readonly outer?: Outer;
  /** Who was not told of the right counts from learning of it, for at most a year from learning of the act. */
  readonly untold?: { readonly sources: readonly Source[] };
  /** The start follows how the document was served (行政复议法实施条例). */
  readonly isByService?: true;
  /** A demand for performance must have run out first (行政强制法 54). */
  readonly isAfterDemand?: true;
  /** Another reading of the same period, shown in a note with its date. */
  readonly also?: Length & { readonly words: Words; readonly sources: readonly Source[] };
  /** The text differed for earlier events; shown as a note with them. */
  readonly changed?: { readonly on: Day; readonly words: Words };
  /** Discovery within the period is asked about, not an act. */
  readonly isLimitation?: true;
  readonly isLateFine?: true;
  /** Where the roll-over on a rest day comes from, for periods of the party counted in calendar units. */
  readonly rollBy?: readonly Source[];
  readonly notes: readonly Words[];
}
