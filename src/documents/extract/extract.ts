import type { Day } from "../../calendar/day.ts";
import { daysIn } from "../facts/day.ts";
import type { Facts } from "../facts/fact.ts";
import { readChange } from "./change.ts";
import { labelBook, labelPattern } from "./labels.ts";
import { merge } from "./merge.ts";
import { readMessage } from "./message.ts";
import { joinReads, saidOf } from "./talk.ts";
import type { Contradiction, Read, Rejected, Said, Scene, TalkMessage, TalkOptions } from "./talk.ts";

/** What a talk says: `facts` holds only fields that these messages speak of. */
export interface Extracted {
  readonly facts: Facts;
  /** Statements that cannot both be true, also with what the case knew; none of them is among the facts. */
  readonly contradictions: readonly Contradiction[];
  /** Words that name a fact and cannot be taken as one. */
  readonly rejected: readonly Rejected[];
}

const DAY_CHARS = "YYYY-MM-DD".length;

/**
 * Reads what an officer typed or pasted into facts, by rule and without a model.
 *
 * Every value stands in the officer's words or follows from them by a stated rule (yesterday is the day before
 * `today`, 9块9 is 9.9, a name of the roster brings its certificate); nothing is filled in.
 */
export function extractFacts(messages: readonly TalkMessage[], options: TalkOptions): Extracted {
  const scene: Scene = { ...options, byName: new Map(options.fields.map((field) => [field.name, field])) };
  const book = labelBook(scene);
  const labels = { book, pattern: labelPattern(book) };
  const said = messages.map(saidOf);
  const days = said.map(({ text }) => dayOfTalk(text, scene.today));
  const first = days.find((day) => day !== null) ?? dayKnown(scene);
  let known: Facts = { ...options.known };
  const reads: Read[] = [];
  for (const [at, one] of said.entries()) {
    const day = days.slice(0, at + 1).findLast((each) => each !== null) ?? first;
    const read = changeIn(one, scene, known) ?? readMessage(one, { ...scene, known }, labels, day);
    reads.push(read);
    known = { ...known, ...merge(read.claims, [], {}, []).facts };
  }
  const all = joinReads(reads);
  const texts = said.map(({ text }) => text);
  const merged = merge(all.claims, all.traits ?? [], options.known ?? {}, texts);
  const isOpen = ({ name }: Rejected): boolean =>
    merged.facts[name] === undefined || !isTimeField(scene, name);
  const rejected = [...all.rejected.filter(isOpen), ...merged.rejected];
  const key = ({ name, words, source }: Rejected): string => [name, words, source.ref].join("\n");
  return {
    ...merged,
    rejected: [...new Map(rejected.toReversed().map((one) => [key(one), one])).values()].toReversed(),
  };
}

// 应该是9:10到9:40 is of the day that the case has
function dayKnown({ fields, known = {} }: Scene): Day | null {
  const spans = fields.map(({ name }) => known[name]?.value).filter((value) => typeof value === "object");
  const [span] = spans.filter((value) => "from" in value);
  return span?.from.slice(0, DAY_CHARS) ?? null;
}

const isTimeField = ({ byName }: Scene, name: string): boolean => {
  const kind = byName.get(name)?.kind;
  return kind === "span" || kind === "moment" || kind === "date";
};

const dayOfTalk = (text: string, today: Day): Day | null => daysIn(text, today)[0]?.value ?? null;

/** A message that corrects one field, as a claim that takes the place of what was said before. */
function changeIn({ message }: Said, scene: Scene, known: Facts): Read | null {
  const change = readChange(message.text, { ...scene, known, message });
  if (change === null || change.kind === "withdrawn") return null;
  const at = { start: 0, end: message.text.length };
  if (change.kind === "rejected") {
    const source = { kind: "message", ref: message.ref, words: change.words } as const;
    return {
      claims: [],
      rejected: [{ name: change.name, words: change.words, source, reason: change.reason }],
    };
  }
  return {
    claims: [{ name: change.name, fact: change.fact, ...at, ground: "label", isCorrection: true }],
    rejected: [],
  };
}
