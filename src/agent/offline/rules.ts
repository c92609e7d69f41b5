import type { Language } from "../../core/language.ts";
import type { Turn } from "../../core/turn.ts";
import { searchWords } from "./question.ts";

/** A tool call that a rule makes of a question. */
export interface ChosenCall {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** What a rule may look at besides the words themselves. */
export interface Asked {
  readonly language: Language;
  readonly today: string;
}

/** One way from plain words to a tool: its input, or null where the words do not ask for it. */
export interface ToolRule {
  readonly tool: string;
  read(words: string, asked: Asked): object | null;
}

const TABLE_WORDS =
  /电话|热线|打什么号|哪个号码|税率|扣多少|扣除标准|hotline|phone number|\brates?\b|deductible/i;

/** The rules behind all others: a figure that a table would hold, then whatever is left for the knowledge base. */
const OWN_RULES: readonly ToolRule[] = [
  { tool: "look_up_table", read: (words) => (TABLE_WORDS.test(words) ? { words } : null) },
  { tool: "search_knowledge", read: (question) => ({ question }) },
];

/**
 * The call for a question: the first rule whose tool may be used, was not asked yet, and can read the words.
 *
 * A follow-up question is read together with the question it follows.
 */
export function chooseCall(
  { text, history, language, today }: Turn,
  rules: readonly ToolRule[],
  tools: readonly string[],
  asked: readonly string[],
): ChosenCall | undefined {
  const words = searchWords(text, history);
  for (const { tool, read } of [...rules, ...OWN_RULES]) {
    if (!tools.includes(tool) || asked.includes(tool)) continue;
    const input = read(words, { language, today });
    if (input !== null) return { name: tool, args: { ...input } };
  }
  return undefined;
}
