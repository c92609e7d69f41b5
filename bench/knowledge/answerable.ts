import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { readQuestions, type Question } from "../../src/knowledge/packs/questions.ts";
import { evidenceFor, evidenceOf, type Evidence } from "../../src/knowledge/search/answerable.ts";
import { openSqliteLibrary } from "../../src/store/sqlite/library.ts";
import { Segments } from "../../src/knowledge/segment/segments.ts";
import { rankAll } from "../../src/knowledge/search/search.ts";
import { readFileSync } from "node:fs";

/**
 * How well search knows whether it has an answer: the questions of a pack, once as they are and once with the cards
 * hidden that answer them. The weights are fitted anew on nine tenths of the questions and judged on the tenth.
 *
 *   node bench/knowledge/answerable.ts [PACK]
 */
const pack = process.argv[2] ?? "citizen-services";
const packsDir = fileURLToPath(new URL("../../knowledge", import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), "bench-answerable-"));
const FOLDS = 10;

interface Case {
  readonly id: string;
  readonly kind: "answered" | "hidden" | "absent";
  readonly isRight: boolean;
  readonly evidence: Evidence;
}

const featuresOf = ({ coverage, isNamed, ownWords }: Evidence): number[] => [
  1,
  coverage,
  isNamed ? 1 : 0,
  Math.log1p(ownWords),
];

/** Logistic regression by plain descent with a little shrinkage: four weights need no more. */
function fit(cases: readonly Case[]): number[] {
  const weights = [0, 0, 0, 0];
  for (let step = 0; step < 4_000; step += 1) {
    const slopes = [0, 0, 0, 0];
    for (const { evidence, isRight } of cases) {
      const features = featuresOf(evidence);
      const odds = features.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
      const miss = 1 / (1 + Math.exp(-odds)) - (isRight ? 1 : 0);
      features.forEach((value, i) => (slopes[i] = (slopes[i] ?? 0) + miss * value));
    }
    slopes.forEach((slope, i) => {
      const shrink = i === 0 ? 0 : 0.002 * (weights[i] ?? 0);
      weights[i] = (weights[i] ?? 0) - 0.5 * (slope / cases.length + shrink);
    });
  }
  return weights;
}

const oddsOf = (weights: readonly number[], { evidence }: Case): number =>
  featuresOf(evidence).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);

async function casesOf(questions: readonly Question[]): Promise<readonly Case[]> {
  const knowledge = await openKnowledge({ dataDir, packsDir, log: () => {} });
  await knowledge.close();
  const libraryPath = join(dataDir, "knowledge.db");
  const library = openSqliteLibrary(libraryPath);
  const segments = new Segments({ library, dataDir, libraryPath, log: () => {} });
  const synonyms = knowledge.packs.find(({ id }) => id === pack)?.synonyms ?? [];
  const sources = { library, segments, synonymsOf: () => synonyms, clock: () => 0 };
  const cases: Case[] = [];
  for (const { id, text, lang, kind, articles } of questions) {
    const scope = { collections: [pack], roles: ROLES, on: "2026-11-23", language: lang };
    const { question, ranked } = await rankAll(sources, text, scope, 10);
    const articleOf = ({ segment, row }: (typeof ranked)[number]) =>
      segment.text.columns.articles[segment.text.columns.article[row] ?? 0] ?? "";
    const [best] = ranked;
    const isAnswered = kind === "answerable" || kind === "needs_detail";
    if (best !== undefined) {
      const isRight = isAnswered && articles.includes(articleOf(best));
      const evidence = evidenceFor(question, best);
      cases.push({ id, kind: isAnswered ? "answered" : "absent", isRight, evidence });
    }
    const other = ranked.find((each) => !articles.includes(articleOf(each)));
    if (isAnswered && other !== undefined) {
      cases.push({ id, kind: "hidden", isRight: false, evidence: evidenceFor(question, other) });
    }
  }
  await library.close();
  return cases;
}

/** Odds of each case from weights that never saw its question. */
function heldOut(cases: readonly Case[]): readonly { readonly of: Case; readonly odds: number }[] {
  const ids = [...new Set(cases.map(({ id }) => id))];
  const foldOf = new Map(ids.map((id, i) => [id, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(cases.filter(({ id }) => foldOf.get(id) !== fold));
    return cases.filter(({ id }) => foldOf.get(id) === fold).map((of) => ({ of, odds: oddsOf(weights, of) }));
  }).flat();
}

function report(name: string, judged: readonly { readonly of: Case; readonly odds: number }[]) {
  const share = (kind: Case["kind"], isRight: boolean, above: number) => {
    const all = judged.filter(({ of }) => of.kind === kind && of.isRight === isRight);
    return `${all.filter(({ odds }) => odds > above).length}/${all.length}`;
  };
  return [0, -0.5, -1.2].map((above) => ({
    weights: name,
    "odds above": above,
    "right card first": share("answered", true, above),
    "wrong card first": share("answered", false, above),
    "right card hidden": share("hidden", false, above),
    "nothing there": share("absent", false, above),
  }));
}

try {
  const file = join(packsDir, pack, "questions.jsonl");
  const { questions } = readQuestions(readFileSync(file, "utf8"), file);
  const asked = questions.filter(
    ({ kind, tool }) => kind !== "urgent" && kind !== "handover" && tool === undefined,
  );
  const cases = await casesOf(asked);
  console.table([
    ...report(
      "as shipped",
      cases.map((of) => ({ of, odds: evidenceOf(of.evidence) })),
    ),
    ...report("fitted, held out", heldOut(cases)),
  ]);
  console.log(
    "fitted on all:",
    fit(cases)
      .map((weight) => weight.toFixed(2))
      .join(" "),
    "(base, coverage, named, own words)",
  );
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
