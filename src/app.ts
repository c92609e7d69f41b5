import { SHIPPED_PACKS } from "./shipped.ts";
import { join } from "node:path";
import type { Alert, Endpoint } from "./agent/options.ts";
import { createAgentRunner, type AgentRunner } from "./agent/runner.ts";
import { createTieBreak } from "./agent/tie-break.ts";
import { readTables } from "./calendar/holidays/tables.ts";
import { isForDesk } from "./drafting/at-the-desk.ts";
import { forgetTracing, type Settings } from "./config.ts";
import { holdsAny, type Role } from "./core/principal.ts";
import { dayInChina } from "./core/today.ts";
import type { Reply } from "./core/reply.ts";
import type { Handle, Turn } from "./core/turn.ts";
import { openKnowledge, type Knowledge } from "./knowledge/open.ts";
import { openLawDesk, type LawDesk } from "./law-desk.ts";
import { citationsOf, lookUpWords } from "./law-words.ts";
import { searchReply } from "./search-words.ts";
import { searchModelsOf } from "./search-models.ts";
import { pipeline } from "./pipeline/handle.ts";
import type { PipelineOptions } from "./pipeline/index.ts";
import { statusOf } from "./status.ts";
import { openFileStore, type FileStore } from "./store/files.ts";
import type { Gaps } from "./store/gaps.ts";
import type { Store } from "./store/port.ts";
import { openSqliteGaps } from "./store/sqlite/gaps.ts";
import { auditKey, openSqliteStore } from "./store/sqlite/store.ts";
import type { Log } from "./telemetry/log.ts";
import type { Tool } from "./tools/define.ts";
import { createTools } from "./tools/index.ts";
import { PLAIN_TALK } from "./tools/plain-talk.ts";

/** The bot without its platforms: everything opened and joined. */
export interface App {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly agent: AgentRunner;
  /** What replies carry along: drafts as .docx. */
  readonly files: FileStore;
  /** The pipeline for messages of platforms. */
  readonly handle: Handle;
  /** The pipeline for the operator of this machine, who may speak with any role. */
  handleAs(roles: readonly Role[]): Handle;
  close(): Promise<void>;
}

export interface AppOptions {
  readonly log: Log;
  /** The day to take as today; the day in China unless given. */
  readonly today?: string | undefined;
  readonly onAlert?: (alert: Alert) => void;
  /** Told the status of every citation of a law in an answer. */
  readonly onCitation?: (status: string) => void;
}

// twenty questions at once, one more every three seconds: a person never meets it, a script does
const RATE = { burst: 20, everyMs: 3_000 };
const OPERATOR_RATE = { burst: 1_000_000, everyMs: 1 };
// enough hits that every pack that fits shows up among them
const FIT_HITS = 10;

/** Opens the knowledge base of a data folder, with the models that are configured for searching it. */
export async function openLibrary(settings: Settings, log: Log): Promise<Knowledge> {
  const { dataDir, knowledgeDir = SHIPPED_PACKS } = settings;
  const models = searchModelsOf(settings);
  const options = { dataDir, packsDir: knowledgeDir, log: (line: string) => log.info({}, line), ...models };
  const knowledge = await openKnowledge(options);
  let told: string | undefined;
  return {
    ...knowledge,
    async search(query, scope, k) {
      const result = await knowledge.search(query, scope, k);
      // once until it changes: a dead endpoint would fill the log with every question
      if (result.lack !== undefined && result.lack !== told) log.warn({}, `search: ${result.lack}`);
      told = result.lack;
      return result;
    },
  };
}

/** Opens store, knowledge and agent over a data folder and joins them by the pipeline. */
export async function openApp(settings: Settings, options: AppOptions): Promise<App> {
  forgetTracing();
  const store = openSqliteStore(settings.dataDir);
  const knowledge = await openLibrary(settings, options.log);
  const law = openLawDesk(settings.dataDir);
  const files = openFileStore(settings.dataDir);
  const gaps = openSqliteGaps(settings.dataDir);
  const tools = createTools(knowledge, {
    statutes: law.open,
    holidays: () => readTables(join(settings.dataDir, "calendar")),
  });
  const agent = openAgent(settings, { knowledge, tools }, options);
  const parts = { store, files, gaps, knowledge, agent, law, tools };
  const shared = pipelineOptions(settings, parts, options);
  const room = settings.institution.roles;
  return {
    store,
    knowledge,
    agent,
    files,
    handle: pipeline({ ...shared, rate: RATE, defaultRole: room.default }, agent.answer),
    handleAs: (assumed) =>
      pipeline({ ...shared, rate: OPERATOR_RATE, defaultRole: "none", assumed }, agent.answer),
    async close() {
      law.close();
      await gaps.end();
      await knowledge.close();
      await store.close();
    },
  };
}

