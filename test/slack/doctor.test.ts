import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { neededScopes } from "../../src/adapters/slack/api/needs.ts";
import { eventsSeen, slackChecks, tokenKinds, type Check } from "../../src/adapters/slack/doctor.ts";
import { APP_TOKEN, BOT_TOKEN } from "../fakes/slack-delivery.ts";
import { startFakeSlack, type FakeSlack, type FakeSlackOptions } from "../fakes/slack-server.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const folder = mkdtempSync(join(tmpdir(), "bangban-doctor-"));
const aliveFile = join(folder, "slack-alive.json");

let slack: FakeSlack | undefined;
const begin = async (options: FakeSlackOptions = {}): Promise<FakeSlack> =>
  (slack = await startFakeSlack({ scopes: neededScopes(), ...options }));
afterEach(async () => {
  await slack?.stop();
  slack = undefined;
  rmSync(aliveFile, { force: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

const failing = (checks: readonly Check[]) => checks.filter(({ ok }) => !ok).map(({ name }) => name);
const named = (checks: readonly Check[], name: string): Check | undefined =>
  checks.find((each) => each.name === name);

describe("the doctor, about Slack", () => {
  it("says one line where Slack is off, and that it is no fault", async () => {
    expect(await slackChecks({})).toEqual([
      expect.objectContaining({
        name: "slack",
        ok: true,
        detail: "off",
        remedy: expect.stringContaining("docs/slack.md"),
      }),
    ]);
  });

  it("finds nothing wrong with a working app by either way in", async () => {
    const { apiUrl } = await begin();
    const { port } = new URL(apiUrl);
    const bySocket = await slackChecks({ botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl, aliveFile });
    expect(failing(bySocket)).toEqual([]);
    expect(named(bySocket, "slack workspace")?.detail).toBe("bangban in work");
    expect(named(bySocket, "slack scopes")?.detail).toBe(`all ${neededScopes().length} granted`);
    const byHttp = await slackChecks({
      botToken: BOT_TOKEN,
      signingSecret: SECRET,
      apiUrl: `http://127.0.0.1:${port}/api`,
    });
    expect(failing(byHttp)).toEqual([]);
    expect(byHttp.map(({ name }) => name)).not.toContain("slack socket mode");
  });

  it("names the scopes that were not granted, and what to do", async () => {
    const scopes = neededScopes().filter((scope) => !["reactions:write", "users:read"].includes(scope));
    const { apiUrl } = await begin({ scopes });
    const checks = await slackChecks({ botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl });
    expect(failing(checks)).toEqual(["slack scopes"]);
    expect(named(checks, "slack scopes")).toMatchObject({
      detail: "missing: reactions:write, users:read",
      remedy: expect.stringContaining("slack-manifest.yaml"),
    });
  });

  it("says which token is refused", async () => {
    const { apiUrl } = await begin();
    const checks = await slackChecks({ botToken: "xoxb-old", appToken: "xapp-old", apiUrl });
    expect(failing(checks)).toEqual(["slack workspace", "slack socket mode"]);
    expect(named(checks, "slack workspace")?.detail).toContain("invalid_auth");
    for (const { ok, remedy } of checks) expect(ok || remedy !== undefined).toBe(true);
  });

  it.each([
    [200, ["slack clock"]],
    [-200, ["slack clock"]],
    [30, []],
  ])("a clock %i s off Slack's: %j", async (skewSeconds, expected) => {
    const { apiUrl } = await begin({ skewSeconds });
    expect(failing(await slackChecks({ botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl }))).toEqual(
      expected,
    );
  });

  it("says so when Slack cannot be reached", async () => {
    const { apiUrl, stop } = await begin();
    await stop();
    slack = undefined;
    const checks = await slackChecks({ botToken: BOT_TOKEN, signingSecret: SECRET, apiUrl });
    expect(named(checks, "slack workspace")).toMatchObject({
      ok: false,
      remedy: expect.stringContaining("SLACK_API_URL"),
    });
  });

  it("never shows a token or secret", async () => {
    const { apiUrl } = await begin();
    const secrets = { botToken: BOT_TOKEN, appToken: APP_TOKEN, signingSecret: SECRET };
    for (const options of [secrets, { ...secrets, botToken: "xoxp-987" }, { botToken: "s3cret" }]) {
      const text = JSON.stringify(await slackChecks({ ...options, apiUrl }));
      for (const secret of [...Object.values(secrets), "987", "s3cret"]) expect(text).not.toContain(secret);
    }
  });
});

describe("tokens", () => {
  it.each([
    ["xapp-1", APP_TOKEN, "slack bot token", "an app-level token"],
    ["xoxp-1", APP_TOKEN, "slack bot token", "a user token"],
    [BOT_TOKEN, "xoxb-1", "slack app token", "a bot token"],
    [BOT_TOKEN, "hello", "slack app token", "no token of Slack's"],
  ])("%s with %s: %s", (botToken, appToken, name, words) => {
    const checks = tokenKinds({ botToken, appToken });
    expect(failing(checks)).toEqual([name]);
    expect(named(checks, name)?.detail).toContain(words);
  });

  it("HTTP without a signing secret, or with something else in its place, is a fault", () => {
    expect(failing(tokenKinds({ botToken: BOT_TOKEN }))).toEqual(["slack signing secret"]);
    expect(failing(tokenKinds({ botToken: BOT_TOKEN, signingSecret: "xoxb-1" }))).toEqual([
      "slack signing secret",
    ]);
    expect(failing(tokenKinds({ botToken: BOT_TOKEN, signingSecret: SECRET }))).toEqual([]);
  });
});

describe("events", () => {
  const now = Date.parse("2026-11-24T12:00:00Z");
  const noted = (note: object) => {
    writeFileSync(aliveFile, JSON.stringify(note));
    return eventsSeen({ aliveFile, now: () => now });
  };

  it("none can have come before the first start", () => {
    expect(eventsSeen({ aliveFile, now: () => now })).toMatchObject({
      ok: true,
      detail: expect.stringContaining("not listened"),
    });
  });

  it("that never come to a bot that listens are a fault", () => {
    expect(noted({ aliveMs: now, eventMs: 0 })).toMatchObject({
      ok: false,
      remedy: expect.stringContaining("/slack/events"),
    });
  });

  it("that came are told with their age", () => {
    expect(noted({ aliveMs: now, eventMs: now - 60_000 })).toMatchObject({
      ok: true,
      detail: expect.stringContaining("within the hour"),
    });
    expect(noted({ aliveMs: now, eventMs: now - 30 * 3_600_000 })).toMatchObject({
      ok: true,
      detail: expect.stringContaining("30 h"),
    });
  });
});
