import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";

/** The secrets of a workspace that exists only in tests. */
export const SIGNING_SECRET = "fake-signing-secret-0123456789abcdef";
export const BOT_TOKEN = "xoxb-fake-0000";
export const APP_TOKEN = "xapp-fake-0000";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** How a request is told to differ from an honest one. */
export interface Delivered {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
  /** `x-slack-no-retry` of a refusal. */
  readonly isFinal: boolean;
}

export interface DeliveryOptions {
  readonly retry?: number;
  readonly secret?: string;
  /** Seconds between the stamp on the request and now. */
  readonly skewSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: "json" | "form";
}

const signed = (body: string, seconds: number, secret: string): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;

/** Sends a signed request to the bot; status 0 when nobody answered. */
export function deliverTo(botUrl: string, body: string, options: DeliveryOptions = {}): Promise<Delivered> {
  const { retry, secret = SIGNING_SECRET, skewSeconds = 0, type = "json" } = options;
  const seconds = Math.floor(Date.now() / 1_000) + skewSeconds;
  const headers = {
    "content-type": type === "json" ? "application/json" : "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": signed(body, seconds, secret),
    ...(retry === undefined
      ? {}
      : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }),
    ...options.headers,
  };
  const begun = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, answer: string, isFinal = false): void =>
      resolve({ status, body: answer, ms: performance.now() - begun, isFinal });
    const outgoing = request(`${botUrl}/slack/events`, { method: "POST", headers, agent }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => (text += String(chunk)));
      incoming.on("error", () => end(0, ""));
      incoming.once("end", () =>
        end(incoming.statusCode ?? 0, text, incoming.headers["x-slack-no-retry"] === "1"),
      );
    });
    outgoing.once("error", () => end(0, ""));
    outgoing.end(body);
  });
}

/** An interaction or a slash command as Slack posts it: a form. */
export const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();
