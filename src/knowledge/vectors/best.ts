export interface Ranked {
  readonly item: number;
  readonly score: number;
}

/** Keeps the `k` highest scores it is shown; equal scores keep the one shown first. */
export class Best {
  readonly #k: number;
  readonly #items: Ranked[] = [];
  #floor = Number.NEGATIVE_INFINITY;

  constructor(k: number) {
    this.#k = k;
  }

  /** Offers one item; costs a comparison unless it belongs to the best. */
  offer(item: number, score: number): void {
    if (score <= this.#floor || this.#k === 0) return;
    this.#items.push({ item, score });
    // sorting now and then is cheaper than keeping a heap in order
    if (this.#items.length >= this.#k * 4 + 64) this.#trim();
  }

  /** The best, highest first. */
  ranked(): readonly Ranked[] {
    this.#trim();
    return this.#items;
  }

  #trim(): void {
    this.#items.sort((a, b) => b.score - a.score || a.item - b.item);
    if (this.#items.length < this.#k) return;
    this.#items.length = this.#k;
    this.#floor = this.#items.at(-1)?.score ?? this.#floor;
  }
}
