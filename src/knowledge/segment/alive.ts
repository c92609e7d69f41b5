import type { LoadedIndex } from "./load.ts";
import type { Segment } from "./segment.ts";

/** The parts of an index as they may be searched: rows that are gone, or that a later part holds, are crossed out. */
export function segmentsOf({ manifest, parts }: LoadedIndex, hidden: readonly number[]): Segment[] {
  const { collection, generation } = manifest;
  const later: ArrayLike<number>[] = [];
  const segments = parts.toReversed().map(({ text, meaning }) => {
    const gone = crossedOut(text.columns.ids, [hidden, ...later]);
    later.push(text.columns.ids);
    return { collection, generation, text, meaning, ...(gone === null ? {} : { gone }) };
  });
  return segments.toReversed();
}

/** 1 at each place whose row stands in one of the other lists; all lists rise. Null when there is none. */
function crossedOut(ids: Uint32Array, others: readonly ArrayLike<number>[]): Uint8Array | null {
  let gone: Uint8Array | null = null;
  const last = ids.at(-1) ?? 0;
  for (const other of others) {
    let at = 0;
    for (let i = 0; i < other.length; i += 1) {
      const row = other[i] ?? 0;
      if (row > last) break;
      at = placeOf(ids, row, at);
      if (ids[at] !== row) continue;
      gone ??= new Uint8Array(ids.length);
      gone[at] = 1;
    }
  }
  return gone;
}

/** The first place from `from` on that holds this row or a higher one. */
function placeOf(ids: Uint32Array, row: number, from: number): number {
  let low = from;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
