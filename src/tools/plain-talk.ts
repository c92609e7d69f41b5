import { periodQuestion } from "./period-question.ts";
import { statuteQuestion } from "./statute-question.ts";
import { taxQuestion } from "./tax/question.ts";

/** How a tool's input is read from plain words without a model; null where they ask for something else. */
export interface PlainTalk {
  readonly tool: string;
  readonly read: (text: string, today: string) => object | null;
}

/** The tools that plain talk can start, the surer reading first; everything else is a search. */
export const PLAIN_TALK: readonly PlainTalk[] = [
  { tool: "find_statute", read: statuteQuestion },
  { tool: "calculate_tax", read: taxQuestion },
  { tool: "add_period", read: periodQuestion },
];
