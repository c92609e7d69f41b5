import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it } from "vitest";
import { bangban, tempFolder } from "../commands/run.ts";
import { APP_TOKEN, BOT_TOKEN } from "../fakes/slack-delivery.ts";
import { person, socketLine } from "../fakes/slack-people.ts";
import { startFakeSlack, type FakeSlack } from "../fakes/slack-server.ts";

const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

let slack: FakeSlack;
afterEach(() => slack.stop());

it("serves Slack from the settings alone, and leaves when it is asked to", async () => {
  slack = await startFakeSlack();
  slack.workspace.channels.add("C0HALL");
  const env = {
    PATH: "",
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
  };
  const args = [MAIN, "start", "--data", tempFolder(), "--port", "0"];
  const bot = spawn(process.execPath, args, { env: { ...env, LOG_LEVEL: "silent" }, stdio: "ignore" });
  const left = new Promise<number | null>((resolve) => bot.once("exit", (code) => resolve(code)));
  await slack.until(() => slack.socket.greeted === 1);
  const anna = person(slack, socketLine(slack), "U0ANNA");
  await anna.write("<@U0BOT> 孩子的出生医学证明怎么办？", { channel: "C0HALL" });
  await slack.until(() => slack.saidIn("C0HALL").some((text) => text.includes("来源：")));
  expect(slack.saidIn("C0HALL")).toHaveLength(1);
  bot.kill("SIGTERM");
  expect(await left).toBe(0);
});

it("does not start over HTTP without the secret that tells Slack's requests from others", async () => {
  slack = await startFakeSlack();
  const env = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: slack.apiUrl, LOG_LEVEL: "silent" };
  const { code, err } = await bangban(["start", "--data", tempFolder(), "--port", "0"], { env });
  expect(code).not.toBe(0);
  expect(err).toContain("SLACK_SIGNING_SECRET");
});
