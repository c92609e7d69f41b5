import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isJson, listOf, shownIn } from "./slack-blocks.ts";
import { APP_TOKEN, BOT_TOKEN } from "./slack-delivery.ts";
import { methodsOf } from "./slack-methods.ts";
import { NEEDED_SCOPES } from "./slack-scopes.ts";
import { createSocketHub, type SocketHub } from "./slack-socket.ts";
import { createWorkspace, type Json, type Workspace } from "./slack-state.ts";

// a response_url takes five answers within half an hour
const RESPONSE_USES = 5;
const RESPONSE_LIFE_MS = 30 * 60_000;

/** Something that goes wrong with the next call of a method. */
export type Fault =
  | { readonly kind: "rate"; readonly retryAfter: number }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "status"; readonly status: number }
  /** The workspace does what was asked, and the line breaks before it can say so. */
  | { readonly kind: "lost answer" }
  | { readonly kind: "no answer" }
  /** The workspace does what was asked at once and says so later. */
  | { readonly kind: "slow"; readonly ms: number };

export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly atMs: number;
}

export interface FakeSlack {
  readonly workspace: Workspace;
  readonly socket: SocketHub;
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly calls: Call[];
  /** Makes the next `times` calls of a method go wrong. */
  fail(method: string, fault: Fault, times?: number): void;
  /** Resolves as soon as the condition holds; looked at after every change. */
  until(condition: () => boolean): Promise<void>;
  /** The messages of the bot in a place that people can read, oldest first. */
  saidIn(channel: string, thread?: string): readonly string[];
  stop(): Promise<void>;
}

export interface FakeSlackOptions {
  /** What the app was granted; every scope there is unless given. */
  readonly scopes?: readonly string[];
  readonly historyLagMs?: number;
  /** How far the workspace's clock is ahead of this machine's. */
  readonly skewSeconds?: number;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Arguments as the SDKs send them: a form whose nested values are JSON, or JSON. */
function argsOf(body: string, type: string): Json {
  if (type.includes("json")) return JSON.parse(body);
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? parsed(value) : value,
    ]),
  );
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    // words that begin with a bracket are words
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}

/** A workspace behind Slack's Web API, Socket Mode, uploads and response addresses, on a free port. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const workspace = createWorkspace();
  const socket = createSocketHub(workspace.changed);
  const calls: Call[] = [];
  const faults = new Map<string, Fault[]>();
  let origin = "";
  const methods = methodsOf({ historyLagMs: options.historyLagMs ?? 0, origin: () => origin });

  const granted = options.scopes ?? [...new Set(Object.values(NEEDED_SCOPES).flat())];
  const clock = (): string => new Date(Date.now() + (options.skewSeconds ?? 0) * 1_000).toUTCString();
  const isGranted = (method: string): boolean =>
    options.scopes === undefined ||
    (NEEDED_SCOPES[method] ?? []).every((each) => options.scopes?.includes(each) === true);

  function run(method: string, args: Json, token: string): Json {
    if (method === "apps.connections.open") {
      if (token !== APP_TOKEN) return { ok: false, error: "invalid_auth" };
      return { ok: true, url: `${origin.replace("http", "ws")}/link` };
    }
    if (token !== BOT_TOKEN) return { ok: false, error: "invalid_auth" };
    const known = methods.get(method);
    if (known === undefined) return { ok: false, error: "unknown_method" };
    if (!isGranted(method))
      return { ok: false, error: "missing_scope", needed: NEEDED_SCOPES[method]?.join(",") };
    return known(args, workspace);
  }

  function answer(method: string, args: Json, token: string, response: ServerResponse): void {
    const [fault, ...later] = faults.get(method) ?? [];
    if (fault !== undefined) faults.set(method, later);
    calls.push({ method, args, atMs: Date.now() });
    if (fault?.kind === "rate") {
      response.writeHead(429, { "retry-after": String(fault.retryAfter) }).end();
    } else if (fault?.kind === "status") response.writeHead(fault.status).end("<html></html>");
    else if (fault?.kind === "error") json(response, { ok: false, error: fault.error });
    else if (fault?.kind === "no answer") response.destroy();
    else {
      const result = run(method, args, token);
      if (fault?.kind === "lost answer") response.destroy();
      else if (fault?.kind === "slow") setTimeout(() => json(response, result), fault.ms);
      else json(response, result, { "x-oauth-scopes": granted.join(","), date: clock() });
    }
  }

  function respond(id: string, args: Json, response: ServerResponse): void {
    const place = workspace.responseUrls.get(id);
    if (place === undefined) return void response.writeHead(404).end("expired_url");
    if (workspace.now() - place.madeMs > RESPONSE_LIFE_MS)
      return void response.writeHead(404).end("expired_url");
    if (place.uses >= RESPONSE_USES) return void response.writeHead(404).end("used_url");
    place.uses += 1;
    const { channel, user } = place;
    const blocks = listOf(args["blocks"]);
    const shown = blocks.length > 0 ? shownIn(blocks) : String(args["text"] ?? "");
    if (args["response_type"] === "in_channel") {
      const { botUser, botId } = workspace;
      const text = String(args["text"] ?? "");
      const rest = { text, shown, blocks, metadata: undefined, files: [], streamSinceMs: undefined };
      workspace.keep({ channel, user: botUser, botId, ...rest });
    } else workspace.ephemerals.push({ channel, user, shown, blocks, via: "response_url" });
    workspace.changed();
    response.writeHead(200).end("ok");
  }

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://slack.test").pathname;
    const [, door = "", name = ""] = path.split("/");
    const body = await bodyOf(request);
    const type = request.headers["content-type"] ?? "";
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const file = workspace.files.get(name);
    if (door === "api") answer(name, argsOf(body.toString(), type), token, response);
    else if (door === "response") respond(name, argsOf(body.toString(), type), response);
    else if (door === "upload" && file !== undefined) {
      file.bytes = body;
      response.writeHead(200).end("OK");
    } else if (door === "files" && file !== undefined && token === BOT_TOKEN) {
      response.writeHead(200).end(file.bytes);
    } else
      response.writeHead(door === "files" ? 302 : 404, { location: "https://work.slack.test/login" }).end();
  });
  server.on("upgrade", (request, connection) => socket.accept(request, connection));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${isJson(address) ? Number(address["port"]) : 0}`;

  return {
    workspace,
    socket,
    apiUrl: `${origin}/api/`,
    origin,
    calls,
    fail(method, fault, times = 1) {
      faults.set(method, [...(faults.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    until: (condition) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!condition()) return;
          forget();
          resolve();
        };
        const forget = workspace.onChange(look);
        look();
      }),
    saidIn: (channel, thread) =>
      workspace.messages
        .filter((each) => each.botId === workspace.botId && each.channel === channel)
        .filter(({ threadTs }) => thread === undefined || threadTs === thread)
        .map(({ shown }) => shown),
    async stop() {
      socket.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(response: ServerResponse, value: Json, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(200, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
}
