import { rankingScore, type Judged } from "../src/commands/ranking-score.ts";

export type { Judged };

export interface Query {
  readonly id: string;
  readonly text: string;
  readonly relevant: readonly string[];
}

/** How many questions there were, and the means over them. */
export const score = (judged: readonly Judged[]): Readonly<Record<string, number>> => ({
  questions: judged.length,
  ...rankingScore(judged),
});
