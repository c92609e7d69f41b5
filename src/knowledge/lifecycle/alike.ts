// four bands of five: two texts that share nine terms in ten meet with 97 %, those that share half with 12 %
const BANDS = 4;
const ROWS = 5;
const MAX_IN_BUCKET = 20; // a sentence that stands in more places than this is a formula, not a copy

const mix = (value: number, seed: number): number => {
  const first = Math.imul(value ^ seed, 0x85eb_ca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2_ae35);
  return (second ^ (second >>> 16)) >>> 0;
};

/** Finds texts that share most of their terms, without comparing each with each. */
export class Alike {
  readonly #buckets = Array.from({ length: BANDS }, () => new Map<number, number[]>());

  /** Files a text, given by its terms, under a number of the caller's. */
  add(item: number, terms: Uint32Array): void {
    for (let band = 0; band < BANDS; band += 1) {
      let key = band;
      for (let row = 0; row < ROWS; row += 1) key = mix(least(terms, band * ROWS + row), key);
      const bucket = this.#buckets[band]?.get(key);
      if (bucket === undefined) this.#buckets[band]?.set(key, [item]);
      else bucket.push(item);
    }
  }

  /** Pairs that may be alike, each once. */
  *pairs(): Generator<readonly [number, number]> {
    const seen = new Set<string>();
    for (const bucket of this.#buckets.flatMap((band) => [...band.values()])) {
      if (bucket.length > MAX_IN_BUCKET) continue;
      for (const [i, a] of bucket.entries()) {
        for (const b of bucket.slice(i + 1)) {
          const pair = `${a} ${b}`;
          if (!seen.has(pair)) yield [a, b];
          seen.add(pair);
        }
      }
    }
  }
}

/** The least of all terms under one of many hash functions: two texts share it as often as they share terms. */
function least(terms: Uint32Array, number: number): number {
  const seed = Math.imul(number + 1, 0x9e37_79b1);
  let lowest = 0xffff_ffff;
  for (const term of terms) lowest = Math.min(lowest, mix(term, seed));
  return lowest;
}

/** The share of terms that two texts have in common. */
export function sharedTerms(a: Uint32Array, b: Uint32Array): number {
  const left = new Set(a);
  const right = new Set(b);
  let both = 0;
  for (const term of left) if (right.has(term)) both += 1;
  return both / Math.max(1, left.size + right.size - both);
}
