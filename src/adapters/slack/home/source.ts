import type { Language, Words } from "../../../core/language.ts";
import type { SlackPerson } from "../etiquette/slack-person.ts";

/** An agent as the home page presents it. */
export interface HomeAgent {
  readonly id: string;
  readonly name: Words;
  readonly purpose: Words;
}

/** A line that can be opened: pressing its button says `text` to the bot. */
export interface HomeLine {
  readonly title: string;
  /** State, number, who: what tells it from the others. */
  readonly detail: string;
  readonly text: string;
}

/** A legal period that runs. */
export interface HomeDeadline {
  readonly title: string;
  /** YYYY-MM-DD or YYYY-MM-DDTHH:MM; null where no table tells. */
  readonly due: string | null;
  readonly daysLeft: number | null;
  /** The article it follows from, or why there is no day. */
  readonly reason: string;
}

/** What one person sees on the home page, and nobody else. */
export interface HomeData {
  readonly title: Words;
  /** How the bot works right now: the model's name, or that there is none. */
  readonly mode: Words;
  readonly agents: readonly HomeAgent[];
  /** Newest first. */
  readonly drafts: readonly HomeLine[];
  /** The first due first. */
  readonly deadlines: readonly HomeDeadline[];
  readonly mayDraft: boolean;
}

/** The page of one person, by what the person may see alone with the bot. */
export type HomeFor = (person: SlackPerson, language: Language) => Promise<HomeData>;
