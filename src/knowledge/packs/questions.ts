import { z } from "zod";
import { readJsonLines } from "./json-lines.ts";
import type { Fault } from "./problem.ts";

const questionSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  lang: z.enum(["zh", "en"]),
  kind: z.enum(["answerable", "needs_detail", "unanswerable", "handover", "urgent"]),
  articles: z.array(z.string()).default([]),
  must: z.array(z.string()).default([]),
  mustNot: z.array(z.string()).default([]),
  asks: z.boolean().optional(),
  tool: z.string().optional(),
});

/** A question with what a good answer must show; what `evaluate` scores. */
export type Question = Readonly<z.output<typeof questionSchema>>;

/** Reads `questions.jsonl`; broken lines are named and left out. */
export function readQuestions(text: string, file: string): { questions: Question[]; faults: Fault[] } {
  const { values, faults } = readJsonLines(text, questionSchema, file);
  return { questions: values.map(({ value }) => value), faults };
}
