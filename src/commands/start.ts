import { PLATFORMS } from "../adapters/index.ts";
import type { WebAdapter } from "../adapters/web/adapter.ts";
import { openApp, type App } from "../app.ts";
import type { Adapter } from "../core/adapter.ts";
import { readSettings, type Settings } from "../config.ts";
import { Desk } from "../desk/desk.ts";
import type { DeskEvents } from "../desk/events.ts";
import { lockFolder, type FolderLock } from "../store/sqlite/lock.ts";
import { createLog, type Log } from "../telemetry/log.ts";
import { createMetrics, type Metrics } from "../telemetry/metrics.ts";
import { banner } from "./banner.ts";
import { fail, remark, type CommonOptions } from "./output.ts";
import { pageSources } from "./page.ts";
import { openSlack } from "./slack.ts";
import type { SlackFront } from "./slack-front.ts";

// what runs may finish; beyond this a service manager loses its patience
const DRAIN_MS = 10_000;

/** The serving bot: its parts, and how to end it. */
interface Bot {
  readonly app: App;
  readonly desk: Desk;
  readonly web: WebAdapter;
  /** All platforms, the page among them. */
  readonly adapters: readonly Adapter[];
  readonly lock: FolderLock;
}

/** `bangban start`: every configured adapter, until SIGTERM or SIGINT. */
export async function start(options: CommonOptions & { readonly port?: string }): Promise<void> {
  try {
    const settings = readSettings({ dataDir: options.data, webPort: options.port });
    const log = createLog(settings.logLevel);
    const startedMs = performance.now();
    const bot = await open(settings, log, options);
    remark(await banner(bot.app, settings, bot.web.url, performance.now() - startedMs));
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void leave(bot, log));
    // the page is up; what the first question would wait for is loaded behind it
    await Promise.all([bot.app.agent.warm(), bot.app.knowledge.warm()]);
  } catch (error) {
    fail(error, options);
    process.exit();
  }
}

async function open(settings: Settings, log: Log, { today }: CommonOptions): Promise<Bot> {
  const lock = lockFolder(settings.dataDir);
  const metrics = createMetrics(() => desk.queue);
  const app = await openApp(settings, {
    log,
    today,
    onAlert: ({ kind }) => metrics.alert(kind),
    onCitation: metrics.cited,
  });
  const { createWebAdapter } = await PLATFORMS.web();
  const web = createWebAdapter({
    host: settings.webHost,
    port: settings.webPort,
    hosts: settings.webOrigins?.split(",").map((name) => name.trim()) ?? [],
    onError: (error) => log.error({ err: error }, "the page could not answer"),
    ...pageSources(app, metrics, settings, () => desk),
  });
  const front = settings.slackBotToken === undefined ? undefined : await frontOf(settings, app, today);
  const slack = front === undefined ? null : await openSlack(settings, app, log, front);
  const adapters: readonly Adapter[] = slack === null ? [web] : [web, slack];
  const desk = new Desk({
    store: app.store,
    handle: counted(app, metrics, front),
    adapters,
    events: eventsOf(log, metrics),
  });
  const left = await desk.recover();
  if (left > 0) log.info({ messages: left }, "taking up messages that a former run left");
  for (const adapter of adapters) {
    await adapter.start((message, onProgress) => desk.receive(message, onProgress));
  }
  desk.open();
  return { app, desk, web, adapters, lock };
}

/** Slack's forms and home page, loaded only where Slack is configured. */
async function frontOf(settings: Settings, app: App, today: string | undefined): Promise<SlackFront> {
  const { slackFront } = await import("./slack-front.ts");
  return slackFront(settings, app, today);
}

const counted = ({ handle }: App, metrics: Metrics, front: SlackFront | undefined): App["handle"] =>
  async function countedHandle(message, way) {
    // the agent that a person chose on the home page, where the message names none
    const agent = way.agent || (await front?.agentFor(message)) || "";
    const reply = await handle(message, { ...way, agent });
    if (reply !== null) metrics.replied(reply);
    return reply;
  };

const eventsOf = (log: Log, metrics: Metrics): DeskEvents => ({
  received: metrics.received,
  answered: metrics.answered,
  sendFailed(key, reason, retryInMs) {
    metrics.sendFailed(retryInMs === undefined);
    log.warn({ key, reason, retryInMs }, retryInMs === undefined ? "a piece was given up" : "a send failed");
  },
  broken: (messageId, error) =>
    log.error({ err: error, messageId }, "a message could not be handled; it is kept"),
});

/** Takes nothing more in, lets what runs finish, and goes. */
async function leave({ app, desk, web, adapters, lock }: Bot, log: Log): Promise<void> {
  log.info(desk.queue, "leaving");
  await Promise.all(adapters.map((adapter) => adapter.stop()));
  await desk.drain(DRAIN_MS);
  await web.close();
  await app.close();
  lock.release();
  process.exit(0);
}
