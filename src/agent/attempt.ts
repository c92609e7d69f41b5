import type { Turn } from "../core/turn.ts";
import type { Tool } from "../tools/define.ts";
import type { Clock } from "./clock.ts";
import { gatherEvidence } from "./evidence.ts";
import type { Limits } from "./limits.ts";
import { type Notebook, openNotebook } from "./notebook.ts";
import { compose, type Composed, handOver } from "./offline/compose.ts";
import { handoverReason } from "./offline/handover.ts";
import { phrase } from "./offline/phrases.ts";
import { smallTalkOf } from "./offline/question.ts";
import type { AgentPack, Log, Refusal } from "./options.ts";
import { lastWords } from "./prompt.ts";
import { createSpeaker, type Speaker } from "./speaker.ts";
import type { Bench } from "./toolbelt.ts";

/** What stays the same for every turn of a runner. */
export interface Equipment {
  readonly tools: readonly Tool[];
  readonly limits: Limits;
  readonly clock: Clock;
  readonly onRefusal: (refusal: Refusal) => void;
  readonly log: Log;
}

/** One model's try at a turn: its notebook, the evidence it gathered, the words it got out. */
export interface Attempt {
  readonly bench: Bench;
  readonly notebook: Notebook;
  readonly speaker: Speaker;
}

/** A fresh attempt; the words it shows go to the turn's progress. */
export function openAttempt(turn: Turn, pack: AgentPack, equipment: Equipment): Attempt {
  const notebook = openNotebook();
  const evidence = gatherEvidence(groundsOf(turn, pack));
  const speaker = createSpeaker(
    evidence,
    (number) => number >= 1 && number <= notebook.sources.count,
    (delta) => turn.progress({ type: "text", delta }),
  );
  return { bench: { ...equipment, turn, pack, notebook, evidence, isByRule: false }, notebook, speaker };
}

/** What an answer may rest on before any tool was asked. */
function groundsOf(turn: Turn, pack: AgentPack): Parameters<typeof gatherEvidence>[0] {
  const contacts = pack.contacts.map(({ name, number }) => `${name.zh} ${name.en} ${number}`);
  const history = turn.history.flatMap(({ question, answer }) => [question, answer]);
  return [pack.guide, ...contacts, ...history, lastWords(turn)];
}

/** True when the attempt's tools have found something that can be quoted. */
export const hasFindings = ({ notebook }: Attempt): boolean =>
  notebook.results.some(
    ({ plain, passages = [], asks = [], isAnswerable }) =>
      plain !== undefined || asks.length > 0 || (passages.length > 0 && isAnswerable !== false),
  );

/** True when the words themselves tell what to say: small talk, or something that a person must take. */
export const isByWords = (text: string): boolean =>
  smallTalkOf(text) !== undefined || handoverReason(text) !== undefined;

/** The answer without a model: small talk by phrase, findings by quotation, the rest by naming who knows. */
export function composeOffline(attempt: Attempt): Composed {
  const { turn, pack, notebook } = attempt.bench;
  const { language, text: question, known } = turn;
  const talk = smallTalkOf(question);
  if (talk !== undefined) return { text: phrase(talk, language, { name: pack.name[language] }), asks: [] };
  const { contacts } = pack;
  const why = handoverReason(question);
  if (why !== undefined) return handOver(why, { question, language, contacts });
  const { results, sources } = notebook;
  return compose({ question, language, region: known.region, contacts, results, sources });
}
