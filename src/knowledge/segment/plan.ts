/** What the shape of an index is decided by. */
export interface Shape {
  /** Passages of each part, oldest first. */
  readonly parts: readonly number[];
  /** Passages that no part knows. */
  readonly added: number;
  /** Passages of the collection now. */
  readonly live: number;
}

// bounds the memory of a build, which holds one part at a time; a larger collection has several parts
export const MAX_PART_PASSAGES = 250_000;
// indexed in 30 ms: never worth a part of its own
const SMALL_PART_PASSAGES = 2_000;
// a part is written again when as much as a quarter of it joins it: at a million passages in steps of a hundred,
// each was written 16 times
const MERGE_SHARE = 0.25;
// rows that are gone still cost memory and time: a quarter of them is the most that is carried along
const MAX_DEAD_SHARE = 0.25;

/** How many of the oldest parts stay as they are; the others become one with what is new. 0: all is written anew. */
export function keptParts({ parts, added, live }: Shape): number {
  const held = parts.reduce((total, rows) => total + rows, 0);
  if (held + added - live > held * MAX_DEAD_SHARE) return 0;
  let incoming = added;
  let kept = parts.length;
  // nothing came: what has gone is only crossed out
  if (added === 0) return kept;
  for (; kept > 0; kept -= 1) {
    const rows = parts[kept - 1] ?? 0;
    const isSmall = rows < SMALL_PART_PASSAGES || incoming >= rows * MERGE_SHARE;
    if (!isSmall || rows + incoming > MAX_PART_PASSAGES) break;
    incoming += rows;
  }
  return kept;
}

/**
 * True when a model no longer speaks the language of its collection.
 *
 * A fifth: a model knows the terms of what it was trained on, and how common each is. New texts are embedded by
 * the terms they share with the old ones, and words alone rank them as well; training costs minutes.
 */
export const isOutgrown = ({
  trainedOn,
  changed,
}: {
  readonly trainedOn: number;
  readonly changed: number;
}): boolean => changed > trainedOn * RETRAIN_SHARE;

const RETRAIN_SHARE = 0.2;
