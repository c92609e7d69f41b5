import { join } from "node:path";
import { PLATFORMS } from "../adapters/index.ts";
import type { SlackAdapter } from "../adapters/slack/adapter.ts";
import type { App } from "../app.ts";
import type { Settings } from "../config.ts";
import type { SlackFront } from "./slack-front.ts";
import type { Log } from "../telemetry/log.ts";

// enough to know a thread again and to find the answer that is to be shared
const TALK_LINES = 50;

/** Where the data folder notes when Slack was last listened to. */
export const aliveFileIn = (dataDir: string): string => join(dataDir, "slack-alive.json");

/** Slack, when it is configured. Throws `config.invalid` where it is configured by halves. */
export async function openSlack(
  settings: Settings,
  app: App,
  log: Log,
  front: SlackFront,
): Promise<SlackAdapter | null> {
  const { slackBotToken, slackAppToken, slackSigningSecret, slackPort, slackApiUrl, webHost, dataDir } =
    settings;
  if (slackBotToken === undefined) return null;
  const { createSlackAdapter } = await PLATFORMS.slack();
  return createSlackAdapter({
    ...front,
    botToken: slackBotToken,
    appToken: slackAppToken,
    signingSecret: slackSigningSecret,
    host: webHost,
    port: slackPort,
    apiUrl: slackApiUrl,
    aliveFile: aliveFileIn(dataDir),
    history: (conversation) => app.store.inbox.talk(conversation, TALK_LINES),
    openFile: app.files.open,
    keepFile: app.files.keep,
    suggestions: async () =>
      app.knowledge.packs
        .filter(({ audience }) => audience.includes("citizen"))
        .flatMap(({ suggestions }) => suggestions.map(({ zh }) => zh)),
    onProblem: (what, error) => log.warn({ err: error }, `slack: ${what}`),
  });
}
