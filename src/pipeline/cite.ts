import type { Language, Words } from "../core/language.ts";
import type { Reply } from "../core/reply.ts";
import type { Step, Turn } from "../core/turn.ts";

/** One citation of a law in a text; `start` and `end` are places in it. */
export interface FoundCitation {
  readonly start: number;
  readonly end: number;
  /** "ok", or what is wrong: "no_article", "repealed", … */
  readonly status: string;
  /** What is wrong, in one sentence of the language asked for. */
  readonly detail: string;
  /** The citation that would be right. */
  readonly suggestion?: string;
  /** False for what cannot be judged here: a local rule, a law named without an article. */
  readonly isSure: boolean;
}

export interface CiteOptions {
  /** Every citation of a text, checked against the law as it stands on the day. */
  readonly checkCitations?: (text: string, today: string, language: Language) => readonly FoundCitation[];
  /** Told the status of every citation that goes out, for the metrics. */
  readonly onCitation?: (status: string) => void;
  /** Told when the check itself failed; the answer then goes out as it is. */
  readonly onUnknownFailure: (error: unknown, messageId: string) => void;
}

/** What must not stand unmarked in an answer; a law not yet in force is cited rightly where it is announced. */
const UNVERIFIED: ReadonlySet<string> = new Set([
  "unknown_law",
  "wrong_name",
  "no_article",
  "no_paragraph",
  "no_item",
  "repealed",
  "stale_number",
  "does_not_say_so",
  "quote_differs",
]);

const MARK: Words = { zh: "（未核实：{why}）", en: " (unverified: {why})" };
const RIGHT: Words = { zh: "应为{right}？", en: "perhaps {right}" };

const notice = (count: number): Words => ({
  zh: `回答里有 ${count} 处法律引用没有通过核对，已在文中标明，请以法律原文为准。`,
  en: `${count} ${count === 1 ? "citation" : "citations"} of a law in this answer did not pass the check and ${count === 1 ? "is" : "are"} marked; the law itself decides.`,
});

/**
 * Every citation of a law in an answer is held against the ledger of laws, by rule.
 *
 * What a model cited wrongly is marked where it stands, with the right one where it is known; quotations from
 * checked sources are only counted. A check that fails is reported and never costs the person the answer.
 */
export function cite(options: CiteOptions): Step {
  return async (turn, next) => {
    const reply = await next(turn);
    return reply === null || reply.mode === "rule" ? reply : checked(reply, turn, options);
  };
}

function checked(
  reply: Reply,
  { today, language, message }: Turn,
  { checkCitations, onCitation, onUnknownFailure }: CiteOptions,
): Reply {
  try {
    const found = checkCitations?.(reply.text, today, language) ?? [];
    for (const { status } of found) onCitation?.(status);
    const wrong = reply.mode === "model" ? found.filter(isUnverified) : [];
    if (wrong.length === 0) return reply;
    const notices = [...reply.notices, notice(wrong.length)[language]];
    return { ...reply, text: marked(reply.text, wrong, language), notices };
  } catch (error) {
    onUnknownFailure(error, message.id);
    return reply;
  }
}

const isUnverified = ({ status, isSure }: FoundCitation): boolean => isSure && UNVERIFIED.has(status);

/** From the last to the first, so that the places in front stay where they are. */
function marked(text: string, wrong: readonly FoundCitation[], language: Language): string {
  const backwards = wrong.toSorted((one, other) => other.end - one.end);
  return backwards.reduce((words, { end, detail, suggestion }) => {
    const right = suggestion === undefined ? detail : RIGHT[language].replace("{right}", () => suggestion);
    const why = right.replace(/[。.]$/, "");
    return words.slice(0, end) + MARK[language].replace("{why}", () => why) + words.slice(end);
  }, text);
}
