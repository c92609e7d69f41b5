import type { PageInfo, WebSources } from "../adapters/web/options.ts";
import type { App } from "../app.ts";
import type { Settings } from "../config.ts";
import type { Desk } from "../desk/desk.ts";
import type { Metrics } from "../telemetry/metrics.ts";

// a talk this long takes a page a moment to draw; older lines stay in the store
const TALK_LINES = 200;

/** What the web page asks the rest of the bot for. */
export function pageSources(app: App, metrics: Metrics, settings: Settings, desk: () => Desk): WebSources {
  return {
    history: (conversation) => app.store.inbox.talk(conversation, TALK_LINES),
    info: async () => infoOf(app, settings),
    openFile: app.files.open,
    health: () => healthOf(app, desk()),
    metrics: metrics.text,
  };
}

function infoOf({ knowledge, agent }: App, { institution }: Settings): PageInfo {
  const title = institution.tenant.name;
  return {
    title: { zh: title || "帮办", en: title || "Bangban" },
    // the page serves citizens; what is not for them is not named to them
    agents: knowledge.packs
      .filter(({ audience }) => audience.includes("citizen"))
      .map(({ id, name, purpose, suggestions }) => ({
        id,
        name,
        purpose,
        suggestions: { zh: suggestions.map(({ zh }) => zh), en: suggestions.map(({ en }) => en) },
      })),
    model: agent.endpoints()[0]?.model ?? "",
  };
}

async function healthOf({ knowledge, agent, store }: App, desk: Desk) {
  const endpoints = agent.endpoints();
  const { passages, problems, collections } = await knowledge.stats();
  return {
    ok: true,
    adapters: { web: { ok: true } },
    queue: { ...desk.queue, open: await store.inbox.countOpen() },
    // without a model the bot still answers: that is a mode, not a failure
    model: { mode: endpoints.some(({ ok }) => ok) ? "model" : "offline", endpoints },
    index: { passages, problems, collections: collections.length },
  };
}
