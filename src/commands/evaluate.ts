import { openApp, type App } from "../app.ts";
import { readSettings } from "../config.ts";
import { ROLES } from "../core/principal.ts";
import type { Reply } from "../core/reply.ts";
import { dayInChina } from "../core/today.ts";
import type { Question } from "../knowledge/packs/questions.ts";
import type { Scope } from "../knowledge/passage.ts";
import { createLog } from "../telemetry/log.ts";
import { runTurn } from "./ask.ts";
import { compare, hasFallen, keepRun, lastRun, type Comparison, type Run } from "./evaluation-history.ts";
import { questionsFor, type Asked } from "./evaluation-questions.ts";
import { EXIT, fail, print, printJson, remark, type CommonOptions } from "./output.ts";
import { rankingScore, type Judged } from "./ranking-score.ts";
import { faultsOf, percentiles, summary, type Report, type Scored } from "./scoring.ts";

interface EvaluateOptions extends CommonOptions {
  /** Search only this collection. */
  readonly collection?: string;
  /** Fail when something is worse than at the last run, and only then. */
  readonly gate?: boolean;
}

/** `bangban evaluate PACK|COLLECTION|FILE.jsonl`: scores answers and searches, and compares with the last run. */
export async function evaluate(name: string, options: EvaluateOptions): Promise<void> {
  let app: App | undefined;
  try {
    const settings = readSettings({ dataDir: options.data });
    app = await openApp(settings, { log: createLog("warn"), today: options.today });
    const asked = await questionsFor(app.knowledge, name, settings.dataDir);
    const report = await reportOf(
      app,
      { ...asked, collection: options.collection ?? asked.collection },
      options,
    );
    const run: Run = {
      at: new Date().toISOString(),
      total: report.total,
      passed: report.passed,
      metrics: report.metrics,
      failed: report.failures.map(({ id }) => id),
    };
    const before = lastRun(settings.dataDir, name);
    keepRun(settings.dataDir, name, run);
    const ids = [...asked.questions, ...asked.searches].map(({ id }) => id);
    const comparison = before === null ? undefined : compare(before, run, ids);
    const isBad = options.gate
      ? comparison !== undefined && hasFallen(comparison)
      : report.passed < report.total;
    if (isBad) process.exitCode = EXIT.failed;
    if (options.json) printJson({ ...report, comparison });
    else show(report, comparison);
  } catch (error) {
    fail(error, options);
  } finally {
    await app?.close();
  }
}

function show(report: Report, comparison: Comparison | undefined): void {
  for (const { id, kind, faults } of report.failures) remark(`${id} (${kind}): ${faults.join("; ")}`);
  for (const [metric, figure] of Object.entries(report.metrics)) print(`${metric}: ${figure}`);
  print(`${report.passed} of ${report.total} passed`);
  if (comparison === undefined) return;
  const { since, fell, newlyFailing, newlyPassing } = comparison;
  for (const { metric, before, now } of fell) print(`fell since ${since}: ${metric} ${before} -> ${now}`);
  if (newlyFailing.length > 0) print(`passed before, fail now: ${newlyFailing.join(", ")}`);
  if (newlyPassing.length > 0) print(`failed before, pass now: ${newlyPassing.join(", ")}`);
  if (!hasFallen(comparison)) print(`nothing is worse than on ${since}`);
}

async function reportOf(app: App, asked: Asked, options: EvaluateOptions): Promise<Report> {
  const scored: Scored[] = [];
  for (const question of asked.questions) scored.push(await score(app, question, asked.pack));
  const searched = await searchAll(app, asked, options.today ?? dayInChina(Date.now()));
  const report = summary(scored);
  const failures = searched.filter(({ judged }) => asked.searches.length > 0 && !isFound(judged));
  const metrics = {
    ...(scored.length > 0 ? report.metrics : {}),
    ...rankingScore(searched.map(({ judged }) => judged)),
    ...percentiles(
      "msSearch",
      searched.map(({ ms }) => ms),
    ),
  };
  return {
    total: report.total + asked.searches.length,
    passed: report.passed + asked.searches.length - failures.length,
    metrics,
    failures: [
      ...report.failures,
      ...failures.map(({ id, text }) => ({
        id,
        kind: "search",
        text,
        faults: ["nothing right among the first ten"],
      })),
    ],
  };
}

const SHOWN_HITS = 10;
const isFound = ({ relevant, found }: Judged): boolean =>
  found.slice(0, SHOWN_HITS).some((id) => relevant.includes(id));

interface Searched {
  readonly id: string;
  readonly text: string;
  readonly judged: Judged;
  readonly ms: number;
}

const DEPTH = 100; // the deepest cut that is reported

/** Searches for every question of which it is known what should be found, with the rights of the operator. */
async function searchAll({ knowledge }: App, asked: Asked, on: string): Promise<readonly Searched[]> {
  const all = (await knowledge.stats()).collections.map(({ name }) => name);
  const fromQuestions = asked.questions.flatMap(({ id, text, articles, lang, kind, tool }) =>
    articles.length === 0 || kind === "urgent" || tool !== undefined
      ? []
      : [{ id, text, relevant: articles, collection: asked.pack, language: lang }],
  );
  const fromSearches = asked.searches.map((each) => ({ ...each, language: undefined }));
  const searched: Searched[] = [];
  for (const { id, text, relevant, collection, language } of [...fromQuestions, ...fromSearches]) {
    const only = collection ?? asked.collection;
    const scope: Scope = {
      collections: only === undefined ? all : [only],
      roles: ROLES,
      on,
      ...(language === undefined ? {} : { language }),
    };
    const { hits, ms } = await knowledge.search(text, scope, DEPTH);
    const found = hits.map((hit) => (relevant.includes(hit.id) ? hit.id : hit.articleId));
    searched.push({ id, text, judged: { relevant, found: [...new Set(found)] }, ms });
  }
  return searched;
}

async function score(app: App, question: Question, agent: string | undefined): Promise<Scored> {
  const begun = performance.now();
  // asked as one of those whom the pack is for
  const as = app.knowledge.packs.find(({ id }) => id === agent)?.audience[0];
  const reply = await runTurn(app, { text: question.text, agent, as });
  const ms = performance.now() - begun;
  const titles = await titlesOf(app, question, agent);
  const cites = question.tool !== undefined || cited(reply, titles);
  const offers = (reply?.actions ?? []).some(({ text }) => titles.includes(text));
  const isAnswered = (reply?.citations ?? []).length > 0;
  const precision = precisionOf(reply, question.tool === undefined ? titles : []);
  return { question, ms, faults: faultsOf(question, reply, titles), cites, offers, isAnswered, precision };
}

/** The titles of the articles that a right answer rests on. */
async function titlesOf(
  { knowledge }: App,
  { articles, lang }: Question,
  agent = "",
): Promise<readonly string[]> {
  const cards = await Promise.all(articles.map((id) => knowledge.article(id, agent, lang)));
  return cards.flatMap(([first]) => (first ? [first.title] : []));
}

const isRight = (title: string, titles: readonly string[]): boolean =>
  titles.some((each) => title.includes(each));

const cited = (reply: Reply | null, titles: readonly string[]): boolean =>
  titles.length === 0 || (reply?.citations ?? []).some(({ title }) => isRight(title, titles));

function precisionOf(reply: Reply | null, titles: readonly string[]): number | null {
  const citations = reply?.citations ?? [];
  if (titles.length === 0 || citations.length === 0) return null;
  return citations.filter(({ title }) => isRight(title, titles)).length / citations.length;
}
