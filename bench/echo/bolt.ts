// a stock Bolt echo: what most Slack bots are
import bolt from "@slack/bolt";
import { BOT_TOKEN, SIGNING_SECRET } from "./slack.ts";

const [apiUrl = ""] = process.argv.slice(2);
const app = new bolt.App({
  token: BOT_TOKEN,
  signingSecret: SIGNING_SECRET,
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: apiUrl },
});
app.event("app_mention", async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: `re: ${event.text}` });
});
const server = await app.start({ port: 0, host: "127.0.0.1" });
const address = server.address();
process.stdout.write(`${address !== null && typeof address === "object" ? address.port : 0}\n`);
