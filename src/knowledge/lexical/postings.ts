/**
 * The rows of a term, each as the step from the row before, in seven bits a byte: a third of the bytes that plain
 * numbers take, on the disk and in memory. The lowest bit of a step says whether a count follows; without it the
 * term stands there once.
 */
export interface Postings {
  /** Where the code of each term begins; one more entry than terms. */
  readonly starts: Uint32Array;
  /** In how many rows each term stands. */
  readonly spread: Uint32Array;
  readonly code: Uint8Array;
}

const LOW_BITS = 0x7f;
const MORE = 0x80;
const BITS = 7;

/** How many bytes one posting takes. */
export function codedLength(step: number, count: number): number {
  let rest = (step << 1) >>> BITS;
  let length = count > 1 ? 2 : 1;
  for (; rest > 0; rest >>>= BITS) length += 1;
  return length;
}

/** Writes one posting; gives the place after it. */
export function encode(code: Uint8Array, at: number, step: number, count: number): number {
  let rest = ((step << 1) | (count > 1 ? 1 : 0)) >>> 0;
  let place = at;
  for (; rest > LOW_BITS; rest >>>= BITS) code[place++] = (rest & LOW_BITS) | MORE;
  code[place++] = rest;
  if (count > 1) code[place++] = count;
  return place;
}

/** Rows and counts of one term, read into buffers that the next reading uses again. */
export interface Read {
  readonly rows: Uint32Array;
  readonly counts: Uint8Array;
  readonly size: number;
}

const FIRST_ROOM = 1 << 16;
let rows = new Uint32Array(FIRST_ROOM);
let counts = new Uint8Array(FIRST_ROOM);

/** The rows of the term at a place of the dictionary, rising; valid until the next call. */
export function readPostings({ starts, spread, code }: Postings, rank: number): Read {
  const size = spread[rank] ?? 0;
  if (size > rows.length) {
    rows = new Uint32Array(size * 2);
    counts = new Uint8Array(size * 2);
  }
  let at = starts[rank] ?? 0;
  let row = -1;
  for (let i = 0; i < size; i += 1) {
    let byte = code[at++] ?? 0;
    let value = byte & LOW_BITS;
    for (let shift = BITS; byte >= MORE; shift += BITS) {
      byte = code[at++] ?? 0;
      value |= (byte & LOW_BITS) << shift;
    }
    row += value >>> 1;
    rows[i] = row;
    counts[i] = (value & 1) === 1 ? (code[at++] ?? 0) : 1;
  }
  return { rows, counts, size };
}
