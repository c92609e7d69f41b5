// node bench/slack/payloads.ts DIR: sends every sample payload below a folder to the bot, as it is and as if it
// were meant for this workspace, and counts the answers
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OFFICE, openStage } from "../../test/adapters/slack/stage.ts";
import { isJson } from "../../test/fakes/slack-blocks.ts";
import { deliverTo, form } from "../../test/fakes/slack-delivery.ts";
import type { Json } from "../../test/fakes/slack-state.ts";

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error("name the folder with the sample payloads");
  process.exit(2);
}

const stage = await openStage();
await stage.start();
stage.person("U0ANNA");
const { teamId } = stage.slack.workspace;
const statuses = new Map<string, number>();
const odd: string[] = [];

/** What the samples leave empty or anonymous, filled so that a person of this workspace could have done it. */
const FILLED: Readonly<Record<string, () => string>> = {
  user: () => "U0ANNA",
  user_id: () => "U0ANNA",
  channel: () => OFFICE,
  channel_id: () => OFFICE,
  team_id: () => teamId,
  team: () => teamId,
  user_team: () => teamId,
  source_team: () => teamId,
  ts: () => stage.slack.workspace.ts(),
  message_ts: () => stage.slack.workspace.ts(),
  deleted_ts: () => stage.slack.workspace.ts(),
  action_ts: () => stage.slack.workspace.ts(),
  event_id: () => `Ev${randomUUID()}`,
  trigger_id: () => randomUUID(),
  action_id: () => "say:0",
  value: () => "帮助",
  command: () => "/ask",
  text: () => `<@${stage.slack.workspace.botUser}> 帮助`,
};
const LEFT_OUT = new Set(["bot_id", "thread_ts", "response_url", "url_private_download"]);

/** The same payload, meant for this workspace and said by a person now. */
function ours(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ours);
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.has(key))
      .map(([key, inner]) => {
        const fill = FILLED[key];
        if (typeof inner === "string" && fill !== undefined) return [key, fill()];
        if ((key === "user" || key === "channel") && isJson(inner)) return [key, { ...inner, id: fill?.() }];
        return [key, ours(inner)];
      }),
  );
}

async function send(payload: Json, name: string): Promise<void> {
  const isEvent = "event" in payload || payload["type"] === "event_callback";
  const isSlash = typeof payload["command"] === "string";
  const body = isEvent
    ? JSON.stringify({ ...payload, type: "event_callback" })
    : isSlash
      ? form(Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)])))
      : form({ payload: JSON.stringify(payload) });
  const { status } = await deliverTo(stage.adapter.url, body, { type: isEvent ? "json" : "form" });
  const kind = isEvent ? "event" : isSlash ? "slash" : "interaction";
  const key = `${kind} ${status}`;
  statuses.set(key, (statuses.get(key) ?? 0) + 1);
  if (status !== 200) odd.push(`${name}: ${status}`);
}

const files = readdirSync(dir, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".json") && !path.startsWith("api/"))
  .toSorted();
for (const path of files) {
  const payload: unknown = JSON.parse(readFileSync(join(dir, path), "utf8"));
  if (!isJson(payload)) continue;
  await send(payload, path);
  const filled = ours(payload);
  if (isJson(filled)) await send(filled, `${path} (ours)`);
}
console.log(JSON.stringify({ files: files.length, statuses: Object.fromEntries(statuses), odd }, null, 2));
const kinds = stage.received.map(({ kind }) => kind);
console.log(JSON.stringify({ received: kinds, problems: stage.problems }, null, 2));
await stage.close();
