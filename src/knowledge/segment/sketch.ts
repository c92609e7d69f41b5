import { kindOf } from "../lexical/tokens.ts";

/** Figures a sketch keeps of each passage. */
export const SKETCH_SIZE = 8;
const EMPTY = 0xffff_ffff;
const MIX = 0x85eb_ca6b;

/**
 * The eight smallest hashes among a text's pairs and words: two texts that share most of these share most of
 * their words, whatever their length. Written into `out` from `at`.
 */
export function writeSketch(terms: Uint32Array, out: Uint32Array, at: number): void {
  const end = at + SKETCH_SIZE;
  out.fill(EMPTY, at, end);
  for (const term of terms) {
    if (kindOf(term) === "char") continue;
    const hash = mixed(term);
    if (hash < (out[end - 1] ?? 0)) insert(hash, out, at, end);
  }
}

function mixed(term: number): number {
  let hash = Math.imul(term ^ (term >>> 16), MIX);
  hash = Math.imul(hash ^ (hash >>> 13), MIX);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Keeps the figures rising and each only once. */
function insert(hash: number, out: Uint32Array, at: number, end: number): void {
  let place = end - 1;
  while (place > at && (out[place - 1] ?? 0) > hash) place -= 1;
  if (place > at && out[place - 1] === hash) return;
  out.copyWithin(place + 1, place, end - 1);
  out[place] = hash;
}

/** How many of the eight two sketches share; empty places do not count. */
export function sharedFigures(a: Uint32Array, atA: number, b: Uint32Array, atB: number): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < SKETCH_SIZE && j < SKETCH_SIZE) {
    const left = a[atA + i] ?? EMPTY;
    const right = b[atB + j] ?? EMPTY;
    if (left === EMPTY || right === EMPTY) break;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared;
}
