import type { Reply } from "../core/reply.ts";
import type { Question } from "../knowledge/packs/questions.ts";

/** One question, what was wrong with its answer, and how long it took. */
export interface Scored {
  readonly question: Question;
  readonly faults: readonly string[];
  /** A right article is among the sources. */
  readonly cites: boolean;
  /** A right article is among what was offered to choose from. */
  readonly offers: boolean;
  /** Share of the sources that are right ones; null where nothing was cited or any source would do. */
  readonly precision: number | null;
  /** True when the answer stands on any source at all. */
  readonly isAnswered: boolean;
  readonly ms: number;
}

export interface Report {
  readonly total: number;
  readonly passed: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly failures: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly faults: readonly string[];
  }[];
}

/** What is wrong with an answer; nothing when it is as it should be. */
export function faultsOf(
  question: Question,
  reply: Reply | null,
  titles: readonly string[],
): readonly string[] {
  if (reply === null) return ["no answer"];
  return [...kindFaults(question, reply, titles), ...wordFaults(question, reply)];
}

function kindFaults({ kind, tool }: Question, reply: Reply, titles: readonly string[]): readonly string[] {
  const { citations, asks, handover, escalation, tools } = reply;
  // a sum or a table row stands on the tool that gave it
  if (tool !== undefined)
    return tools.some(({ name, ok }) => name === tool && ok) ? [] : [`does not use ${tool}`];
  const cites =
    titles.length === 0 || citations.some(({ title }) => titles.some((each) => title.includes(each)));
  if (kind === "answerable")
    return cites ? [] : [`cites ${citations[0]?.title ?? "nothing"} instead of ${titles[0]}`];
  if (kind === "needs_detail") return asks.length > 0 ? [] : ["does not ask back"];
  if (kind === "unanswerable") return citations.length === 0 ? [] : [`answers from ${citations[0]?.title}`];
  if (kind === "handover") return handover ? [] : ["is not handed over to a person"];
  return escalation ? [] : ["is not taken as an emergency"];
}

// "18,480" and "18480" are the same figure
const plain = (text: string): string => text.replace(/(?<=\d),(?=\d{3})/g, "").toLowerCase();

function wordFaults({ must, mustNot }: Question, reply: Reply): readonly string[] {
  const said = plain(
    [reply.text, ...reply.asks, reply.handover?.to ?? "", ...(reply.escalation?.contacts ?? [])].join("\n"),
  );
  return [
    ...must.filter((words) => !said.includes(plain(words))).map((words) => `does not say "${words}"`),
    ...mustNot.filter((words) => said.includes(plain(words))).map((words) => `says "${words}"`),
  ];
}

/** Totals over all questions: share passed by kind, share that cites a right article, time of an answer. */
export function summary(scored: readonly Scored[]): Report {
  const failed = scored.filter(({ faults }) => faults.length > 0);
  const kinds = [...new Set(scored.map(({ question }) => question.kind))];
  const metrics: Record<string, number> = {};
  for (const kind of kinds) {
    const ofKind = scored.filter(({ question }) => question.kind === kind);
    metrics[kind] = share(ofKind.filter(({ faults }) => faults.length === 0).length, ofKind.length);
  }
  const sourced = scored.filter(
    ({ question }) => question.kind === "answerable" && question.articles.length > 0,
  );
  metrics["citation"] = share(sourced.filter(({ cites }) => cites).length, sourced.length);
  metrics["citedOrOffered"] = share(
    sourced.filter(({ cites, offers }) => cites || offers).length,
    sourced.length,
  );
  metrics["citationPrecision"] = mean(sourced.flatMap(({ precision }) => precision ?? []));
  const isKind = (wanted: string) => scored.filter(({ question }) => question.kind === wanted);
  // whether it rightly thinks that it knows, whatever it then says
  metrics["answerableAccuracy"] = mean(isKind("answerable").map(({ isAnswered }) => Number(isAnswered)));
  metrics["unanswerableAccuracy"] = mean(isKind("unanswerable").map(({ isAnswered }) => Number(!isAnswered)));
  Object.assign(
    metrics,
    percentiles(
      "ms",
      scored.map(({ ms }) => ms),
    ),
  );
  return {
    total: scored.length,
    passed: scored.length - failed.length,
    metrics,
    failures: failed.map(({ question: { id, kind, text }, faults }) => ({ id, kind, text, faults })),
  };
}

/** The middle and the slow end of times in milliseconds, under names that begin so; nothing of nothing. */
export function percentiles(name: string, times: readonly number[]): Readonly<Record<string, number>> {
  if (times.length === 0) return {};
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1));
  return { [`${name}P50`]: at(0.5), [`${name}P95`]: at(0.95), [`${name}P99`]: at(0.99) };
}

const mean = (values: readonly number[]): number =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 1_000) / 1_000;
