// node bench/echo/burst.ts [--events 10000] [--seconds 10]: a burst at a fixed rate; what is lost, twice, late?
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ascending, cost, ledger, quantile, startBot } from "./process.ts";
import { deliver, mention, startSlackApi } from "./slack.ts";

const { values } = parseArgs({
  options: { events: { type: "string", default: "10000" }, seconds: { type: "string", default: "10" } },
});
const EVENTS = Number(values.events);
const SECONDS = Number(values.seconds);
// a packet of events every 20 ms, as fast as the rate asks for
const PACKET_MS = 20;
// a bot that has been up for a while; the first questions of a cold process take longer
const WARM_UP = 1_000;

const book = ledger();
const api = await startSlackApi(book.onPost);
const { bot, port } = await startBot("bangban", api.url);
const pid = bot.pid ?? 0;
const acks: number[] = [];
const work: Promise<void>[] = [];
let rssMb = cost(pid).rssMb;

async function one(index: number): Promise<void> {
  const replied = book.answered(index);
  const begun = performance.now();
  if ((await deliver(port, mention(index))) !== 200) throw new Error("not acknowledged");
  acks.push(performance.now() - begun);
  await replied;
}

for (let index = 0; index < WARM_UP; index += 1) await one(EVENTS + index);
acks.length = 0;

const begun = performance.now();
for (let sent = 0; sent < EVENTS;) {
  const due = Math.min(EVENTS, Math.ceil(((performance.now() - begun) / 1_000 / SECONDS) * EVENTS));
  for (; sent < due; sent += 1) work.push(one(sent));
  rssMb = Math.max(rssMb, cost(pid).rssMb);
  await pause(PACKET_MS);
}
const sentMs = performance.now() - begun;
await Promise.all(work);
const doneMs = performance.now() - begun;
bot.kill();
api.server.closeAllConnections();
api.server.close();

const sorted = ascending(acks);
const ms = (figure: number | undefined) => `${(figure ?? NaN).toFixed(1)} ms`;
console.log(
  `${EVENTS} events in ${(sentMs / 1_000).toFixed(1)} s, all answered after ${(doneMs / 1_000).toFixed(1)} s`,
);
console.log(
  `acknowledged: p50 ${ms(quantile(sorted, 0.5))}, p99 ${ms(quantile(sorted, 0.99))}, max ${ms(sorted.at(-1))}`,
);
console.log(
  `lost ${EVENTS + WARM_UP - book.posts.size}, answered twice ${book.twice()}, memory at most ${rssMb.toFixed(0)} MB`,
);
