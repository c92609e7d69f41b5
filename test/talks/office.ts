import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openApp, type App } from "../../src/app.ts";
import { readSettings } from "../../src/config.ts";
import type { Role } from "../../src/core/principal.ts";
import type { Reply } from "../../src/core/reply.ts";
import { NO_LOG } from "../../src/telemetry/log.ts";
import { tempFolder } from "../commands/run.ts";
import { message } from "../samples.ts";

/** The people of an invented office. */
const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  jia: ["officer"],
  ding: ["reviewer"],
  wu: ["approver"],
  shimin: ["citizen"],
};

const TENANT = new URL("../documents/examples/tenant.yaml", import.meta.url);
export const THE_DAY = "2026-11-24";

/** The whole bot in an invented office whose people talk in one room; `modelUrl` puts a model behind it. */
export async function openOffice({ modelUrl = "" } = {}) {
  const data = tempFolder();
  const institution = join(data, "institution.yaml");
  const tenant = readFileSync(TENANT, "utf8").replace(/^/gm, "  ");
  writeFileSync(institution, `tenant:\n${tenant}\n`);
  const env = { BANGBAN_CONFIG: institution, ...(modelUrl === "" ? {} : { DEEPSEEK_BASE_URL: modelUrl }) };
  const open = (): Promise<App> =>
    openApp(readSettings({ dataDir: data }, env, "no-such-file"), { log: NO_LOG, today: THE_DAY });
  let app = await open();
  return {
    data,
    /** The bot as it runs now. */
    app: () => app,
    /** Says something as one of the office's people and waits for the answer; null when the bot stays silent. */
    async say(who: keyof typeof PEOPLE, text: string, room = "case"): Promise<Reply> {
      const handle = app.handleAs(PEOPLE[who] ?? []);
      const way = { signal: new AbortController().signal, progress: () => undefined };
      const reply = await handle(message(text, { room, user: String(who), receivedAtMs: Date.now() }), way);
      if (reply === null) throw new Error(`no answer to "${text}"`);
      return reply;
    },
    /** Ends the process's part and begins it anew over the same folder. */
    async restart(): Promise<void> {
      await app.close();
      app = await open();
    },
    close: () => app.close(),
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
