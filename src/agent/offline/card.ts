import type { Language } from "../../core/language.ts";
import type { Passage } from "../../knowledge/passage.ts";
import { unsupportedNumbers } from "../guards/numbers.ts";
import { sentencesOf } from "../guards/sentences.ts";
import { matchingParts } from "./match.ts";
import { phrase } from "./phrases.ts";
import { type Part, partOf, partsAsked } from "./sections.ts";

const GENERAL: readonly Part[] = ["bring", "where", "long", "fee", "note"];
const WHETHER: readonly Part[] = ["who", "note", "bring", "long"];
const YES_OR_NO =
  /吗|吧|不[？?]?$|可以|能不能|行不行|算不算|是不是|要不要|断不断|真的假的|^(?:can|may|is|are|do|does|am|must)\b/i;
const GENERAL_ASK = /怎么|咋|如何|办理|how (?:do|can|to)|what do i/i;
const GENERAL_CHARS = 350; // what a phone shows without scrolling
const ASKED_CHARS = 600;
const MARKER_CHARS = 3;

/** A card's answer: its parts as quoted text, conclusion first. */
export interface CardAnswer {
  readonly lines: readonly string[];
}

/** What the person wants of a card. */
export interface CardRequest {
  readonly question: string;
  readonly language: Language;
  /** True when the question asks for figures that differ from place to place and this card must not give. */
  readonly isLocal: boolean;
}

/**
 * Quotes a card: the conclusion, then the parts asked for by name or by their own words, or for a general question
 * papers, place, time and fee.
 *
 * `mark` follows the first part. A part that states numbers is left out where figures are local.
 */
export function quoteCard(passages: readonly Passage[], request: CardRequest, mark: string): CardAnswer {
  const { question, language, isLocal } = request;
  const card = partsIn(passages);
  const asked = partsAsked(question).filter((part) => card.has(part));
  const matching = isLocal ? [] : matchingParts(question, passages[0]?.title ?? "", card);
  const others = asked.length > 0 || isLocal ? [] : defaultsFor(question, matching);
  const wanted = new Set<Part>(["short", ...asked, ...matching, ...others]);
  let room = asked.length > 0 ? ASKED_CHARS : GENERAL_CHARS;

  const blocks: string[] = [];
  for (const part of wanted) {
    const found = card.get(part);
    if (found === undefined || (isLocal && part !== "short" && statesNumbers(found.text))) continue;
    const text = fit(found.text, room, phrase("more", language, { part: found.heading }));
    if (text === "") continue;
    room -= text.length;
    blocks.push(part === "short" ? text : labelled(found.heading, text, language));
  }
  if (blocks.length === 0) blocks.push(fit(passages[0]?.text ?? "", ASKED_CHARS, phrase("cut", language)));
  return { lines: blocks.map((block, place) => (place === 0 ? block + mark : block)) };
}

/** What a question without a part's name wants besides the parts that match its words. */
function defaultsFor(question: string, matching: readonly Part[]): readonly Part[] {
  if (GENERAL_ASK.test(question)) return GENERAL;
  if (YES_OR_NO.test(question)) return WHETHER;
  return matching.length > 0 ? [] : GENERAL;
}

function partsIn(passages: readonly Passage[]): ReadonlyMap<Part, { heading: string; text: string }> {
  const card = new Map<Part, { heading: string; text: string }>();
  for (const passage of passages.toSorted((one, other) => one.order - other.order)) {
    const part = partOf(passage);
    if (part === undefined) continue;
    const before = card.get(part);
    const text = before === undefined ? passage.text : `${before.text}\n${passage.text}`;
    card.set(part, { heading: passage.path.at(-1) ?? "", text });
  }
  return card;
}

const labelled = (heading: string, text: string, language: Language): string =>
  text.includes("\n") || NUMBERED.test(text)
    ? `**${heading}**\n\n${paragraphs(text)}`
    : `**${heading}**${phrase("colon", language)}${text}`;

const NUMBERED = /^(?:\d+[.、]|[-*•])\s/;

/** An empty line after a list, so that what follows is not read as its last point. */
const paragraphs = (text: string): string =>
  text
    .split("\n")
    .map((line, place, lines) =>
      place > 0 && NUMBERED.test(lines[place - 1] ?? "") && !NUMBERED.test(line) && line !== ""
        ? `\n${line}`
        : line,
    )
    .join("\n");

const statesNumbers = (text: string): boolean => unsupportedNumbers(text, new Set()).length > 0;

/** As many whole lines or sentences as there is room for, and `more` where some are missing. */
function fit(text: string, room: number, more: string): string {
  if (text.length <= room) return text;
  const kept: string[] = [];
  let left = room - more.length;
  for (const piece of sentencesOf(text)) {
    if (piece.length > left) break;
    kept.push(piece);
    left -= piece.length;
  }
  const start = kept.join("").trimEnd();
  // a lone "1." says nothing
  return start.length <= MARKER_CHARS ? "" : `${start}${start.includes("\n") ? "\n" : ""}${more}`;
}
