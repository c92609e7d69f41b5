import { codedLength, encode, type Postings } from "./postings.ts";
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
      ...this.#coded(rankOf),
      lengths: Uint32Array.from(this.#lengths),
    };
  }

  /** Writes the postings of all terms, once to measure and once for good. */
  #coded(rankOf: Uint32Array): Postings {
    const starts = new Uint32Array(rankOf.length + 1);
    const spread = new Uint32Array(rankOf.length);
    this.#each(rankOf, (rank, step, count) => {
      starts[rank + 1] = (starts[rank + 1] ?? 0) + codedLength(step, count);
      spread[rank] = (spread[rank] ?? 0) + 1;
    });
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const code = new Uint8Array(starts.at(-1) ?? 0);
    const next = starts.slice();
    this.#each(rankOf, (rank, step, count) => {
      next[rank] = encode(code, next[rank] ?? 0, step, count);
    });
    return { starts, spread, code };
  }

  /** Goes through all postings in row order; `step` is the distance from the term's row before. */
  #each(rankOf: Uint32Array, visit: (rank: number, step: number, count: number) => void): void {
    const last = new Int32Array(rankOf.length).fill(-1);
    let place = 0;
    this.#ends.forEach((end, row) => {
      for (; place < end; place += 1) {
        const rank = rankOf[this.#numbers[place] ?? 0] ?? 0;
        visit(rank, row - (last[rank] ?? -1), this.#counts[place] ?? 0);
        last[rank] = row;
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
