import { readFileSync } from "node:fs";
import { openApp, type App } from "../app.ts";
import { readSettings } from "../config.ts";
import type { Reply } from "../core/reply.ts";
import { readQuestions, type Question } from "../knowledge/packs/questions.ts";
import { createLog } from "../telemetry/log.ts";
import { runTurn } from "./ask.ts";
import { EXIT, fail, print, printJson, remark, wrongUse, type CommonOptions } from "./output.ts";
import { faultsOf, summary, type Scored } from "./scoring.ts";

/** `bangban evaluate PACK|FILE.jsonl`: asks every question as a citizen would, and scores the answers. */
export async function evaluate(name: string, options: CommonOptions): Promise<void> {
  let app: App | undefined;
  try {
    const settings = readSettings({ dataDir: options.data });
    app = await openApp(settings, { log: createLog("warn"), today: options.today });
    const questions = questionsOf(app, name);
    const scored: Scored[] = [];
    for (const question of questions) scored.push(await score(app, question, packOf(app, name)));
    const report = summary(scored);
    if (report.passed < report.total) process.exitCode = EXIT.failed;
    if (options.json) return printJson(report);
    for (const { id, kind, faults } of report.failures) remark(`${id} (${kind}): ${faults.join("; ")}`);
    for (const [metric, figure] of Object.entries(report.metrics)) print(`${metric}: ${figure}`);
    print(`${report.passed} of ${report.total} passed`);
  } catch (error) {
    fail(error, options);
  } finally {
    await app?.close();
  }
}

const packOf = ({ knowledge }: App, name: string): string | undefined =>
  knowledge.packs.find(({ id }) => id === name)?.id;

function questionsOf({ knowledge }: App, name: string): readonly Question[] {
  const pack = knowledge.packs.find(({ id }) => id === name);
  if (pack) return pack.questions;
  if (!name.endsWith(".jsonl")) {
    const known = knowledge.packs.map(({ id }) => id).join(", ");
    throw wrongUse(
      `there is no pack "${name}"`,
      `name one of these: ${known}, or a .jsonl file of questions`,
    );
  }
  const { questions, faults } = readQuestions(readFileSync(name, "utf8"), name);
  for (const { file, line, fault, remedy } of faults)
    remark(`${file}, line ${line ?? "?"}: ${fault}. ${remedy}.`);
  return questions;
}

async function score(app: App, question: Question, agent: string | undefined): Promise<Scored> {
  const begun = performance.now();
  const reply = await runTurn(app, { text: question.text, agent });
  const ms = performance.now() - begun;
  const titles = await titlesOf(app, question, agent);
  const cites = question.tool !== undefined || cited(reply, titles);
  const offers = (reply?.actions ?? []).some(({ text }) => titles.includes(text));
  return { question, ms, faults: faultsOf(question, reply, titles), cites, offers };
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

const cited = (reply: Reply | null, titles: readonly string[]): boolean =>
  titles.length === 0 ||
  (reply?.citations ?? []).some(({ title }) => titles.some((each) => title.includes(each)));
