import { randomUUID } from "node:crypto";
import { z } from "zod";
import { openApp, type App } from "../app.ts";
import { readSettings } from "../config.ts";
import type { IncomingMessage } from "../core/message.ts";
import { ROLES, type Role } from "../core/principal.ts";
import type { Reply } from "../core/reply.ts";
import { createLog } from "../telemetry/log.ts";
import { readJsonLines } from "./json-lines.ts";
import { EXIT, fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

interface AskOptions extends CommonOptions {
  readonly as?: string;
  readonly agent?: string;
  readonly room?: string;
  readonly conversation?: string;
  readonly user?: string;
  readonly batch?: string;
}

const role = z.enum(ROLES);
const line = z.looseObject({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  as: role.optional(),
  agent: z.string().optional(),
  room: z.string().optional(),
  conversation: z.string().optional(),
  user: z.string().optional(),
});

/** One question as the command line puts it. */
export interface Asked {
  readonly text: string;
  readonly as?: Role | undefined;
  readonly agent?: string | undefined;
  readonly room?: string | undefined;
  readonly conversation?: string | undefined;
  readonly user?: string | undefined;
}

/** `bangban ask`: one turn, or many of a file, through the whole pipeline. */
export async function ask(text: string | undefined, options: AskOptions): Promise<void> {
  let app: App | undefined;
  try {
    const settings = readSettings({ dataDir: options.data });
    const asked = options.batch === undefined ? readAsked(text, options) : undefined;
    app = await openApp(settings, { log: createLog("warn"), today: options.today });
    if (asked) await askOne(app, asked, options);
    else await askMany(app, options.batch ?? "");
  } catch (error) {
    fail(error, options);
  } finally {
    await app?.close();
  }
}

function readAsked(text: string | undefined, { as = "citizen", ...rest }: AskOptions): Asked {
  const parsed = role.safeParse(as);
  if (!parsed.success) throw wrongUse(`there is no role "${as}"`, `use one of: ${ROLES.join(", ")}`);
  return { ...rest, text: text ?? "", as: parsed.data };
}

async function askOne(app: App, asked: Asked, options: CommonOptions): Promise<void> {
  const reply = await runTurn(app, asked);
  if (reply?.failure === "access.denied") process.exitCode = EXIT.refused;
  else if (reply?.failure !== undefined) process.exitCode = EXIT.failed;
  if (options.json) printJson(reply === null ? { text: "" } : toJson(reply, app));
  else if (reply !== null) show(reply, app);
}

async function askMany(app: App, file: string): Promise<void> {
  for await (const { id, ...asked } of readJsonLines(file, line)) {
    const reply = await runTurn(app, asked);
    printJson({ id, ...(reply === null ? { text: "" } : toJson(reply, app)) });
  }
}

/** Puts a question to the pipeline without the desk: the caller waits for the answer itself. */
export function runTurn(app: App, asked: Asked): Promise<Reply | null> {
  const signal = new AbortController().signal;
  const way = {
    signal,
    progress: () => undefined,
    ...(asked.agent === undefined ? {} : { agent: asked.agent }),
  };
  return app.handleAs([asked.as ?? "citizen"])(toMessage(asked), way);
}

function toMessage({ text, room, conversation, user = "operator" }: Asked): IncomingMessage {
  const id = conversation ?? randomUUID();
  const nowMs = Date.now();
  return {
    id: randomUUID(),
    platform: "cli",
    account: "cli",
    kind: "text",
    surface: room === undefined ? "terminal" : "room",
    conversation: { key: `cli:cli:${room ?? ""}:${id}`, id: room ?? id, isGroup: room !== undefined },
    author: { id: user, isBot: false, isSelf: false },
    mentions: { self: true, all: false, ids: [], source: "implicit" },
    text,
    rawText: text,
    attachments: [],
    sentAtMs: nowMs,
    receivedAtMs: nowMs,
  };
}

/** The reply in the shape that scripts rely on. */
function toJson({ actions, files, ...reply }: Reply, { files: store }: App): object {
  return {
    ...reply,
    actions,
    files: files.map(({ name, fileId }) => ({ name, path: store.pathOf(fileId) })),
  };
}

function show(reply: Reply, { files }: App): void {
  print(reply.text);
  for (const { name, fileId } of reply.files) print(`${name}: ${files.pathOf(fileId)}`);
  if (reply.citations.length > 0) print("");
  for (const [index, { title, source, article = "", checkedOn }] of reply.citations.entries()) {
    const checked = checkedOn === undefined ? "" : ` (${checkedOn})`;
    print(`[${index + 1}] ${title} · ${source}${source.includes(article) ? "" : ` ${article}`}${checked}`);
  }
  for (const notice of reply.notices) print(`（${notice}）`);
}
