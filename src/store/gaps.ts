import type { Language } from "../core/language.ts";

/** A question that the knowledge base could not answer; the words are masked by whoever notes them. */
export interface UnansweredQuestion {
  readonly question: string;
  /** The agent that was asked. */
  readonly agent: string;
  readonly language: Language;
  /** The day it was asked, YYYY-MM-DD. */
  readonly on: string;
}

export interface Gap {
  readonly id: string;
  /** As it was asked first. */
  readonly question: string;
  readonly agent: string;
  readonly language: Language;
  readonly count: number;
  readonly firstOn: string;
  readonly lastOn: string;
  readonly isClosed: boolean;
}

/** Questions nobody could answer, so that somebody writes what is missing. */
export interface Gaps {
  /** Notes a question; one that differs in blanks, marks and case only is counted with the former. */
  note(question: UnansweredQuestion): Promise<void>;
  /** The most asked first, those asked last before others. */
  list(options?: { readonly isClosed?: boolean; readonly limit?: number }): Promise<readonly Gap[]>;
  find(id: string): Promise<Gap | null>;
  /** Takes a question off the list until it is asked again; false when there is none of this id. */
  close(id: string): Promise<boolean>;
  /** How many wait to be answered. */
  countOpen(): Promise<number>;
  end(): Promise<void>;
}
