import { BLOCK_BITS, blocksFor, type Postings } from "./postings.ts";
import { TermTable } from "./term-table.ts";
import { termsOf } from "./tokens.ts";

/** An inverted index in typed arrays: which rows hold a term, and how often. */
export interface Lexical extends Postings {
  /** Terms in rising order. */
  readonly terms: Uint32Array;
  /** Terms in each row, repeats included. */
  readonly lengths: Uint32Array;
}

const MAX_COUNT = 255; // beyond this BM25 no longer tells a difference
const FIRST_POSTINGS = 1 << 18;

/** Collects rows one by one and sorts them into an inverted index at the end. */
export class LexicalBuilder {
  readonly #table = new TermTable();
  #numbers = new Uint32Array(FIRST_POSTINGS);
  #counts = new Uint8Array(FIRST_POSTINGS);
  #size = 0;
  readonly #ends: number[] = [];
  readonly #lengths: number[] = [];
  // place of a term's posting within the row that is being added, kept per term
  #placeOf = new Int32Array(FIRST_POSTINGS).fill(-1);

  /** Adds the next row; rows are numbered from 0. */
  add(text: string): void {
    this.addTerms(termsOf(text));
  }

  /** Adds the next row, its terms already taken. */
  addTerms(terms: Uint32Array): void {
    const start = this.#size;
    this.#reserve(terms.length);
    for (const term of terms) {
      const number = this.#table.number(term);
      if (number >= this.#placeOf.length) this.#growPlaces(number);
      const place = this.#placeOf[number] ?? -1;
      if (place >= start) {
        if ((this.#counts[place] ?? 0) < MAX_COUNT) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
        continue;
      }
      this.#placeOf[number] = this.#size;
      this.#numbers[this.#size] = number;
      this.#counts[this.#size] = 1;
      this.#size += 1;
    }
    this.#ends.push(this.#size);
    this.#lengths.push(terms.length);
  }

  /** The finished index; the builder must not be used afterwards. */
  finish(): Lexical {
    const rankOf = new Uint32Array(this.#table.size);
    const order = Uint32Array.from(rankOf.keys());
    const byNumber = this.#table.terms;
    order.sort((a, b) => (byNumber[a] ?? 0) - (byNumber[b] ?? 0));
    order.forEach((number, rank) => (rankOf[number] = rank));
    return {
      terms: order.map((number) => byNumber[number] ?? 0),
      ...this.#sorted(rankOf),
      lengths: Uint32Array.from(this.#lengths),
    };
  }

  /** Sorts the postings of all rows by term: counted first, then put in their places. */
  #sorted(rankOf: Uint32Array): Postings {
    const blocks = blocksFor(this.#ends.length);
    const starts = new Uint32Array(rankOf.length * blocks + 1);
    this.#each(rankOf, (rank, row) => {
      const next = rank * blocks + (row >>> BLOCK_BITS) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    });
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const next = starts.slice();
    const lows = new Uint16Array(this.#size);
    const counts = new Uint8Array(this.#size);
    this.#each(rankOf, (rank, row, count) => {
      const block = rank * blocks + (row >>> BLOCK_BITS);
      const at = next[block] ?? 0;
      lows[at] = row;
      counts[at] = count;
      next[block] = at + 1;
    });
    return { starts, lows, counts };
  }

  /** Goes through all postings in row order. */
  #each(rankOf: Uint32Array, visit: (rank: number, row: number, count: number) => void): void {
    let place = 0;
    this.#ends.forEach((end, row) => {
      for (; place < end; place += 1) {
        visit(rankOf[this.#numbers[place] ?? 0] ?? 0, row, this.#counts[place] ?? 0);
      }
    });
  }

  #reserve(more: number): void {
    if (this.#size + more <= this.#numbers.length) return;
    const capacity = Math.max(this.#numbers.length * 2, this.#size + more);
    const numbers = new Uint32Array(capacity);
    numbers.set(this.#numbers);
    const counts = new Uint8Array(capacity);
    counts.set(this.#counts);
    this.#numbers = numbers;
    this.#counts = counts;
  }

  #growPlaces(number: number): void {
    const places = new Int32Array(Math.max(this.#placeOf.length * 2, number + 1)).fill(-1);
    places.set(this.#placeOf);
    this.#placeOf = places;
  }
}
