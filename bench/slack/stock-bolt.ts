// Bolt as its own guide has it: the listener answers
import { setTimeout as pause } from "node:timers/promises";
import bolt from "@slack/bolt";
import { BOT_TOKEN, SIGNING_SECRET } from "../../test/fakes/slack-delivery.ts";

const [, apiUrl = "", maxWorkMs = "20"] = process.argv.slice(2);
const app = new bolt.App({
  token: BOT_TOKEN,
  signingSecret: SIGNING_SECRET,
  clientOptions: { slackApiUrl: apiUrl },
  logLevel: bolt.LogLevel.ERROR,
});
app.event("app_mention", async ({ event, say }) => {
  await pause(Math.random() * Number(maxWorkMs));
  await say({ text: `re: ${event.text.replace(/^<@\w+> /, "")}`, thread_ts: event.ts });
});
const server = await app.start({ port: 0, host: "127.0.0.1" });
const address = server.address();
process.stdout.write(
  `http://127.0.0.1:${address !== null && typeof address === "object" ? address.port : 0}\n`,
);
process.once("SIGTERM", () => process.exit(0));
