import type { Hit, SearchResult } from "../knowledge/passage.ts";

/**
 * One ranking out of several: each list counts with its scores as shares of its own best, and the shares add
 * up; a passage that several queries found rises. Scores of the result run from 0 to 1.
 */
export function fuse(results: readonly SearchResult[]): readonly Hit[] {
  const sums = new Map<string, { hit: Hit; sum: number }>();
  for (const { hits } of results) {
    const best = Math.max(0, ...hits.map(({ score }) => score));
    if (best === 0) continue;
    for (const hit of hits) {
      const before = sums.get(hit.id);
      sums.set(hit.id, { hit: before?.hit ?? hit, sum: (before?.sum ?? 0) + hit.score / best });
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.sum - a.sum)
    .map(({ hit, sum }) => ({ ...hit, score: sum / results.length }));
}
