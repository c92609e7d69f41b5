import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSlackAdapter, type SlackAdapter } from "../../src/adapters/slack/adapter.ts";
import { neededScopes } from "../../src/adapters/slack/api/needs.ts";
import { openApp, type App } from "../../src/app.ts";
import { readSettings } from "../../src/config.ts";
import { Desk } from "../../src/desk/desk.ts";
import { NO_LOG } from "../../src/telemetry/log.ts";
import { AT_ONCE } from "../adapters/slack/stage.ts";
import { tempFolder } from "../commands/run.ts";
import { startFakeDeepSeek } from "../fakes/deepseek-server.ts";
import { APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } from "../fakes/slack-delivery.ts";
import { httpLine, person, socketLine, type Person } from "../fakes/slack-people.ts";
import { startFakeSlack } from "../fakes/slack-server.ts";
import type { Kept } from "../fakes/slack-state.ts";
import { clicks, type Clicks } from "../fakes/slack-views.ts";
import { slackFront } from "../../src/commands/slack-front.ts";

const TENANT = new URL("../documents/examples/tenant.yaml", import.meta.url);
export const CASES = "C0CASES";
export const HALL = "C0HALL";

/** Who works here, by Slack id, and the room in which cases are talked about. */
const INSTITUTION = `
roles:
  users:
    slack:U0JIA: [officer]
    slack:U0WU: [approver]
rooms:
  slack:${CASES}: { allow: [officer, reviewer, approver] }
`;

/** The whole bot over the packs that ship, in a Slack workspace; `hasModel` puts a fake DeepSeek behind it. */
export async function openSlackOffice({ transport = "http", hasModel = false } = {}) {
  const slack = await startFakeSlack({ scopes: neededScopes() });
  for (const channel of [CASES, HALL]) slack.workspace.channels.add(channel);
  const model = await startFakeDeepSeek();
  const data = tempFolder();
  const file = join(data, "institution.yaml");
  writeFileSync(file, `tenant:\n${readFileSync(TENANT, "utf8").replace(/^/gm, "  ")}\n${INSTITUTION}`);
  const env = { BANGBAN_CONFIG: file, ...(hasModel ? { DEEPSEEK_BASE_URL: model.url } : {}) };
  const problems: string[] = [];
  let parts = await begin();

  async function begin(): Promise<{ app: App; desk: Desk; adapter: SlackAdapter }> {
    const settings = readSettings({ dataDir: data }, env, "no-such-file");
    const app = await openApp(settings, { log: NO_LOG, today: "2026-11-24" });
    const front = slackFront(settings, app, "2026-11-24");
    const handle: App["handle"] = async (message, way) =>
      app.handle(message, { ...way, agent: await front.agentFor(message) });
    const adapter = createSlackAdapter({
      botToken: BOT_TOKEN,
      ...(transport === "socket" ? { appToken: APP_TOKEN } : { signingSecret: SIGNING_SECRET }),
      port: 0,
      apiUrl: slack.apiUrl,
      timing: AT_ONCE,
      aliveFile: join(data, "slack-alive.json"),
      history: (key) => app.store.inbox.talk(key, 50),
      openFile: app.files.open,
      keepFile: app.files.keep,
      ...front,
      onProblem: (what, error) => problems.push(`${what}: ${String(error)}`),
    });
    const desk = new Desk({ store: app.store, handle, adapters: [adapter] });
    await desk.recover();
    await adapter.start((message, progress) => desk.receive(message, progress));
    desk.open();
    return { app, desk, adapter };
  }
  async function end(): Promise<void> {
    await parts.adapter.stop();
    await parts.desk.drain(5_000);
    await parts.app.close();
  }

  const line = transport === "socket" ? socketLine(slack) : httpLine(() => parts.adapter.url);
  /** Messages of the bot that are whole: no stream still growing. */
  const told = (): readonly Kept[] =>
    slack.workspace.messages.filter(
      ({ botId, streamSinceMs }) => botId === slack.workspace.botId && streamSinceMs === undefined,
    );
  return {
    slack,
    problems,
    app: () => parts.app,
    person: (id: string): Person => person(slack, line, id),
    /** The same person's hands on modals and the home page. */
    hands: (id: string): Clicks => clicks(slack, line, id),
    told,
    /** Does something and waits for as many new messages of the bot as are said to follow. */
    async after(deed: () => Promise<unknown>, count = 1): Promise<readonly Kept[]> {
      const before = told().length;
      await deed();
      await slack.until(() => told().length >= before + count);
      return told().slice(before);
    },
    async restart(): Promise<void> {
      await end();
      parts = await begin();
    },
    async close(): Promise<void> {
      await end();
      await model.close();
      await slack.stop();
    },
  };
}

export type SlackOffice = Awaited<ReturnType<typeof openSlackOffice>>;
