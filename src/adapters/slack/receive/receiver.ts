import type { Server } from "node:http";
import type { Logger, Receiver } from "@slack/bolt";
import { HTTPReceiver, SocketModeReceiver } from "../library.ts";
import { BotError, messageOf } from "../../../core/errors.ts";
import {
  DEFAULT_API_URL,
  DEFAULT_HOST,
  DEFAULT_PORT,
  pauseOn,
  SYSTEM_CLOCK,
  TIMING,
  type SlackOptions,
} from "../options.ts";
import { ForgedRequest } from "./forged.ts";

/** Where Slack's requests come in, by one of two ways. */
export interface Inlet {
  readonly receiver: Receiver;
  /** `socket`, or the address that is listened on once `open` has resolved. */
  readonly url: string;
  open(): Promise<void>;
  /** Takes nothing more; safe to call twice. */
  close(): Promise<void>;
  /** True while Slack can reach us, as far as we know. */
  isLive(): boolean;
  /** Calls when a connection is back after it was lost; never over HTTP. */
  onReconnect(run: () => void): void;
}

// an event of Slack's is a few kilobytes; a long message with blocks may have a few hundred
const MAX_BODY_BYTES = 1_000_000;
const CONNECT_MS = 10_000;
const GOODBYE_MS = 2_000;
const UNAUTHORIZED = 401;
const TRY_AGAIN = 500;

/** The way in that the settings ask for. Throws `config.invalid` for HTTP without a signing secret. */
export function createInlet(options: SlackOptions, logger: Logger): Inlet {
  return options.appToken === undefined
    ? httpInlet(options, logger)
    : socketInlet(options, options.appToken, logger);
}

function httpInlet(options: SlackOptions, logger: Logger): Inlet {
  const { signingSecret, host, port, onProblem } = options;
  const { giveUpMs } = { ...TIMING, ...options.timing };
  if (signingSecret === undefined || signingSecret.trim() === "") throw noSecret();
  const receiver = new HTTPReceiver({
    signingSecret,
    logger,
    bodyLimit: MAX_BODY_BYTES,
    customPropertiesExtractor: ({ headers }) => ({ stamp: Number(headers["x-slack-request-timestamp"]) }),
    // what is not stored is not acknowledged: Slack delivers it again
    async processEventErrorHandler({ error, response }) {
      const isForged = error instanceof ForgedRequest;
      if (!isForged) onProblem?.("an event was not taken", error);
      if (!response.headersSent) response.writeHead(isForged ? UNAUTHORIZED : TRY_AGAIN).end();
      return true;
    },
    // Slack has given up by then and delivers again; what is stored late is known when it does
    unhandledRequestTimeoutMillis: giveUpMs,
    unhandledRequestHandler({ response }) {
      if (!response.headersSent) response.writeHead(TRY_AGAIN).end();
    },
    dispatchErrorHandler: ({ response }) => void response.writeHead(404).end(),
  });
  let url = "";
  let isOpen = false;
  return {
    receiver,
    get url() {
      return url;
    },
    async open() {
      const where = { host: host ?? DEFAULT_HOST, port: port ?? DEFAULT_PORT };
      const server: Server = await receiver.start(where).catch((error: unknown) => {
        throw portError(error, where);
      });
      const address = server.address();
      const bound = typeof address === "object" && address ? address.port : where.port;
      url = `http://${where.host}:${bound}`;
      isOpen = true;
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await receiver.stop();
    },
    isLive: () => isOpen,
    onReconnect: () => undefined,
  };
}

function socketInlet(options: SlackOptions, appToken: string, logger: Logger): Inlet {
  const { apiUrl = DEFAULT_API_URL, clock = SYSTEM_CLOCK, onProblem } = options;
  const { reconnectMs } = { ...TIMING, ...options.timing };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: reconnectMs,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: CONNECT_MS } },
    // not acknowledged: Slack sends it again
    async processEventErrorHandler({ error }) {
      onProblem?.("an event was not taken", error);
      return false;
    },
  });
  let isOpen = false;
  let isLive = false;
  let wasLost = false;
  receiver.client.on("connected", () => (isLive = true));
  for (const end of ["close", "reconnecting", "disconnected"] as const) {
    receiver.client.on(end, () => (isLive = false));
  }
  return {
    receiver,
    url: "socket",
    async open() {
      await receiver.start();
      isOpen = true;
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      // Slack need not say goodbye
      await Promise.race([receiver.client.disconnect(), pauseOn(clock)(GOODBYE_MS)]);
    },
    isLive: () => isLive,
    onReconnect(run) {
      receiver.client.on("reconnecting", () => (wasLost = true));
      receiver.client.on("connected", () => {
        if (wasLost) run();
        wasLost = false;
      });
    },
  };
}

function noSecret(): BotError {
  return new BotError("config.invalid", "Slack over HTTP without SLACK_SIGNING_SECRET", {
    forUser: {
      zh: "没有设置 SLACK_SIGNING_SECRET：无法核对请求是否来自 Slack，因此没有启动。",
      en: "SLACK_SIGNING_SECRET is not set: nothing could be checked to come from Slack, so it did not start.",
    },
    field: "SLACK_SIGNING_SECRET",
    remedy:
      "copy the signing secret from the app's Basic Information page, or set SLACK_APP_TOKEN for Socket Mode",
  });
}

function portError(
  error: unknown,
  { host, port }: { readonly host: string; readonly port: number },
): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code !== "EADDRINUSE" && code !== "EACCES") return error;
  return new BotError("port.taken", `cannot listen on ${host}:${port}: ${messageOf(error)}`, {
    forUser: {
      zh: `端口 ${port} 不能使用，Slack 没有接通。`,
      en: `Port ${port} cannot be used, so Slack is not connected.`,
    },
    field: "SLACK_PORT",
    remedy: "set SLACK_PORT to a free port above 1024, or end the program that holds this one",
    cause: error,
  });
}
