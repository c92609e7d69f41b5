import { z } from "zod";
import { PLATFORMS } from "../adapters/index.ts";
import { openApp, type App } from "../app.ts";
import { readSettings } from "../config.ts";
import { ROLES, type Role } from "../core/principal.ts";
import { Desk } from "../desk/desk.ts";
import { lockFolder, type FolderLock } from "../store/sqlite/lock.ts";
import { createLog } from "../telemetry/log.ts";
import { fail, wrongUse, type CommonOptions } from "./output.ts";

const DRAIN_MS = 10_000;
const WELCOME = {
  zh: "帮办。直接写下您要办的事；/help 看命令，/quit 离开。",
  en: "Bangban. Write what you need; /help for commands, /quit to leave.",
};

/** `bangban chat`: the bot in this terminal, through the same desk as every platform. */
export async function chat(options: CommonOptions & { readonly as?: string }): Promise<void> {
  let app: App | undefined;
  let lock: FolderLock | undefined;
  try {
    const role = z.enum(ROLES).safeParse(options.as ?? "citizen");
    if (!role.success) throw wrongUse(`there is no role "${options.as}"`, `use one of: ${ROLES.join(", ")}`);
    const { dataDir, ...settings } = readSettings({ dataDir: options.data });
    lock = lockFolder(dataDir);
    app = await openApp({ ...settings, dataDir }, { log: createLog("warn"), today: options.today });
    await talk(app, role.data, options);
  } catch (error) {
    fail(error, options);
  } finally {
    await app?.close();
    lock?.release();
  }
}

async function talk(app: App, role: Role, { lang = "zh" }: CommonOptions): Promise<void> {
  const { createTerminalAdapter } = await PLATFORMS.terminal();
  const terminal = createTerminalAdapter({
    input: process.stdin,
    output: process.stdout,
    language: lang,
    welcome: WELCOME[lang],
  });
  const desk = new Desk({ store: app.store, handle: app.handleAs([role]), adapters: [terminal] });
  await desk.recover();
  desk.open();
  await terminal.start((message, onProgress) => desk.receive(message, onProgress));
  await terminal.left;
  await terminal.stop();
  await desk.drain(DRAIN_MS);
}
