/** A hole in a text: the places its value may come from, first one with a value wins, and how it is written. */
export interface Slot {
  readonly paths: readonly string[];
  /** `capitals`, `either:是/否`: how, and with which words. */
  readonly how?: string;
}

/** A text in pieces; what stands in `[[…]]` is left out when one of its slots has no value. */
export interface Piece {
  readonly isOptional: boolean;
  readonly parts: readonly (string | Slot)[];
}

const OPTIONAL = /\[\[([\s\S]*?)\]\]/g;
const SLOT = /\{([^{}|]+)(?:\|([^{}]+))?\}/g;

/**
 * Cuts a text of a document type into words and slots.
 *
 * @example piecesOf("住址：{party.address}[[，电话：{party.phone}]]")
 */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(OPTIONAL)) {
    pieces.push({ isOptional: false, parts: partsIn(text.slice(from, match.index)) });
    pieces.push({ isOptional: true, parts: partsIn(match[1] ?? "") });
    from = match.index + match[0].length;
  }
  pieces.push({ isOptional: false, parts: partsIn(text.slice(from)) });
  return pieces.filter(({ parts }) => parts.length > 0);
}

function partsIn(text: string): (string | Slot)[] {
  const parts: (string | Slot)[] = [];
  let from = 0;
  for (const match of text.matchAll(SLOT)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    const paths = (match[1] ?? "").split("/").map((path) => path.trim());
    parts.push(match[2] === undefined ? { paths } : { paths, how: match[2].trim() });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Every slot of a text, in reading order. */
export const slotsIn = (text: string): Slot[] =>
  piecesOf(text).flatMap(({ parts }) => parts.filter((part) => typeof part !== "string"));
