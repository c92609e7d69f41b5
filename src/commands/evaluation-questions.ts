import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Knowledge } from "../knowledge/open.ts";
import { readJsonLines } from "../knowledge/packs/json-lines.ts";
import { readQuestions, type Question } from "../knowledge/packs/questions.ts";
import { remark, wrongUse } from "./output.ts";

/** A question that asks only for passages: nobody judges an answer. */
export interface SearchQuestion {
  readonly id: string;
  readonly text: string;
  /** Ids of the passages or articles that should be found. */
  readonly relevant: readonly string[];
  readonly collection?: string | undefined;
}

/** What `evaluate` was asked for by one name. */
export interface Asked {
  /** The pack that answers; undefined where the question itself decides. */
  readonly pack?: string | undefined;
  readonly collection?: string | undefined;
  readonly questions: readonly Question[];
  readonly searches: readonly SearchQuestion[];
}

const searchLine = z.looseObject({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  text: z.string().min(1),
  relevant: z.array(z.string()).min(1),
  collection: z.string().optional(),
});

/** The file in which an operator keeps the questions of a collection. */
const questionFile = (dataDir: string, collection: string): string =>
  join(dataDir, "questions", `${collection}.jsonl`);

/** The questions of a pack, of a collection, or of a file. Throws `usage.invalid` when there are none. */
export async function questionsFor(knowledge: Knowledge, name: string, dataDir: string): Promise<Asked> {
  const pack = knowledge.packs.find(({ id }) => id === name);
  if (pack) return { pack: pack.id, questions: pack.questions, searches: [] };
  if (name.endsWith(".jsonl")) return fromFile(name);
  const collections = (await knowledge.stats()).collections.map((each) => each.name);
  const file = questionFile(dataDir, name);
  if (!collections.includes(name)) {
    const known = collections.join(", ");
    throw wrongUse(
      `there is no pack and no collection "${name}"`,
      `name one of these: ${known}, or a .jsonl file of questions`,
    );
  }
  if (!existsSync(file)) {
    throw wrongUse(
      `there are no questions for the collection "${name}"`,
      `write {"id","text","relevant":[passage ids]} a line into ${file}`,
    );
  }
  return { ...fromFile(file), collection: name };
}

function fromFile(file: string): Asked {
  const text = readFileSync(file, "utf8");
  const isSearch = text.includes('"relevant"');
  const { values, faults } = isSearch
    ? readJsonLines(text, searchLine, file)
    : { values: [], faults: readQuestions(text, file).faults };
  for (const { line, fault, remedy } of faults) remark(`${file}, line ${line ?? "?"}: ${fault}. ${remedy}.`);
  return {
    questions: isSearch ? [] : readQuestions(text, file).questions,
    searches: values.map(({ value }) => value),
  };
}
