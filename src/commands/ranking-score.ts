/** What should have been found for a question, and what was, best first; as ids. */
export interface Judged {
  readonly relevant: readonly string[];
  readonly found: readonly string[];
}

const CUTS = [5, 10, 20, 100] as const;
const DEPTH = 10; // of MRR and nDCG
const DIGITS = 4;

/** Means over all questions: recall at four depths, MRR@10, binary nDCG@10; nothing without questions. */
export function rankingScore(judged: readonly Judged[]): Readonly<Record<string, number>> {
  if (judged.length === 0) return {};
  const mean = (of: (each: Judged) => number) =>
    Number((judged.reduce((sum, each) => sum + of(each), 0) / judged.length).toFixed(DIGITS));
  return {
    ...Object.fromEntries(CUTS.map((cut) => [`R@${cut}`, mean((each) => recall(each, cut))])),
    "MRR@10": mean(reciprocalRank),
    "nDCG@10": mean(gain),
  };
}

const recall = ({ relevant, found }: Judged, cut: number): number =>
  found.slice(0, cut).filter((id) => relevant.includes(id)).length / relevant.length;

function reciprocalRank({ relevant, found }: Judged): number {
  const place = found.slice(0, DEPTH).findIndex((id) => relevant.includes(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

function gain({ relevant, found }: Judged): number {
  const at = (place: number) => 1 / Math.log2(place + 2);
  const won = found.slice(0, DEPTH).reduce((sum, id, i) => sum + (relevant.includes(id) ? at(i) : 0), 0);
  const best = relevant.slice(0, DEPTH).reduce((sum, _id, i) => sum + at(i), 0);
  return won / best;
}
