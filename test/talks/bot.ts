import { openApp, type App } from "../../src/app.ts";
import { readSettings } from "../../src/config.ts";
import type { Role } from "../../src/core/principal.ts";
import type { Reply } from "../../src/core/reply.ts";
import type { Progress } from "../../src/core/turn.ts";
import { NO_LOG } from "../../src/telemetry/log.ts";
import { startFakeDeepSeek } from "../fakes/deepseek-server.ts";
import { tempFolder } from "../commands/run.ts";
import { message } from "../samples.ts";

/** One line of a talk: what was answered, and what was seen while it came. */
export interface Heard {
  readonly reply: Reply;
  readonly streamed: string;
}

const THE_DAY = "2026-11-23";

/** The whole bot over the packs that ship, and a person who talks to it; `hasModel` puts a fake DeepSeek behind it. */
export async function openBot({ hasModel = false, data = tempFolder(), as = [] as readonly Role[] } = {}) {
  const model = await startFakeDeepSeek();
  const alerts: string[] = [];
  const env: Record<string, string> = hasModel ? { DEEPSEEK_BASE_URL: model.url } : {};
  const settings = readSettings({ dataDir: data }, env, "no-such-file");
  const app: App = await openApp(settings, {
    log: NO_LOG,
    today: THE_DAY,
    onAlert: ({ kind }) => alerts.push(kind),
  });
  const handle = as.length === 0 ? app.handle : app.handleAs(as);
  return {
    app,
    model,
    alerts,
    data,
    /** Says something in a conversation and waits for the answer. */
    async say(text: string, room = "r1"): Promise<Heard> {
      let streamed = "";
      const progress = (event: Progress): void => {
        if (event.type === "text") streamed += event.delta;
      };
      const reply = await handle(message(text, { room }), { signal: new AbortController().signal, progress });
      if (reply === null) throw new Error(`no answer to "${text}"`);
      return { reply, streamed };
    },
    async close() {
      await app.close();
      await model.close();
    },
  };
}
