import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { bareAgent } from "./agent-bare.ts";
import { ourAgent } from "./agent-ours.ts";
import { sharedPrefix } from "./agent-prefix.ts";

/**
 * What the agent adds to the model's own time, and how much of a talk's prompt a model's cache can reuse.
 *
 *   node bench/agent.ts [--delay 300] [--turns 8] [--rounds 3]
 *
 * The model is the fake DeepSeek in a process of its own; a turn is one tool round, so two calls of the model.
 * "bare" is createAgent with the same tool and nothing else, as a bot without our guards would call it.
 */
const { values } = parseArgs({
  options: {
    delay: { type: "string", default: "300" },
    turns: { type: "string", default: "8" },
    rounds: { type: "string", default: "3" },
  },
});
const delayMs = Number(values.delay);
const turns = Number(values.turns);
const CONVERSATIONS = [1, 16, 64];
const CALLS_PER_TURN = 2;
const WARM_UP = 200; // turns; the first ones load and compile

type Ask = () => Promise<void>;

interface Fake {
  readonly url: string;
  readonly child: ChildProcess;
}

async function startFake(delay: number): Promise<Fake> {
  const file = new URL("../test/fakes/deepseek-server.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [file, "--delay", String(delay)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { url: String(JSON.parse(String(line)).url), child };
}

async function measure(ask: Ask, conversations: number) {
  const took: number[] = [];
  const cpu = process.cpuUsage();
  await Promise.all(
    Array.from({ length: conversations }, async (_, place) => {
      // people do not all press the key at once: starts are spread over one turn
      await setTimeout((place / conversations) * delayMs * CALLS_PER_TURN);
      for (let turn = 0; turn < turns; turn++) {
        const from = performance.now();
        await ask();
        took.push(performance.now() - from);
      }
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const sorted = took.toSorted((one, other) => one - other);
  const over = (share: number) =>
    (sorted[Math.floor((sorted.length - 1) * share)] ?? 0) - delayMs * CALLS_PER_TURN;
  return [over(0.5), over(0.95), (user + system) / 1000 / took.length];
}

/** The middle of several runs, to one place. */
const median = (values: readonly number[]): string =>
  (values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN).toFixed(1);

const fake = await startFake(delayMs);
const quick = await startFake(0);
const agents = {
  ours: ourAgent,
  "bare, streaming": bareAgent("stream"),
  "bare, not streaming": bareAgent("invoke"),
};
for (const open of Object.values(agents)) {
  const warm = await open(quick.url);
  for (let turn = 0; turn < WARM_UP / 8; turn++) await Promise.all(Array.from({ length: 8 }, warm));
}
const rows = new Map<string, number[][]>();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const conversations of CONVERSATIONS) {
    // each round another one goes first
    const order = Object.entries(agents).map((_, place, all) => all[(place + round) % all.length]);
    for (const entry of order) {
      if (entry === undefined) continue;
      const key = `${conversations} × ${entry[0]}`;
      rows.set(key, [...(rows.get(key) ?? []), await measure(await entry[1](fake.url), conversations)]);
    }
  }
}
fake.child.kill();
quick.child.kill();
const table = [...rows].map(([run, rounds]) => {
  const column = (at: number) => median(rounds.map((values) => values[at] ?? Number.NaN));
  return {
    "conversations × agent": run,
    "over model p50 ms": column(0),
    "p95 ms": column(1),
    "CPU ms/turn": column(2),
  };
});
console.table(
  table.toSorted(
    (one, other) => parseInt(one["conversations × agent"]) - parseInt(other["conversations × agent"]),
  ),
);
console.table(await sharedPrefix());
