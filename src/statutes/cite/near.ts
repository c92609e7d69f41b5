/** Fewest insertions, deletions and replacements from one word to the other, or `limit + 1` when it takes more. */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[other.length] ?? limit + 1;
}

// two signs off in a name of twelve is a slip; in a name of four it is another law
const SIGNS_PER_SLIP = 4;
const MOST_SLIPS = 3;
const MOST_NAMES = 3;

/** Names that a slip of the pen could have turned into this one, closest first. */
export function nearNames(key: string, keys: Iterable<string>): string[] {
  const limit = Math.min(MOST_SLIPS, Math.floor(key.length / SIGNS_PER_SLIP) + 1);
  const close: { name: string; apart: number }[] = [];
  for (const name of keys) {
    const apart = distance(key, name, limit);
    if (apart <= limit) close.push({ name, apart });
  }
  return close
    .toSorted((one, other) => one.apart - other.apart || one.name.length - other.name.length)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}
