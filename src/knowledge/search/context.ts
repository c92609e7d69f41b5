/** A piece of a work with what speaks for it alone. */
export interface Piece {
  /** The law or document it is of; null where context tells nothing. */
  readonly work: string | null;
  /** Its article number, or its place in the document. */
  readonly place: number;
  readonly score: number;
}

// what the piece before, the one before that … count; further away begins another matter
const NEIGHBOUR_SHARES = [1, 0.8, 0.6] as const;
const BEST_PIECES = 3;

/** What the work around each piece says for it: the better of its neighbours, and the best of the work. */
export interface Around {
  readonly neighbour: number;
  readonly work: number;
}

/** Looks at each piece among the others of its work: an article is seldom the only one on its matter. */
export function contextOf(pieces: readonly Piece[]): readonly Around[] {
  const works = new Map<string, Map<number, number>>();
  for (const { work, place, score } of pieces) {
    if (work === null) continue;
    const places = works.get(work) ?? new Map<number, number>();
    works.set(work, places.set(place, Math.max(score, places.get(place) ?? 0)));
  }
  const bests = new Map(Array.from(works, ([work, places]) => [work, meanOfBest([...places.values()])]));
  return pieces.map(({ work, place }) => {
    if (work === null) return { neighbour: 0, work: 0 };
    const places = works.get(work) ?? new Map<number, number>();
    const near = NEIGHBOUR_SHARES.flatMap((share, i) =>
      [place - i - 1, place + i + 1].map((each) => share * (places.get(each) ?? 0)),
    );
    return { neighbour: Math.max(...near), work: bests.get(work) ?? 0 };
  });
}

/** Of the three best; a work with fewer hits than that has less to say. */
const meanOfBest = (scores: readonly number[]): number =>
  scores
    .toSorted((a, b) => b - a)
    .slice(0, BEST_PIECES)
    .reduce((sum, score) => sum + score, 0) / BEST_PIECES;
