import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { parseArgs } from "node:util";
import { after, type Behaviour, isMode, type Mode, MODES } from "./deepseek-modes.ts";
import { play, type Seen } from "./deepseek-play.ts";
import { type ChatRequest, sharedPrefix, tokensOf } from "./deepseek-wire.ts";

export type { Seen } from "./deepseek-play.ts";

export interface FakeDeepSeek {
  readonly url: string;
  readonly requests: readonly Seen[];
  /** Connections ever opened. */
  readonly connections: number;
  /** Behaves so from the next request on; a list is worked off one a request, its last entry stays. */
  behave(...behaviours: readonly (Mode | Behaviour)[]): void;
  /** Resolves when `count` requests have come in. */
  arrived(count: number): Promise<void>;
  /** Resolves when `count` requests have been hung up by the client. */
  hungUp(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface FakeOptions {
  readonly port?: number;
  readonly mode?: Mode;
  /** Silence before the first byte of every answer. */
  readonly delayMs?: number;
  readonly msPerToken?: number;
  /** Without it requests are not kept: a bench sends many thousands. */
  readonly keep?: boolean;
}

/** A DeepSeek of our own on 127.0.0.1 that speaks the real wire protocol and misbehaves on demand. */
export async function startFakeDeepSeek(options: FakeOptions = {}): Promise<FakeDeepSeek> {
  const { mode = "ok", delayMs = 0, msPerToken = 0, keep = true } = options;
  const requests: Seen[] = [];
  const waiting: { readonly isOver: () => boolean; readonly resolve: () => void }[] = [];
  const sockets = new Set<Socket>();
  let queue: readonly Behaviour[] = [MODES[mode]];
  let connections = 0;
  let index = 0;

  const next = (): Behaviour => {
    const [first = MODES.ok, ...rest] = queue;
    if (rest.length > 0) queue = rest;
    return delayMs > 0 ? after(delayMs, first) : first;
  };
  const until = (isOver: () => boolean): Promise<void> =>
    isOver() ? Promise.resolve() : new Promise((resolve) => void waiting.push({ isOver, resolve }));
  const look = () => {
    for (const waiter of waiting) if (waiter.isOver()) waiter.resolve();
  };

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.on("connection", (socket) => {
    connections++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    if (request.url?.endsWith("/models") === true) {
      const list = {
        object: "list",
        data: [{ id: "deepseek-flash", object: "model", owned_by: "deepseek" }],
      };
      response.setHeader("content-type", "application/json").end(JSON.stringify(list));
      return;
    }
    const body: ChatRequest = JSON.parse(text);
    const seen = read(body, request.headers.authorization ?? "", requests);
    if (keep) requests.push(seen);
    look();
    response.on("close", () => {
      seen.isAborted = !response.writableFinished;
      look();
    });
    await play(next()({ request: body, index: index++, msPerToken }), seen, response);
  }

  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get connections() {
      return connections;
    },
    behave: (...behaviours) => {
      queue = behaviours.map((entry) => (typeof entry === "string" ? MODES[entry] : entry));
      index = 0;
    },
    arrived: (count) => until(() => requests.length >= count),
    hungUp: (count) => until(() => requests.filter((request) => request.isAborted).length >= count),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function read(body: ChatRequest, authorization: string, earlier: readonly Seen[]): Seen {
  const prompt =
    JSON.stringify(body.tools ?? []) +
    "\n" +
    body.messages.map((message) => JSON.stringify(message)).join("\n");
  const others = earlier
    .filter((seen) => seen.body["user_id"] === body["user_id"])
    .map((seen) => seen.prompt);
  const shared = sharedPrefix(prompt, others);
  const cachedTokens = tokensOf(prompt.slice(0, shared));
  return { body, authorization, prompt, promptTokens: tokensOf(prompt), cachedTokens, isAborted: false };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      mode: { type: "string" },
      delay: { type: "string" },
      token: { type: "string" },
    },
  });
  const mode = values.mode ?? "ok";
  if (!isMode(mode)) throw new Error(`no such mode: ${mode}; there are ${Object.keys(MODES).join(", ")}`);
  const fake = await startFakeDeepSeek({
    port: Number(values.port ?? 0),
    mode,
    delayMs: Number(values.delay ?? 0),
    msPerToken: Number(values.token ?? 0),
    keep: false,
  });
  console.log(JSON.stringify({ url: fake.url, mode }));
}
