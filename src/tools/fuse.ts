import type { Hit, SearchResult } from "../knowledge/passage.ts";
import { workOfTitle } from "../knowledge/segment/works.ts";

// what a rewrite counts that finds nothing where the person's own words look: a model may have misunderstood
const UNCONFIRMED = 0.4;
const COMPARED = 8; // the best of a list

/**
 * One ranking out of several, the person's own wording first: each list counts with its scores as shares of its own
 * best, and the shares add up; a passage that several queries found rises. A list in other words counts the more,
 * the more of its best stand in laws or cards that the person's own words lead to as well: it may find other
 * articles, but rarely in another matter. Scores of the result run from 0 to 1.
 */
export function fuse(results: readonly SearchResult[]): readonly Hit[] {
  const [own, ...others] = results;
  const matters = new Set((own?.hits ?? []).map(({ title }) => workOfTitle(title)));
  const lists = [{ hits: own?.hits ?? [], trust: 1 }];
  for (const { hits } of others) lists.push({ hits, trust: trustOf(hits, matters) });
  const sums = new Map<string, { hit: Hit; sum: number }>();
  for (const { hits, trust } of lists) {
    const best = Math.max(0, ...hits.map(({ score }) => score));
    if (best === 0) continue;
    for (const hit of hits) {
      const before = sums.get(hit.id);
      sums.set(hit.id, { hit: before?.hit ?? hit, sum: (before?.sum ?? 0) + (trust * hit.score) / best });
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.sum - a.sum)
    .map(({ hit, sum }) => ({ ...hit, score: sum / results.length }));
}

/** Full trust where the person's own words found nothing: then the rewrites are all there is. */
function trustOf(hits: readonly Hit[], matters: ReadonlySet<string>): number {
  if (matters.size === 0) return 1;
  const best = hits.slice(0, COMPARED);
  const shared = best.filter(({ title }) => matters.has(workOfTitle(title))).length;
  return UNCONFIRMED + (1 - UNCONFIRMED) * (shared / Math.max(1, best.length));
}
