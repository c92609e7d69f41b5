import type { Turn } from "../../core/turn.ts";
import { searchWords } from "./question.ts";

/** A tool call that a rule makes of a question. */
export interface ChosenCall {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** One way from a question to a tool. */
export interface ToolRule {
  readonly tool: string;
  /** All must match. */
  readonly when: readonly RegExp[];
  /** The tool's input; undefined where the question does not hold what the tool needs. */
  input(turn: Turn): Readonly<Record<string, unknown>> | undefined;
}

/** Which questions go to which tool, first match wins; the last rule takes whatever is left. */
export const TOOL_RULES: readonly ToolRule[] = [
  { tool: "search_knowledge", when: [], input: (turn) => ({ query: searchWords(turn.text, turn.history) }) },
];

/** The call for a question among these tools, leaving out tools that were already asked. */
export function chooseCall(
  turn: Turn,
  tools: readonly string[],
  asked: readonly string[],
): ChosenCall | undefined {
  for (const { tool, when, input } of TOOL_RULES) {
    if (!tools.includes(tool) || asked.includes(tool)) continue;
    if (!when.every((pattern) => pattern.test(turn.text))) continue;
    const args = input(turn);
    if (args !== undefined) return { name: tool, args };
  }
  return undefined;
}
