import { type Citation, type Reply, say } from "../core/reply.ts";
import { contactFor, contactWords } from "../core/contact.ts";
import type { Language } from "../core/language.ts";
import type { Attempt } from "./attempt.ts";
import type { ModelFailure } from "./failure.ts";
import { citationsAt } from "./notebook.ts";
import { phrase } from "./offline/phrases.ts";
import { smallTalkOf } from "./offline/question.ts";
import { SAYINGS } from "./sayings.ts";

const SOURCES_UNMARKED = 3; // sources listed below an answer that marks none
const LONG_ANSWER = 60; // characters; a shorter one is a greeting or a question back

/** How a turn ended, for the reply that is made of it. */
export interface Ending {
  readonly mode: Reply["mode"];
  readonly model: string;
  readonly failure?: ModelFailure;
  readonly notices: readonly string[];
  readonly asks?: readonly string[];
  readonly handover?: Reply["handover"];
  readonly actions?: Reply["actions"] | undefined;
}

/** The reply of a turn: the last attempt's words, the work of all attempts. */
export function settle(attempts: readonly Attempt[], last: Attempt, ending: Ending, totalMs: number): Reply {
  const { speaker, bench } = last;
  const books = attempts.map(({ notebook }) => notebook);
  const sum = (pick: (book: (typeof books)[number]) => number) =>
    Math.round(books.reduce((total, book) => total + pick(book), 0));
  const handover = ending.handover ?? handoverOf(last);
  return say(speaker.shown().trimEnd(), {
    agent: bench.pack.id,
    mode: ending.mode,
    model: ending.model,
    citations: citationsOf(last),
    asks: ending.asks ?? asksOf(last),
    actions: ending.actions ?? [],
    tools: books.flatMap((book) => book.tools),
    usage: {
      inputTokens: sum((book) => book.usage.inputTokens),
      cachedTokens: sum((book) => book.usage.cachedTokens),
      outputTokens: sum((book) => book.usage.outputTokens),
    },
    ms: {
      total: Math.round(totalMs),
      retrieval: sum((book) => book.ms.retrieval),
      model: sum((book) => book.ms.model),
    },
    notices: [...ending.notices, ...noticesOf(last, ending)],
    ...(handover === undefined ? {} : { handover }),
    ...(ending.failure === undefined ? {} : { failure: ending.failure.code }),
  });
}

function citationsOf({ notebook, speaker }: Attempt): readonly Citation[] {
  const cited = speaker.cited();
  if (cited.length > 0) return citationsAt(notebook, cited);
  const isKnown = notebook.results.some((result) => result.isAnswerable !== false);
  if (!isKnown) return [];
  const count = Math.min(notebook.sources.count, SOURCES_UNMARKED);
  return citationsAt(
    notebook,
    Array.from({ length: count }, (_, place) => place + 1),
  );
}

/** What the tools wanted to know, where the model did ask something. */
function asksOf({ notebook, speaker }: Attempt): readonly string[] {
  const asks = notebook.results.flatMap((result) => result.asks ?? []);
  return /[?？]/.test(speaker.shown()) ? [...new Set(asks)] : [];
}

/** Whom to ask when nothing that the tools found was reliable. */
function handoverOf({ notebook, bench }: Attempt): Reply["handover"] {
  const { results } = notebook;
  if (results.length === 0 || results.some((result) => result.isAnswerable !== false)) return undefined;
  const { language, text } = bench.turn;
  const contact = contactFor(text, bench.pack.contacts);
  return contact && { to: contactWords(contact, language), reason: phrase("unknownReason", language) };
}

function noticesOf({ notebook, speaker, bench }: Attempt, { mode }: Ending): readonly string[] {
  const { language, text } = bench.turn;
  if (mode !== "model") return [];
  const { dropped } = speaker.tally();
  const isBare = notebook.results.length === 0 && speaker.shown().length > LONG_ANSWER;
  return [
    ...(dropped > 0 ? [words("dropped", language).replace("{n}", String(dropped))] : []),
    ...(isBare && smallTalkOf(text) === undefined ? [words("unsourced", language)] : []),
  ];
}

const words = (name: keyof typeof SAYINGS, language: Language): string => SAYINGS[name][language];
