import { z } from "zod";
import { messageOf } from "../../core/errors.ts";
import { neededScopes } from "./api/needs.ts";
import { DEFAULT_API_URL } from "./options.ts";
import { readAlive } from "./receive/alive.ts";

/** One thing looked at, with what to do where it is not as it should be. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly remedy?: string;
}

export interface SlackDoctorOptions {
  readonly botToken?: string | undefined;
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  readonly apiUrl?: string | undefined;
  /** The adapter's own note of when it last listened and when an event last came. */
  readonly aliveFile?: string | undefined;
  readonly now?: () => number;
}

// a call that takes longer would not be in time for a click either
const REACH_MS = 5_000;
const MS = 1_000;
const HOUR_MS = 3_600_000;
// Slack's requests are refused beyond five minutes; a clock two minutes off will get there
const MOST_SKEW_MS = 2 * 60_000;

/** Everything about Slack: a line where it is off, else tokens, rights, clock, events. Makes two calls of Slack. */
export async function slackChecks(options: SlackDoctorOptions): Promise<readonly Check[]> {
  const { botToken, appToken, signingSecret } = options;
  if (botToken === undefined && appToken === undefined && signingSecret === undefined) {
    const remedy = "set SLACK_BOT_TOKEN and SLACK_APP_TOKEN to use it: docs/slack.md";
    return [{ name: "slack", ok: true, detail: "off", remedy }];
  }
  const kinds = tokenKinds(options);
  if (botToken === undefined || kinds.some(({ ok }) => !ok)) return kinds;
  const [bot, app] = await Promise.all([botChecks(options, botToken), appChecks(options)]);
  return [...kinds, ...bot, ...app, eventsSeen(options)];
}

/** Whether each token is of its kind, and whether HTTP has its secret; calls nobody. */
export function tokenKinds({ botToken, appToken, signingSecret }: SlackDoctorOptions): readonly Check[] {
  const bot = check("slack bot token", botToken?.startsWith("xoxb-") === true, {
    good: "of the right kind (xoxb)",
    bad: botToken === undefined ? "SLACK_BOT_TOKEN is not set" : `SLACK_BOT_TOKEN is ${kindOf(botToken)}`,
    remedy: "copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions",
  });
  if (appToken !== undefined) {
    const app = check("slack app token", appToken.startsWith("xapp-"), {
      good: "of the right kind (xapp): Socket Mode",
      bad: `SLACK_APP_TOKEN is ${kindOf(appToken)}`,
      remedy: "make an App-Level Token (xapp-…) with connections:write under Basic Information",
    });
    return [bot, app];
  }
  const secret = check("slack signing secret", /^[0-9a-f]{32}$/.test(signingSecret ?? ""), {
    good: "set: signed HTTP",
    bad:
      signingSecret === undefined
        ? "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set: HTTP will not start"
        : "SLACK_SIGNING_SECRET is not 32 hexadecimal digits",
    remedy: "copy the Signing Secret from Basic Information, or set SLACK_APP_TOKEN for Socket Mode",
  });
  return [bot, secret];
}

const KINDS: readonly (readonly [prefix: string, kind: string])[] = [
  ["xoxb-", "a bot token (xoxb)"],
  ["xapp-", "an app-level token (xapp)"],
  ["xoxp-", "a user token (xoxp)"],
  ["xoxe", "a rotating token (xoxe); switch token rotation off"],
];

const kindOf = (token: string): string =>
  KINDS.find(([prefix]) => token.startsWith(prefix))?.[1] ?? "no token of Slack's";

const authAnswer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
});

/** Slack's words for a token it will not take, and what to do. */
const TOKEN_REMEDIES: Readonly<Record<string, string>> = {
  invalid_auth: "the token is wrong or of another workspace: copy it again from OAuth & Permissions",
  account_inactive: "the app was removed from the workspace: install it again",
  token_revoked: "the token was revoked: install the app again and copy the new token",
  token_expired: "token rotation is on: switch it off in the manifest and install the app again",
};
const REACH = "check the network, a proxy, and SLACK_API_URL; the bot must reach it by HTTPS";

