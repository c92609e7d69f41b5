import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { endpointsOf, openLibrary } from "../app.ts";
import type { Endpoint } from "../agent/options.ts";
import { readSettings, type Settings } from "../config.ts";
import { BotError, messageOf } from "../core/errors.ts";
import { dayInChina } from "../core/today.ts";
import { daysAfter } from "../calendar/period.ts";
import { aliveFileIn } from "./slack.ts";
import { openDocumentDesk } from "../document-desk.ts";
import { openLawDesk, statutesFile } from "../law-desk.ts";
import { textChecks } from "../knowledge/lifecycle/checks.ts";
import { loadHnsw } from "../knowledge/vectors/hnsw.ts";
import { verifyChain } from "../store/chain.ts";
import { auditKey, openSqliteStore } from "../store/sqlite/store.ts";
import { NO_LOG } from "../telemetry/log.ts";
import { EXIT, fail, print, printJson, type CommonOptions } from "./output.ts";

/** One thing looked at. */
interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly remedy?: string;
}

const NODE_MAJOR = 24;
// the national legislature meets every two months; after two years many laws have moved on
const FRESH_DAYS = 730;
// a model on the same network answers this at once; a person waits for the table
const REACH_MS = 5_000;

/** `bangban doctor`: one line a check, each failure with its remedy. */
export async function doctor(options: CommonOptions): Promise<void> {
  const checks: Check[] = [];
  try {
    const settings = readSettings({ dataDir: options.data });
    checks.push({ name: "settings", ok: true, detail: "read without a fault" }, node(), folder(settings));
    checks.push(...(await attempt("record", () => record(settings))));
    checks.push(...(await attempt("knowledge", () => knowledge(settings, options))));
    checks.push(...(await attempt("documents", async () => documents(settings))));
    checks.push(...(await attempt("laws", async () => laws(settings, options.today))));
    checks.push(await vectors());
    checks.push(...(await models(settings)));
    checks.push(...(await slack(settings)));
  } catch (error) {
    if (checks.length === 0) return fail(error, options);
    checks.push(failed("doctor", error));
  }
  const ok = checks.every((check) => check.ok);
  if (!ok) process.exitCode = EXIT.failed;
  if (options.json) return printJson({ ok, checks });
  for (const check of checks) {
    print(`${check.ok ? "ok  " : "FAIL"} ${check.name}: ${check.detail}`);
    if (check.remedy !== undefined) print(`     → ${check.remedy}`);
  }
}

async function attempt(name: string, look: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  return look().catch((error: unknown) => [failed(name, error)]);
}

function failed(name: string, error: unknown): Check {
  const remedy = error instanceof BotError ? error.detail.remedy : undefined;
  return { name, ok: false, detail: messageOf(error), ...(remedy === undefined ? {} : { remedy }) };
}

function node(): Check {
  const ok = Number(process.versions.node.split(".")[0]) >= NODE_MAJOR;
  const remedy = `run through npm or npx, which use the pinned Node, or install Node ${NODE_MAJOR}`;
  return { name: "node", ok, detail: process.version, ...(ok ? {} : { remedy }) };
}

function folder({ dataDir }: Settings): Check {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return { name: "data folder", ok: true, detail: `${dataDir} can be written` };
  } catch (error) {
    const remedy = "make the folder writable for this user, or choose another one with --data";
    return { name: "data folder", ok: false, detail: messageOf(error), remedy };
  }
}

async function record({ dataDir }: Settings): Promise<readonly Check[]> {
  const store = openSqliteStore(dataDir);
  try {
    const { ok, records, firstBad } = await verifyChain(store.audit, auditKey(dataDir));
    const detail = ok ? `${records} lines, every link holds` : `broken at line ${firstBad}`;
    const remedy = "keep the file as it is, and compare it with the last backup";
    return [
      { name: "record", ok, detail, ...(ok ? {} : { remedy }) },
      { name: "inbox", ok: true, detail: `${await store.inbox.countOpen()} messages wait for an answer` },
    ];
  } finally {
    await store.close();
  }
}

