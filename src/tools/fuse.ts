import type { Hit, SearchResult } from "../knowledge/passage.ts";

// a rewrite that no other list bears out counts half: a model may misunderstand what was asked
const UNCONFIRMED = 0.5;
const COMPARED = 8; // the best of each list

/**
 * One ranking out of several, the person's own wording first: each list counts with its scores as shares of its own
 * best, and the shares add up; a passage that several queries found rises. A list in other words counts the more,
 * the more of its best another list has found too. Scores of the result run from 0 to 1.
 */
export function fuse(results: readonly SearchResult[]): readonly Hit[] {
  const sums = new Map<string, { hit: Hit; sum: number }>();
  for (const [at, { hits }] of results.entries()) {
    const best = Math.max(0, ...hits.map(({ score }) => score));
    if (best === 0) continue;
    const trust = at === 0 ? 1 : UNCONFIRMED + (1 - UNCONFIRMED) * agreement(results, at);
    for (const hit of hits) {
      const before = sums.get(hit.id);
      sums.set(hit.id, { hit: before?.hit ?? hit, sum: (before?.sum ?? 0) + (trust * hit.score) / best });
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.sum - a.sum)
    .map(({ hit, sum }) => ({ ...hit, score: sum / results.length }));
}

/** The largest share of a list's best that one other list holds among its own. */
function agreement(results: readonly SearchResult[], at: number): number {
  const best = (i: number) => (results[i]?.hits ?? []).slice(0, COMPARED).map(({ id }) => id);
  const own = best(at);
  const shares = results.map((_, other) => {
    const theirs = other === at ? [] : best(other);
    const least = Math.min(own.length, theirs.length);
    return least === 0 ? 0 : own.filter((id) => theirs.includes(id)).length / least;
  });
  return Math.max(0, ...shares);
}