/** What auth.test tells: who the bot is, what it may do, and what time it is at Slack. */
async function botChecks(options: SlackDoctorOptions, token: string): Promise<readonly Check[]> {
  const name = "slack workspace";
  try {
    const sentMs = (options.now ?? Date.now)();
    const { body, headers } = await ask(options, "auth.test", token);
    const { ok, error = "", team, user } = authAnswer.parse(body);
    const isOk = check(name, ok, {
      good: `${user ?? "the bot"} in ${team ?? "its workspace"}`,
      bad: `Slack does not take the bot token: ${error}`,
      remedy: TOKEN_REMEDIES[error] ?? "look the word up under auth.test in Slack's reference",
    });
    const clock = clockCheck(headers.get("date"), sentMs);
    return ok ? [isOk, scopeCheck(headers.get("x-oauth-scopes")), clock] : [isOk, clock];
  } catch (error) {
    return [{ name, ok: false, detail: `Slack cannot be reached: ${messageOf(error)}`, remedy: REACH }];
  }
}

function scopeCheck(header: string | null): Check {
  const name = "slack scopes";
  if (header === null) return { name, ok: true, detail: "not told by this API" };
  const granted = header.split(",").map((scope) => scope.trim());
  const missing = neededScopes().filter((scope) => !granted.includes(scope));
  return check(name, missing.length === 0, {
    good: `all ${neededScopes().length} granted`,
    bad: `missing: ${missing.join(", ")}`,
    remedy: "paste slack-manifest.yaml under App Manifest, save, and reinstall the app to the workspace",
  });
}

function clockCheck(date: string | null, nowMs: number): Check {
  const name = "slack clock";
  const theirMs = Date.parse(date ?? "");
  if (Number.isNaN(theirMs)) return { name, ok: true, detail: "not told by this API" };
  const skewMs = Math.abs(theirMs - nowMs);
  const seconds = Math.round(skewMs / MS);
  return check(name, skewMs <= MOST_SKEW_MS, {
    good: `within ${seconds} s of Slack's`,
    bad: `${seconds} s off Slack's: signed requests are refused from 300 s on`,
    remedy: "set the machine's clock by NTP (timedatectl set-ntp true)",
  });
}

/** Whether Slack would open a Socket Mode connection; nothing where HTTP is used. */
async function appChecks(options: SlackDoctorOptions): Promise<readonly Check[]> {
  if (options.appToken === undefined) return [];
  const name = "slack socket mode";
  try {
    const { body } = await ask(options, "apps.connections.open", options.appToken);
    const { ok, error = "" } = authAnswer.parse(body);
    const answered = check(name, ok, {
      good: "Slack offers a connection",
      bad: `Slack offers none: ${error}`,
      remedy: "the app token needs connections:write, and Socket Mode must be on in the manifest",
    });
    return [answered];
  } catch (error) {
    return [{ name, ok: false, detail: `Slack cannot be reached: ${messageOf(error)}`, remedy: REACH }];
  }
}

/** When an event last came in, as the running bot has noted it. */
export function eventsSeen({ aliveFile, appToken, now = Date.now }: SlackDoctorOptions): Check {
  const name = "slack events";
  const alive = readAlive(aliveFile);
  const remedy =
    appToken === undefined
      ? "mention the bot in a channel it was invited to; check the request URLs end in /slack/events and reach it"
      : "mention the bot in a channel it was invited to; check that Socket Mode and the bot events are on";
  if (alive === null) return { name, ok: true, detail: "the bot has not listened yet", remedy };
  if (alive.eventMs === 0)
    return { name, ok: false, detail: "the bot listens and no event has come", remedy };
  const hours = Math.max(0, Math.round((now() - alive.eventMs) / HOUR_MS));
  return {
    name,
    ok: true,
    detail: `the last one came ${hours === 0 ? "within the hour" : `${hours} h ago`}`,
  };
}

async function ask({ apiUrl = DEFAULT_API_URL }: SlackDoctorOptions, method: string, token: string) {
  const answer = await fetch(new URL(method, apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`), {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/x-www-form-urlencoded" },
    redirect: "error",
    signal: AbortSignal.timeout(REACH_MS),
  });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return { body: await answer.json(), headers: answer.headers };
}

const check = (
  name: string,
  ok: boolean,
  { good, bad, remedy }: { readonly good: string; readonly bad: string; readonly remedy: string },
): Check => (ok ? { name, ok, detail: good } : { name, ok, detail: bad, remedy });
