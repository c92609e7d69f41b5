import type { Lexical } from "../lexical/build.ts";
import { holdsTerm } from "../lexical/score.ts";
import type { Question } from "./question.ts";

/** Share of what the question tells, by weight, that stands in a row; of the wording that fits better. */
export function coverageIn(lexical: Lexical, row: number, { wordings }: Question): number {
  const shares = wordings.map(({ telling }) => {
    let told = 0;
    let covered = 0;
    for (const [term, weight] of telling) {
      told += weight;
      if (holdsTerm(lexical, row, term)) covered += weight;
    }
    return told > 0 ? covered / told : 0;
  });
  return Math.max(0, ...shares);
}
