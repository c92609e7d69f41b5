import { fileURLToPath } from "node:url";
import { scoreTalks } from "./extract-score.ts";
import type { Score } from "./extract-score.ts";

// node bench/draft/extract.ts [FILE.jsonl] [PREFIX]: how well talks are read, field by field
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [file = here("../../test/documents/extract/talks.jsonl"), prefix = ""] = process.argv.slice(2);
const scores = scoreTalks(file, here("../../knowledge")).filter(({ id }) => id.startsWith(prefix));

const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
const [right, wrong, missed] = [sum((one) => one.right), sum((one) => one.wrong), sum((one) => one.missed)];
const [precision, recall] = [right / (right + wrong), right / (right + missed)];

for (const { id, faults, invented } of scores) {
  for (const fault of faults) console.log(`${id}  ${fault}`);
  for (const words of invented) console.log(`${id}  INVENTED ${words}`);
}
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
console.log(
  `${scores.length} talks, ${right + missed} fields: precision ${percent(precision)}, recall ${percent(recall)}, ` +
    `F1 ${percent((2 * precision * recall) / (precision + recall))}, invented ${sum((one) => one.invented.length)}`,
);
