import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Citation, Statutes } from "../../src/statutes/index.ts";
import { articleKey, readArticleNumber } from "../../src/statutes/text/article-number.ts";

const FILE = new URL("./sentences.jsonl", import.meta.url);
// sentences without a day of their own are judged on this one
const TODAY = "2026-11-23";
// written for a law that has no title of its own to compare
const ANY_NAME = ["unknown", "wrong", "dangling"];

const sentence = z.object({
  id: z.string(),
  text: z.string(),
  on: z.string().optional(),
  actOn: z.string().optional(),
  /** Judged only with the words of the law at hand. */
  needs: z.literal("texts").optional(),
  /** law|article|款|项|status[|part of the suggestion], in order; "none" for no citation at all. */
  expect: z.array(z.string()),
  /** The rule or text that makes the expectation right. */
  source: z.string(),
});

/** A sentence in drafting language and what must be said of its citations. */
export type Sentence = z.output<typeof sentence>;

/** The sentences written by hand. */
export const sentences = (): Sentence[] =>
  readFileSync(FILE, "utf8")
    .trim()
    .split("\n")
    .map((line) => sentence.parse(JSON.parse(line)));

/** What the desk says of a sentence, in the form of `expect`. */
export function told({ cite }: Statutes, { text, on, actOn, expect }: Sentence): string[] {
  const days = { on: on ?? TODAY, ...(actOn === undefined ? {} : { actOn }) };
  const { citations } = cite(text, days);
  if (citations.length === 0) return ["none"];
  return citations.map((citation, index) => line(citation, expect[index] ?? ""));
}

function line(citation: Citation, expected: string): string {
  const [law = "", , , , , wanted] = expected.split("|");
  const isLaw = ANY_NAME.includes(law) || citation.law === law || citation.law === `中华人民共和国${law}`;
  const number = citation.article === null ? null : readArticleNumber(citation.article);
  const place = [number ? articleKey(number) : "", citation.paragraph ?? "", citation.item ?? ""];
  const suggestion = citation.suggestion ?? "";
  const hint = wanted === undefined ? [] : [suggestion.includes(wanted) ? wanted : suggestion];
  return [isLaw ? law : citation.law, ...place, citation.status, ...hint].join("|");
}
