import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import {
  COMMANDS,
  neededScopes,
  SCOPES_OF_EVENTS,
  SCOPES_OF_METHODS,
  SHORTCUTS,
} from "../../src/adapters/slack/api/needs.ts";
import { say } from "../../src/core/reply.ts";
import { NEEDED_SCOPES } from "../fakes/slack-scopes.ts";
import { OFFICE, openStage, type SlackStage } from "../adapters/slack/stage.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCE = join(ROOT, "src/adapters/slack");
const TEXT = readFileSync(join(ROOT, "slack-manifest.yaml"), "utf8");

const within = (max: number) => z.string().min(1).max(max);
const url = z.url({ protocol: /^https$/ });
// the limits are those of Slack's manifest reference
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: within(35),
    description: within(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    bot_user: z.strictObject({
      display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/),
      always_online: z.boolean(),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    agent_view: z.strictObject({
      agent_description: within(300),
      suggested_prompts: z.array(z.strictObject({ title: within(60), message: within(300) })).max(4),
    }),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().startsWith("/").max(32),
        description: within(2_000),
        usage_hint: within(1_000),
        should_escape: z.literal(true),
        url: url.optional(),
      }),
    ),
    shortcuts: z.array(
      z.strictObject({
        name: within(24),
        type: z.literal("message"),
        callback_id: within(255),
        description: within(150),
      }),
    ),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()), request_url: url.optional() }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});
const manifest = manifestSchema.parse(parse(TEXT));

describe("the manifest", () => {
  it("asks for the scopes that the code needs, and for no other", () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(neededScopes());
  });

  it("subscribes to the events that the code listens for, and to no other", () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(
      Object.keys(SCOPES_OF_EVENTS).toSorted(),
    );
  });

  it("has the commands and shortcuts that the code answers", () => {
    const { slash_commands, shortcuts } = manifest.features;
    expect(slash_commands.map(({ command }) => command)).toEqual(COMMANDS.map((name) => `/${name}`));
    expect(shortcuts.map(({ callback_id }) => callback_id)).toEqual([...SHORTCUTS]);
  });

  it("is for Socket Mode as it stands, and for HTTP with the marks taken off", () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    const http = TEXT.replaceAll("# HTTP ", "").replace(
      "socket_mode_enabled: true",
      "socket_mode_enabled: false",
    );
    const { features, settings } = manifestSchema.parse(parse(http));
    const addresses = [
      ...features.slash_commands.map((command) => command.url),
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ];
    expect(new Set(addresses)).toEqual(new Set(["https://bot.example.gov.cn/slack/events"]));
    expect(settings.socket_mode_enabled).toBe(false);
  });
});

describe("the list of what is needed", () => {
  const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && path !== "api/needs.ts")
    .map((path) => readFileSync(join(SOURCE, path), "utf8"))
    .join("\n");

  it("names no method that is never called", () => {
    const idle = Object.keys(SCOPES_OF_METHODS).filter((method) => !sources.includes(`"${method}"`));
    expect(idle).toEqual([]);
  });

  it("knows of each method the scopes that Slack's reference asks for", () => {
    const known = Object.entries(SCOPES_OF_METHODS).filter(([method]) => method in NEEDED_SCOPES);
    expect(Object.fromEntries(known)).toEqual(
      Object.fromEntries(known.map(([method]) => [method, NEEDED_SCOPES[method]])),
    );
  });

  it("names no event and no shortcut that the code does not know", () => {
    const names = [
      ...Object.keys(SCOPES_OF_EVENTS).filter((name) => !name.startsWith("message.")),
      ...SHORTCUTS,
    ];
    expect(names.filter((name) => !sources.includes(name))).toEqual([]);
  });
});

describe("an app with these scopes alone", () => {
  let stage: SlackStage | undefined;
  afterEach(async () => {
    await stage?.close();
    stage = undefined;
  });

  it("is asked in a channel and answers there", async () => {
    stage = await openStage({ scopes: manifest.oauth_config.scopes.bot });
    const { adapter, received, slack } = stage;
    await stage.start();
    await stage.person("U0ANNA").write(`<@${slack.workspace.botUser}> 几点上班`, { channel: OFFICE });
    const [message] = received;
    if (message === undefined) throw new Error("nothing was received");
    const [piece] = adapter.render(say("九点。"), message);
    if (piece === undefined) throw new Error("no piece was made");
    await adapter.send({ ...piece, key: `${message.id}/1`, message, isDoubtful: true });
    expect(slack.saidIn(OFFICE)).toEqual([expect.stringContaining("九点。")]);
    expect(stage.problems).toEqual([]);
  });
});
