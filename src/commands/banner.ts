import { endpointsOf, type App } from "../app.ts";
import type { Settings } from "../config.ts";

/** What the operator sees once the bot is up. */
export async function banner(app: App, settings: Settings, url: string, ms: number): Promise<string> {
  const { packs, passages, problems } = await app.knowledge.stats();
  const models = endpointsOf(settings).map(
    ({ model, baseUrl }) => `${model} at ${baseUrl ?? "the DeepSeek platform"}`,
  );
  const none = "none: answering from sources only. Set DEEPSEEK_API_KEY or DEEPSEEK_BASE_URL";
  const faults = problems === 0 ? "" : ` · ${problems} problems, see: npx bangban doctor`;
  return [
    `Bangban 0.1.0 · data ${settings.dataDir} · node ${process.versions.node} · ready in ${(ms / 1_000).toFixed(2)} s`,
    `  knowledge   ${packs} ${packs === 1 ? "pack" : "packs"}, ${passages} passages${faults}`,
    `  model       ${models.length === 0 ? none : models.join(", then ")}`,
    `  web         ${url}`,
    `  slack       ${slackWords(settings)}`,
  ].join("\n");
}

function slackWords({ slackBotToken, slackAppToken, webHost, slackPort }: Settings): string {
  if (slackBotToken === undefined) return "off: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (docs/slack.md)";
  return slackAppToken === undefined ? `on, events at http://${webHost}:${slackPort}` : "on, by Socket Mode";
}
