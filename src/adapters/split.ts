import { reach, sizeOf, type Unit } from "./measure.ts";
import { endOfLine, findAtoms, findFences, type Fence, type Span } from "./spans.ts";

export interface SplitLimits {
  /** Longest piece in `unit`; at least {@link SMALLEST_LIMIT}. */
  readonly maxPiece: number;
  readonly unit: Unit;
}

/** Below this a code fence with its language would fill the piece alone. */
export const SMALLEST_LIMIT = 100;

// kinds of breaks, best first: paragraph, line, sentence, clause
const BREAKS: readonly RegExp[] = [
  /\n[ \t]*\n+/g,
  /\n/g,
  /[。！？；…][”』」）)]*|[.!?;]["')\]]*(?=\s)/g,
  /[，、,：]|\s/g,
];
// a better kind of break is not worth a piece shorter than this part of the room
const WORTHWHILE = 0.4;
// marks that belong to the character before them: accents, variation selectors, skin tones, joiners
const CLINGING = /^(?:\p{M}|\u{200d}|\p{Emoji_Modifier})/u;
// the longest family of joined emoji stays together; endless joiners do not stop the knife
const MAX_CLING = 40;

/**
 * Cuts a text into pieces that a platform takes, between paragraphs if it can, else between sentences, else
 * between characters. Code that is cut is closed and opened again; blank space at a cut is dropped, nothing else.
 *
 * @example splitText("一。二。", { maxPiece: Infinity, unit: "chars" }) // ["一。二。"]
 */
export function splitText(text: string, { maxPiece, unit }: SplitLimits): readonly string[] {
  if (maxPiece < SMALLEST_LIMIT)
    throw new RangeError(`a piece of ${maxPiece} ${unit} is too short to split by`);
  if (sizeOf(text, unit) <= maxPiece) return isBlank(text) ? [] : [text];
  const fences = findFences(text);
  const atoms = findAtoms(text, fences);
  const closingRoom = Math.max(0, ...fences.map((fence) => fence.closing.length));
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    const opening = fenceAt(fences, from)?.opening ?? "";
    const end = reach(text, from, maxPiece - sizeOf(opening, unit) - closingRoom, unit);
    const cut = end === text.length ? end : cutBefore(text, from, end, atoms);
    const body = text.slice(from, cut).trimEnd();
    const fence = fenceAt(fences, cut);
    if (!isBlank(body)) pieces.push(opening + body + (fence?.closing ?? ""));
    from = skipNewlines(text, cut);
    // only the closing line is left, and the piece just made has one of its own
    if (fence && from >= fence.bodyEnd) from = skipNewlines(text, endOfLine(text, fence.bodyEnd));
  }
  return pieces;
}

/**
 * Keeps a list of pieces within the number a platform takes; where some must go, the last one kept says so.
 *
 * @example withinCount(["a", "b", "c"], 2, "…") // ["a", "…"]
 */
export function withinCount(
  pieces: readonly string[],
  maxPieces: number,
  farewell: string,
): readonly string[] {
  return pieces.length <= maxPieces ? pieces : [...pieces.slice(0, maxPieces - 1), farewell];
}

const isBlank = (text: string): boolean => text.trim() === "";

const fenceAt = (fences: readonly Fence[], index: number): Fence | undefined =>
  fences.find(({ bodyStart, bodyEnd }) => bodyStart <= index && index < bodyEnd);

function skipNewlines(text: string, from: number): number {
  let index = from;
  while (text[index] === "\n") index += 1;
  return index;
}

/** The best place to cut after `from` and not after `end`; always moves on. */
function cutBefore(text: string, from: number, end: number, atoms: readonly Span[]): number {
  const near = atoms.filter((atom) => atom.start < end && atom.end > from);
  const isWhole = (index: number): boolean => !near.some(({ start, end }) => start < index && index < end);
  const window = text.slice(from, end);
  const least = window.length * WORTHWHILE;
  for (const kind of BREAKS) {
    const places = [...window.matchAll(kind)].map((match) => match.index + match[0].length);
    const best = places.findLast((place) => place > least && isWhole(from + place));
    if (best !== undefined) return from + best;
  }
  const atom = near.find(({ start, end: atomEnd }) => start < end && end < atomEnd);
  if (atom && atom.start > from) return beforeCluster(text, from, atom.start);
  return beforeCluster(text, from, end);
}

/** Moves a cut back so that an emoji keeps its joined parts and a letter its accents. */
function beforeCluster(text: string, from: number, end: number): number {
  let index = end;
  while (index > from && end - index < MAX_CLING) {
    const isJoined = CLINGING.test(text.slice(index, index + 2)) || text[index - 1] === "\u{200d}";
    if (!isJoined) return index;
    index -= isLowSurrogate(text.charCodeAt(index - 1)) ? 2 : 1;
  }
  return end;
}

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
