/** Digits that stand together; `X` may end the last group of a run. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Groups with nothing but one or two spaces or hyphens between them. */
export type Run = readonly Group[];

/** Some neighbouring groups of a run, read as one number. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly groups: Run;
}

// groups are gathered up to the shortest number anybody looks for; shorter runs cannot hold personal data
const SHORTEST_NUMBER = 11;

// nobody cuts a number into more pieces than this, unless it is spelled digit by digit and stands alone
const MOST_GROUPS = 7;

const RUN = /\d+(?:[ -]{1,2}\d+)*(?:[ -]{0,2}[Xx](?![A-Za-z0-9]))?/g;
const GROUP = /[\dXx]+/g;

/** Every run of digits in a folded text that is long enough to be a number of a person. */
export function digitRuns(folded: string): Run[] {
  const runs: Run[] = [];
  for (const match of folded.matchAll(RUN)) {
    if (match[0].length < SHORTEST_NUMBER) continue;
    runs.push(groupsOf(match[0], match.index));
  }
  return runs;
}

function groupsOf(run: string, offset: number): Run {
  return [...run.matchAll(GROUP)].map(({ 0: digits, index }) => ({
    start: offset + index,
    end: offset + index + digits.length,
    digits: digits.toUpperCase(),
  }));
}

/**
 * The numbers in a run that `accept` takes, from left to right and never overlapping; at
 * each place the longest
 * reading of `shortest` to `longest` digits is tried first.
 */
export function* numbersIn(
  run: Run,
  shortest: number,
  longest: number,
  accept: (candidate: Candidate) => boolean,
): Generator<Candidate> {
  let first = 0;
  while (first < run.length) {
    const taken = readingsFrom(run, first, shortest, longest).find(accept);
    if (taken) yield taken;
    first += taken ? taken.groups.length : 1;
  }
}

function readingsFrom(run: Run, first: number, shortest: number, longest: number): Candidate[] {
  const readings: Candidate[] = [];
  const isWhole = first === 0 && run.length <= longest;
  const end = Math.min(run.length, isWhole ? longest : first + MOST_GROUPS);
  let length = 0;
  for (let last = first; last < end && length < longest; last++) {
    length += run[last]?.digits.length ?? 0;
    if (length < shortest || length > longest) continue;
    if (last - first >= MOST_GROUPS && last + 1 < run.length) continue;
    readings.unshift(candidateOf(run.slice(first, last + 1)));
  }
  return readings;
}

function candidateOf(groups: Run): Candidate {
  const digits = groups.map((group) => group.digits).join("");
  return { start: groups[0]?.start ?? 0, end: groups.at(-1)?.end ?? 0, digits, groups };
}
