import { TermTable } from "./term-table.ts";
import { termsOf } from "./tokens.ts";

/** An inverted index in typed arrays: which rows hold a term, and how often. */
export interface Lexical {
  /** Terms in rising order. */
  readonly terms: Uint32Array;
  /** Where the postings of each term start; one more entry than terms. */
  readonly starts: Uint32Array;
  /** Rows of each term, rising. */
  readonly rows: Uint32Array;
  /** How often the term stands in that row, at most 255. */
  readonly counts: Uint8Array;
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
    const starts = new Uint32Array(order.length + 1);
    for (let i = 0; i < this.#size; i += 1) {
      const next = (rankOf[this.#numbers[i] ?? 0] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    return {
      terms: order.map((number) => byNumber[number] ?? 0),
      starts,
      ...this.#scatter(rankOf, starts),
      lengths: Uint32Array.from(this.#lengths),
    };
  }

  #scatter(rankOf: Uint32Array, starts: Uint32Array): Pick<Lexical, "rows" | "counts"> {
    const next = starts.slice();
    const rows = new Uint32Array(this.#size);
    const counts = new Uint8Array(this.#size);
    let place = 0;
    this.#ends.forEach((end, row) => {
      for (; place < end; place += 1) {
        const rank = rankOf[this.#numbers[place] ?? 0] ?? 0;
        const at = next[rank] ?? 0;
        rows[at] = row;
        counts[at] = this.#counts[place] ?? 0;
        next[rank] = at + 1;
      }
    });
    return { rows, counts };
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
