import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";

const LOCAL_NAMES: ReadonlySet<string> = new Set(["localhost", "ip6-localhost"]);

/** What every answer says to the browser: run only our own files, frame us nowhere, tell nobody where you were. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // not no-referrer: that would hide the Origin of our own posts in some browsers
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Puts the security headers on every answer. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

interface Sender {
  readonly host: string | undefined;
  readonly origin: string | undefined;
}

/**
 * True when a request that changes something comes from our own page or from no page at all. A name that an
 * attacker lets point to this machine is not among ours; a plain address cannot be pointed elsewhere.
 */
export function isTrusted({ host, origin }: Sender, hosts: readonly string[]): boolean {
  const name = nameOf(`http://${host ?? ""}`);
  if (name === null || !isOurs(name, hosts)) return false;
  if (origin === undefined) return true;
  const sender = URL.parse(origin);
  return sender !== null && (sender.host === host?.toLowerCase() || hosts.includes(sender.hostname));
}

const isOurs = (name: string, hosts: readonly string[]): boolean =>
  LOCAL_NAMES.has(name) || isIP(name.replace(/^\[|\]$/g, "")) !== 0 || hosts.includes(name);

const nameOf = (address: string): string | null => URL.parse(address)?.hostname || null;