/** The models that are configured, in the order in which they are asked; none is a way to work too. */
export function endpointsOf(settings: Settings): readonly Endpoint[] {
  const {
    deepseekKey,
    deepseekUrl,
    deepseekModel,
    deepseekThinking,
    fallbackUrl,
    fallbackKey,
    fallbackModel,
  } = settings;
  const endpoints: Endpoint[] = [];
  if (deepseekKey !== undefined || deepseekUrl !== undefined) {
    endpoints.push({
      name: "main",
      kind: deepseekUrl === undefined || deepseekUrl.includes("deepseek.com") ? "deepseek" : "compatible",
      model: deepseekModel,
      thinking: deepseekThinking,
      ...(deepseekUrl === undefined ? {} : { baseUrl: deepseekUrl }),
      ...(deepseekKey === undefined ? {} : { apiKey: deepseekKey }),
    });
  }
  if (fallbackUrl !== undefined) {
    endpoints.push({
      name: "fallback",
      kind: "compatible",
      baseUrl: fallbackUrl,
      model: fallbackModel ?? deepseekModel,
      ...(fallbackKey === undefined ? {} : { apiKey: fallbackKey }),
    });
  }
  return endpoints;
}

interface Sources {
  readonly knowledge: Knowledge;
  readonly tools: readonly Tool[];
}

function openAgent(
  settings: Settings,
  { knowledge, tools }: Sources,
  { log, onAlert }: AppOptions,
): AgentRunner {
  return createAgentRunner({
    packs: new Map(knowledge.packs.map((pack) => [pack.id, pack])),
    tools,
    rules: PLAIN_TALK.map(({ tool, read }) => ({ tool, read: (words, { today }) => read(words, today) })),
    endpoints: endpointsOf(settings),
    // a secret of this data folder, so that hashed user ids cannot be guessed back by anybody else
    userSalt: Buffer.from(auditKey(settings.dataDir)).toString("hex"),
    onAlert: (alert) => {
      log.error({ ...alert }, alert.message);
      onAlert?.(alert);
    },
    onRefusal: ({ tool, agent, reason }) =>
      log.warn({ tool, agent, reason }, "a tool was asked for without the right"),
    log: (event, detail) => log.debug({ ...detail }, event),
  });
}

type Shared = Omit<PipelineOptions, "rate" | "defaultRole"> & { readonly today: () => string };

function pipelineOptions(
  settings: Settings,
  parts: Pick<App, "store" | "agent" | "files"> & Sources & { readonly law: LawDesk; readonly gaps: Gaps },
  { log, today, onCitation }: AppOptions,
): Shared {
  const { store, gaps, knowledge, agent, law } = parts;
  const { institution } = settings;
  const [main] = endpointsOf(settings);
  return {
    onUnknownFailure: (error, messageId) =>
      log.error({ err: error, messageId }, "a turn failed for an unforeseen reason"),
    users: institution.roles.users,
    rooms: institution.rooms,
    now: Date.now,
    today: () => today ?? dayInChina(Date.now()),
    memory: store.memory,
    gaps,
    auditLog: store.audit,
    homeRegion: institution.tenant.region,
    agentsFor: ({ principal }) => knowledge.packs.filter(({ audience }) => holdsAny(principal, audience)),
    draft: draftingOf(settings, parts, log),
    status: () => statusOf(knowledge, agent),
    search: (turn, words) => searchReply(knowledge, turn, words),
    lookUp: (words, language, day) => lookUpWords(law.open(), words, language, day),
    checkCitations: (text, day, language) => citationsOf(law.open(), text, language, day),
    ...(onCitation === undefined ? {} : { onCitation }),
    fit: (turn, ids) => fitOf(knowledge, turn, ids),
    ...(main === undefined ? {} : { tieBreak: createTieBreak({ endpoint: main }) }),
  };
}

/** The drafting desk, joined when the first officer speaks to it: citizens never wait for its forms to be read. */
function draftingOf(
  settings: Settings,
  { store, files, law, tools }: Pick<App, "store" | "files"> & Sources & { readonly law: LawDesk },
  log: Log,
): (turn: Turn) => Promise<Reply | null> {
  let desk: Promise<(turn: Turn) => Promise<Reply | null>> | undefined;
  const join = async () => {
    const { joinDraftingDesk } = await import("./drafting-desk.ts");
    const findStatute = tools.find(({ name }) => name === "find_statute");
    return joinDraftingDesk({
      settings,
      store,
      files,
      law,
      findStatute,
      log,
      endpoints: endpointsOf(settings),
    });
  };
  return async (turn) => {
    if (!isForDesk(turn)) return null;
    desk ??= join();
    return (await desk)(turn);
  };
}

/** The best hit of each pack for a question, all searched in one pass so that the scores compare. */
async function fitOf(
  knowledge: Knowledge,
  turn: Turn,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const scope = { collections: ids, roles: turn.principal.effectiveRoles, on: turn.today };
  const best = new Map<string, number>();
  for (const { collection, score } of (await knowledge.search(turn.text, scope, FIT_HITS)).hits) {
    best.set(collection, Math.max(score, best.get(collection) ?? 0));
  }
  return best;
}
