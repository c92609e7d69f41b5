import type { Day } from "../../calendar/day.ts";
import type { Words } from "../../core/language.ts";
import { fold } from "../../privacy/fold.ts";
import { factOf } from "../facts/fact.ts";
import type { Fact, FactSource, Facts } from "../facts/fact.ts";
import type { Kind, ValueOf } from "../facts/kinds.ts";
import type { Tenant } from "../tenant.ts";
import type { Field } from "../types/document-type.ts";

/** One message of the officer, in the order they came. */
export interface TalkMessage {
  readonly id: string;
  /** How the source is called: 消息 2. */
  readonly ref: string;
  readonly text: string;
  readonly atMs?: number;
  /** "platform:user" of who wrote it, so that 我 can be looked up in the roster. */
  readonly author?: string;
  /** Names of the fields that the bot had just asked for, in the order of its numbers. */
  readonly asked?: readonly string[];
}

/** What the reading of a talk needs to know beside the words. */
export interface TalkOptions {
  readonly fields: readonly Field[];
  readonly tenant: Tenant;
  readonly today: Day;
  /** Facts the case has already; what is said now must agree with them or correct them. */
  readonly known?: Facts;
}

/** Two statements that cannot both be true; none of them is taken. */
export interface Contradiction {
  readonly name: string;
  readonly values: readonly Fact[];
}

/** Words that name a fact but cannot be taken as one, with what to write instead. */
export interface Rejected {
  readonly name: string;
  readonly words: string;
  readonly source: FactSource;
  readonly reason: Words;
}

/** A message made ready to be read: `text` is as long as the original, so offsets hold in both. */
export interface Said {
  readonly message: TalkMessage;
  readonly text: string;
}

/** A part of a message. */
export interface Piece {
  readonly said: Said;
  readonly start: number;
  readonly end: number;
}

/** One value read from a place of a talk, for a field. */
export interface Claim {
  readonly name: string;
  readonly fact: Fact;
  readonly start: number;
  readonly end: number;
  /** `label`: it stood behind the field's name; `cue`: the words around say so; `likely`: nothing else fits. */
  readonly ground: "label" | "cue" | "likely";
  readonly isCorrection: boolean;
}

/** One trait of a person or party that was said apart from the name: a number, an address, a sex. */
export interface Trait {
  /** The field of the person or party; null where the words do not tell whose it is. */
  readonly name: string | null;
  readonly key: string;
  readonly value: string;
  readonly source: FactSource;
  readonly start: number;
  readonly end: number;
}

/** What one reader makes of a piece. */
export interface Read {
  readonly claims: readonly Claim[];
  readonly traits?: readonly Trait[];
  readonly rejected: readonly Rejected[];
}

/** The fields at hand by name, with tenant and day. */
export interface Scene extends TalkOptions {
  readonly byName: ReadonlyMap<string, Field>;
}

// one sign for one, so that offsets hold
const SAME = new Map([..."：（）～﹣｜；！？，"].map((sign, at) => [sign, ":()~-|;!?,"[at] ?? sign]));

/** The message with widths, colons, brackets and commas made alike, sign for sign. */
export function saidOf(message: TalkMessage): Said {
  const text = fold(message.text).replace(/[：（）～﹣｜；！？，]/g, (sign) => SAME.get(sign) ?? sign);
  return { message, text };
}

/** The words of a piece, made alike. */
export const textOf = ({ said, start, end }: Piece): string => said.text.slice(start, end);

/** Where these words stand, as a source; `words` are the officer's own. */
export function sourceAt(said: Said, start: number, end: number): FactSource {
  const words = said.message.text.slice(start, end).trim();
  return { kind: "message", ref: said.message.ref, ...(words === "" ? {} : { words }) };
}

/** A claim about a field from these words. */
export function claim<K extends Kind>(
  name: string,
  kind: K,
  value: ValueOf<K>,
  { said, start, end }: Piece,
  ground: Claim["ground"] = "cue",
): Claim {
  const fact = factOf(kind, value, sourceAt(said, start, end));
  return { name, fact, start, end, ground, isCorrection: false };
}

/** A trait said in these words. */
export function trait(name: string | null, key: string, value: string, { said, start, end }: Piece): Trait {
  return { name, key, value, source: sourceAt(said, start, end), start, end };
}

/** The piece at these offsets of a piece's own text. */
export const within = ({ said, start }: Piece, from: number, to: number): Piece => ({
  said,
  start: start + from,
  end: start + to,
});

/** The officer's own words of a piece, as typed. */
export const wordsOf = ({ said, start, end }: Piece): string => said.message.text.slice(start, end).trim();

/** Words refused for a field. */
export function refuse(name: string, { said, start, end }: Piece, reason: Words): Rejected {
  return {
    name,
    words: said.message.text.slice(start, end).trim(),
    source: sourceAt(said, start, end),
    reason,
  };
}

/** The piece from one offset to another of the same message, blanks and edge marks left out. */
export function pieceAt(said: Said, start: number, end: number): Piece {
  const words = said.text.slice(start, end);
  const lead = /^[\s,、。;:|]*/.exec(words)?.[0].length ?? 0;
  const trail = /[\s,、。;|]*$/.exec(words.slice(lead))?.[0].length ?? 0;
  return { said, start: start + lead, end: Math.max(start + lead, end - trail) };
}

/** The piece with the stop that ends its last sentence. */
export function withStop({ said, start, end }: Piece): Piece {
  const stop = /^\s*[。!！?？]/.exec(said.message.text.slice(end))?.[0].length ?? 0;
  return { said, start, end: end + stop };
}

export const NOTHING: Read = { claims: [], rejected: [] };

/** Several readings as one. */
export const joinReads = (reads: readonly Read[]): Read => ({
  claims: reads.flatMap(({ claims }) => claims),
  traits: reads.flatMap(({ traits = [] }) => traits),
  rejected: reads.flatMap(({ rejected }) => rejected),
});
