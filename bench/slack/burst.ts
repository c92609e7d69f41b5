// node bench/slack/burst.ts [--events 10000] [--seconds 10] [--writing 64]
// [--no-ingest] [--nice 10]: how soon events are acknowledged while
// answers are being written and documents are read in
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { deliverTo } from "../../test/fakes/slack-delivery.ts";
import { eventsOf, person, httpLine } from "../../test/fakes/slack-people.ts";
import { startFakeSlack } from "../../test/fakes/slack-server.ts";
import { ascending, cost, quantile } from "../echo/process.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "10000" },
    seconds: { type: "string", default: "10" },
    writing: { type: "string", default: "64" },
    ingest: { type: "boolean", default: true },
    nice: { type: "string", default: "0" },
  },
  allowNegative: true,
});
const [EVENTS, SECONDS, WRITING] = [Number(values.events), Number(values.seconds), Number(values.writing)];
// each channel takes one message a second: so many that the answers are out soon after the questions
const CHANNELS = 2_000;
const DRAIN_SECONDS = 60;
const USERS = 50;

const root = fileURLToPath(new URL("../..", import.meta.url));
const slack = await startFakeSlack();
for (let index = 0; index < CHANNELS; index += 1) slack.workspace.channels.add(`C${index}`);
let url = "";
const line = httpLine(() => url);
for (let index = 0; index < USERS; index += 1) person(slack, line, `U${index}`);
const writeMs = String((SECONDS + 5) * 1_000);
const script = fileURLToPath(new URL("burst-bot.ts", import.meta.url));
const bot = spawn(process.execPath, [script, slack.apiUrl, writeMs], {
  stdio: ["ignore", "pipe", "inherit"],
});
url = await new Promise<string>((resolve) =>
  bot.stdout.once("data", (chunk) => resolve(String(chunk).trim())),
);

const made = (text: string, index: number): string => {
  const rest = { blocks: [], metadata: undefined, files: [], streamSinceMs: undefined, threadTs: undefined };
  const said = `<@${slack.workspace.botUser}> ${text}`;
  const channel = `C${index % CHANNELS}`;
  const user = `U${index % USERS}`;
  return JSON.stringify(
    eventsOf(slack.workspace, slack.workspace.keep({ channel, user, text: said, shown: said, ...rest }))[0],
  );
};

for (let index = 0; index < WRITING; index += 1) await deliverTo(url, made(`讲${index}`, index));
await pause(1_500);
const over = new AbortController();
let ingested = 0;
const reading = (async () => {
  while (!over.signal.aborted && values.ingest) {
    const data = mkdtempSync(join(tmpdir(), "bangban-burst-ingest-"));
    const args = [join(root, "src/main.ts"), "ingest", join(root, "knowledge"), "--data", data, "--json"];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    if (child.pid !== undefined) setPriority(child.pid, Number(values.nice));
    await new Promise((resolve) => child.once("exit", resolve));
    ingested += 1;
  }
})();

const bodies = Array.from({ length: EVENTS }, (_, index) => made(`问${index}`, index));
const acks: number[] = [];
const statuses = new Map<number, number>();
const before = cost(bot.pid ?? 0);
const begun = performance.now();
const sent: Promise<void>[] = [];
for (let index = 0; index < EVENTS;) {
  const due = Math.min(EVENTS, Math.floor(((performance.now() - begun) / 1_000 / SECONDS) * EVENTS) + 1);
  for (; index < due; index += 1) {
    sent.push(
      deliverTo(url, bodies[index] ?? "").then(({ ms, status }) => {
        acks.push(ms);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
    );
  }
  await pause(1);
}
await Promise.all(sent);
const offered = (performance.now() - begun) / 1_000;
over.abort();
const answered = (): number =>
  slack.workspace.messages.filter(({ botId, text }) => botId !== undefined && text.startsWith("re: ")).length;
const deadline = performance.now() + DRAIN_SECONDS * 1_000;
while (answered() < EVENTS && performance.now() < deadline) await pause(200);
const drained = (performance.now() - begun) / 1_000;
const after = cost(bot.pid ?? 0);
const streamed = slack.calls.filter(({ method }) => method.endsWith("Stream")).length;
const sorted = ascending(acks);
const ms = (share: number): string => quantile(sorted, share).toFixed(1);
console.log(
  JSON.stringify({
    events: EVENTS,
    offeredInSeconds: Number(offered.toFixed(1)),
    writing: WRITING,
    streamCalls: streamed,
    ingests: ingested,
    statuses: Object.fromEntries(statuses),
    ackMs: { p50: ms(0.5), p99: ms(0.99), max: ms(1) },
    answered: answered(),
    allAnsweredAfterSeconds: Number(drained.toFixed(1)),
    cpuMsPerEvent: Number(((after.cpuMs - before.cpuMs) / EVENTS).toFixed(2)),
    rssMb: Math.round(after.rssMb),
  }),
);
bot.kill();
await reading;
await slack.stop();
process.exit(0);
