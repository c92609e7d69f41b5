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

const ASKS_NUMBER = /电话|热线|打(?:什么|哪个|几)|哪个号|号码是|hotline|phone number|which number/i;
const NUMBER_WORDS =
  /电话|热线|号码|哪个|哪里|什么|多少|几号|号|打|问|找谁|来着|请问|有没有|的事|我|想|要|是|的|吗|呢|\b(?:what|which|is|the|for|a|an|of|to|call|i|do|can|please|about|should)\b|hotline|phone|number/giu;

/** What a person wants a telephone number for: 医保的事打哪个电话问 is about 医保. */
function numberWanted(words: string): object | null {
  if (!ASKS_NUMBER.test(words)) return null;
  const matter = words
    .replace(NUMBER_WORDS, " ")
    .replace(/[\s\p{P}]+/gu, " ")
    .trim();
  return matter === "" ? null : { words: matter, table: "hotlines" };
}

/** The rules behind all others: a number to call, then whatever is left for the knowledge base. */
const OWN_RULES: readonly ToolRule[] = [
  { tool: "look_up_table", read: numberWanted },
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
