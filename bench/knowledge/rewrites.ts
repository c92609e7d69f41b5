import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROLES } from "../../src/core/principal.ts";
import { seeded } from "../../src/knowledge/embed/random.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { fuse } from "../../src/tools/fuse.ts";
import { score, type Query } from "../search-score.ts";
import { COLLECTION, noPacks, type Line } from "./engines.ts";

/**
 * What a model's rewrites do to a search, with a model that is made up: a good one takes its two queries and its
 * sentence from the law next to the right article, a useless one takes them from anywhere.
 *
 *   node bench/knowledge/rewrites.ts --stard FOLDER --data DIR [--questions 300]
 *
 * DIR is what `search-peers.ts --keep DIR` left. The good model knows more law than a real one, though not the
 * article itself; it shows that fusing takes up good wording, not what a certain model gains.
 */
const { values } = parseArgs({
  options: {
    stard: { type: "string", default: "" },
    data: { type: "string", default: "" },
    questions: { type: "string", default: "300" },
  },
});
const QUERY_CHARS = 14;
const SENTENCE_CHARS = 45;
const FOUND = 20;

const linesOf = (name: string) =>
  readFileSync(join(values.stard, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const corpus: Line[] = linesOf("corpus.jsonl");
const queries: Query[] = linesOf("queries.jsonl").slice(0, Number(values.questions));
const byTitle = new Map(corpus.map((line) => [line.title, line]));
const byId = new Map(corpus.map((line) => [line.id, line]));
const random = seeded(11);

const spanOf = (text: string, length: number): string => {
  const start = Math.floor(random() * Math.max(1, text.length - length));
  return text.slice(start, start + length);
};
const anywhere = (): string => corpus[Math.floor(random() * corpus.length)]?.text ?? "";

const DIGITS = "零一二三四五六七八九";
/** The title of the next article, where its number ends in a digit that has a next one. */
const nextTitle = (title: string): string =>
  title.replace(
    /([一二三四五六七八])条$/,
    (_, digit: string) => `${DIGITS[DIGITS.indexOf(digit) + 1] ?? ""}条`,
  );

/** The article after the right one; the right one where there is none after it. */
function besideOf({ relevant }: Query): string {
  const right = byId.get(relevant[0] ?? "");
  return byTitle.get(nextTitle(right?.title ?? ""))?.text ?? right?.text ?? "";
}

const MODELS: Readonly<Record<string, (query: Query) => readonly string[]>> = {
  none: () => [],
  "good (beside the right article)": (query) => written(besideOf(query), besideOf(query)),
  "half good (one of three)": (query) => [
    spanOf(besideOf(query), QUERY_CHARS),
    ...written(anywhere(), anywhere()).slice(1),
  ],
  useless: () => written(anywhere(), anywhere()),
};

const written = (one: string, other: string): readonly string[] => [
  spanOf(one, QUERY_CHARS),
  spanOf(other, QUERY_CHARS),
  spanOf(one, SENTENCE_CHARS),
];

const knowledge = await openKnowledge({
  dataDir: values.data,
  packsDir: noPacks(values.data),
  log: () => {},
});
const scope = { collections: [COLLECTION], roles: ROLES, on: "2026-11-23" };
const rows: object[] = [];
for (const [name, write] of Object.entries(MODELS)) {
  const judged: { relevant: readonly string[]; found: readonly string[] }[] = [];
  for (const query of queries) {
    const texts = [query.text, ...write(query)];
    const results = await Promise.all(texts.map((text) => knowledge.search(text, scope, FOUND)));
    judged.push({ relevant: query.relevant, found: fuse(results).map(({ id }) => id) });
  }
  rows.push({ model: name, ...score(judged) });
}
console.table(rows);
await knowledge.close();