/** Slack's tokens, scopes, clock and events, where it is configured. */
async function slack(settings: Settings): Promise<readonly Check[]> {
  const { slackBotToken, slackAppToken, slackSigningSecret, slackApiUrl, dataDir } = settings;
  if (slackBotToken === undefined) return [];
  const { slackChecks } = await import("../adapters/slack/doctor.ts");
  return slackChecks({
    botToken: slackBotToken,
    appToken: slackAppToken,
    signingSecret: slackSigningSecret,
    apiUrl: slackApiUrl,
    aliveFile: aliveFileIn(dataDir),
  });
}

/** The document types, with every fault in their files and in the institution's changes to them. */
function documents(settings: Settings): readonly Check[] {
  const { types, problems, law } = openDocumentDesk(settings);
  law.close();
  const faults = problems.map(({ error }): Check => failed("documents", error));
  return [{ name: "documents", ok: types.size > 0, detail: `${types.size} types of documents` }, ...faults];
}

async function knowledge(
  settings: Settings,
  { today = dayInChina(Date.now()), lang = "en" }: CommonOptions,
): Promise<readonly Check[]> {
  const library = await openLibrary(settings, NO_LOG);
  try {
    const { packs, passages, documents } = await library.stats();
    const detail = `${packs} packs, ${documents} documents, ${passages} passages`;
    const problems = library.problems.map(({ error }): Check => failed("knowledge", error));
    const texts = textChecks(await library.lookOver(today), lang);
    return [{ name: "knowledge", ok: packs > 0, detail }, ...problems, ...texts];
  } finally {
    await library.close();
  }
}

/** Which laws citations are checked against; one that was passed since is not known. */
function laws({ dataDir }: Settings, today = dayInChina(Date.now())): readonly Check[] {
  const desk = openLawDesk(dataDir);
  try {
    const { about } = desk.open().book;
    const detail = about.map(({ collection, laws, newest }) => `${collection}: ${laws} laws up to ${newest}`);
    const newest =
      about
        .map((each) => each.newest)
        .toSorted()
        .at(-1) ?? "";
    const oldestFresh = daysAfter(today, -FRESH_DAYS) ?? "";
    const hasTexts = existsSync(statutesFile(dataDir));
    const words = hasTexts ? "" : "; names and numbers only, no texts";
    const remedy = "read a current collection in: bangban ingest DIR --as statutes";
    const isFresh = newest >= oldestFresh;
    // an old ledger is no fault of the installation: what it knows still holds
    const check = { name: "laws", ok: true, detail: `${detail.join("; ")}${words}` };
    return [isFresh && hasTexts ? check : { ...check, remedy }];
  } finally {
    desk.close();
  }
}

async function vectors(): Promise<Check> {
  const isThere = (await loadHnsw()) !== null;
  const lean = "hnswlib-node is not installed: exact search is used, slower above 50,000 passages";
  return { name: "vector index", ok: true, detail: isThere ? "hnswlib-node is installed" : lean };
}

async function models(settings: Settings): Promise<readonly Check[]> {
  const endpoints = endpointsOf(settings);
  if (endpoints.length > 0) return Promise.all(endpoints.map(reach));
  const detail = "none: answers are quoted from the sources";
  return [
    { name: "model", ok: true, detail, remedy: "set DEEPSEEK_API_KEY or DEEPSEEK_BASE_URL to use one" },
  ];
}

/** Asks the endpoint for its list of models; costs nothing. */
async function reach({
  name,
  baseUrl = "https://api.deepseek.com",
  apiKey,
  model,
}: Endpoint): Promise<Check> {
  const check = `model ${name}`;
  const remedy = `check address and key; ${baseUrl} must answer GET /models`;
  try {
    const headers: Record<string, string> = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
    const signal = AbortSignal.timeout(REACH_MS);
    const answer = await fetch(`${baseUrl.replace(/\/$/, "")}/models`, { headers, signal });
    const detail = `${model} at ${baseUrl}: ${answer.status}`;
    return { name: check, ok: answer.ok, detail, ...(answer.ok ? {} : { remedy }) };
  } catch (error) {
    return { name: check, ok: false, detail: `${model} at ${baseUrl}: ${messageOf(error)}`, remedy };
  }
}
