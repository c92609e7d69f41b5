// node bench/echo/run.ts [--events 10000] [--rounds 3]: our pipeline beside a stock Bolt echo and the Chat SDK
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ascending, cost, ledger, quantile, startBot } from "./process.ts";
import { deliver, mention, startSlackApi } from "./slack.ts";

const { values } = parseArgs({
  options: {
    events: { type: "string", default: "10000" },
    rounds: { type: "string", default: "3" },
    inflight: { type: "string", default: "64" },
  },
});
const EVENTS = Number(values.events);
const IN_FLIGHT = Number(values.inflight);
const WARM_UP = 1_000;

interface Figures {
  readonly perSecond: number;
  readonly ackP50: number;
  readonly ackP99: number;
  readonly replyP50: number;
  readonly replyP99: number;
  readonly cpuMs: number;
  readonly rssMb: number;
  readonly lost: number;
  readonly twice: number;
}

async function measure(variant: string): Promise<Figures> {
  const book = ledger();
  const api = await startSlackApi(book.onPost);
  const { bot, port } = await startBot(variant, api.url);
  const acks: number[] = [];
  const replies: number[] = [];
  const one = async (index: number): Promise<void> => {
    const begun = performance.now();
    const replied = book.answered(index);
    const status = await deliver(port, mention(index));
    if (status !== 200) throw new Error(`${variant} acknowledged with ${status}`);
    acks.push(performance.now() - begun);
    await replied;
    replies.push(performance.now() - begun);
  };
  let next = 0;
  const worker = async (until: number): Promise<void> => {
    while (next < until) await one(next++);
  };
  const load = (until: number) => Promise.all(Array.from({ length: IN_FLIGHT }, () => worker(until)));

  await load(WARM_UP);
  acks.length = 0;
  replies.length = 0;
  const before = cost(bot.pid ?? 0);
  const begun = performance.now();
  await load(WARM_UP + EVENTS);
  const seconds = (performance.now() - begun) / 1_000;
  const after = cost(bot.pid ?? 0);
  bot.kill();
  api.server.closeAllConnections();
  api.server.close();
  const [ack, reply] = [ascending(acks), ascending(replies)];
  return {
    perSecond: EVENTS / seconds,
    ackP50: quantile(ack, 0.5),
    ackP99: quantile(ack, 0.99),
    replyP50: quantile(reply, 0.5),
    replyP99: quantile(reply, 0.99),
    cpuMs: (after.cpuMs - before.cpuMs) / EVENTS,
    rssMb: after.rssMb,
    lost: WARM_UP + EVENTS - book.posts.size,
    twice: book.twice(),
  };
}

const variants = ["bangban", "bolt"];
if (existsSync(new URL("../peers/node_modules/chat", import.meta.url))) variants.push("chat");
else console.error("the Chat SDK is left out: run `npm ci --prefix bench/peers` to have it beside");

const runs = new Map<string, Figures[]>();
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const variant of variants) runs.set(variant, [...(runs.get(variant) ?? []), await measure(variant)]);
}

const COLUMNS = [
  "perSecond",
  "ackP50",
  "ackP99",
  "replyP50",
  "replyP99",
  "cpuMs",
  "rssMb",
  "lost",
  "twice",
] as const;
console.log(`${EVENTS} events, ${IN_FLIGHT} in flight, median [min–max] of ${values.rounds} runs`);
console.log(`| bot | ${COLUMNS.join(" | ")} |\n|---|${COLUMNS.map(() => "---|").join("")}`);
for (const [variant, figures] of runs) {
  const cells = COLUMNS.map((column) => {
    const sorted = ascending(figures.map((each) => each[column]));
    const show = (figure: number | undefined) => (figure ?? NaN).toFixed(column === "cpuMs" ? 2 : 1);
    return `${show(quantile(sorted, 0.5))} [${show(sorted[0])}–${show(sorted.at(-1))}]`;
  });
  console.log(`| ${variant} | ${cells.join(" | ")} |`);
}
