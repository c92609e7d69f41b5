import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { Adapter, Delivery, Receive } from "../../core/adapter.ts";
import { BotError, messageOf } from "../../core/errors.ts";
import { createHub } from "./hub.ts";
import { DEFAULT_ACCOUNT, DEFAULT_HOST, DEFAULT_PORT, everyByTimer, type WebOptions } from "./options.ts";
import { LIMITS, render } from "./render.ts";
import { createRoutes } from "./routes.ts";
import type { Site } from "./site.ts";

const PAGE_FOLDER = fileURLToPath(new URL("../../web", import.meta.url));

/** The web page as a platform; its address is known once it has started. */
export interface WebAdapter extends Adapter {
  readonly url: string;
  /** Ends every connection; call after the desk has drained. */
  close(): Promise<void>;
}

/** The web page and its interface on one port. `start` throws `port.taken` when another program holds it. */
export function createWebAdapter(options: WebOptions): WebAdapter {
  const { host = DEFAULT_HOST, port = DEFAULT_PORT, hosts = [], now = Date.now } = options;
  const site: Site = {
    sources: options,
    hub: createHub(),
    account: options.account ?? DEFAULT_ACCOUNT,
    hosts: hosts.map((name) => name.toLowerCase()),
    every: options.every ?? everyByTimer,
    streams: new Set(),
    onError: options.onError ?? (() => undefined),
    receive: null,
    now,
  };
  const app = createRoutes(site, PAGE_FOLDER);
  const server = createServer(getRequestListener(app.fetch));
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  let url = "";

  return {
    name: "web",
    limits: LIMITS,
    render,
    get url() {
      return url;
    },
    async start(receive: Receive) {
      await listen(server, port, host);
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : port;
      url = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
      site.receive = receive;
    },
    // the store has the reply already: a page that is not open now sees it when it comes back
    async send({ key, message, body }: Delivery) {
      site.hub.reply(message.conversation.id, message.id, key, JSON.parse(body), now());
    },
    async stop() {
      site.receive = null;
      server.close();
      // open pages still see the last answers, but no longer keep the process alive
      for (const socket of sockets) socket.unref();
    },
    async close() {
      server.close();
      // each stream closes its own connection once its last words are through
      for (const end of site.streams) end();
      server.closeIdleConnections();
      for (const socket of sockets) socket.unref();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: Error) => reject(portError(error, port, host)));
    server.listen(port, host, resolve);
  });
}

function portError(error: Error & { code?: string }, port: number, host: string): Error {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") return error;
  const isTaken = error.code === "EADDRINUSE";
  return new BotError("port.taken", `cannot listen on ${host}:${port}: ${messageOf(error)}`, {
    forUser: {
      zh: isTaken
        ? `端口 ${port} 已被其他程序占用，网页没有启动。`
        : `没有权限使用端口 ${port}，网页没有启动。`,
      en: isTaken
        ? `Port ${port} is used by another program, so the web page did not start.`
        : `Port ${port} may not be used by this account, so the web page did not start.`,
    },
    field: "WEB_PORT",
    remedy: "set WEB_PORT to a free port above 1024, or end the program that holds this one",
    cause: error,
  });
}
