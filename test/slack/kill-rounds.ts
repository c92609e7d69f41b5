import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { eventsOf, httpLine, person } from "../fakes/slack-people.ts";
import { startFakeSlack, type FakeSlack } from "../fakes/slack-server.ts";
import type { Json, Kept } from "../fakes/slack-state.ts";

export interface KillOptions {
  /** The bot: called with a data folder, the API's address and the longest time of a turn, it prints where it listens. */
  readonly bot: string;
  readonly kills: number;
  readonly seed: number;
  readonly eventsPerKill?: number;
  /** Hears of every hundredth kill. */
  readonly onProgress?: (kills: number) => void;
}

export interface Toll {
  readonly kills: number;
  readonly messages: number;
  readonly deliveries: number;
  readonly acknowledged: number;
  /** Questions nobody answered although their event was acknowledged. */
  readonly lost: number;
  /** Answers beyond the first one to a question. */
  readonly twice: number;
  /** Answers that stand there cut off. */
  readonly torn: number;
  readonly startMs: number;
  readonly seconds: number;
}

const CHANNELS = 12;
// a kill hits every stage: receiving, storing, working, streaming, sending, starting again
const MAX_LIFE_MS = 500;
const MAX_WORK_MS = 20;
const HISTORY_LAG_MS = 30;
// what is not answered when nothing has moved for so long is lost
const SETTLE_MS = 20_000;
// so many events at once are delivered again: more only keep each other waiting
const AGAIN = 40;
const LOOK_MS = 200;

/** Numbers from a seed, so that a failing run can be told again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function startBot(script: string, dataDir: string, apiUrl: string) {
  const args = [script, dataDir, apiUrl, String(MAX_WORK_MS)];
  const begun = performance.now();
  // what starts a thousand times need not be compiled a thousand times
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dataDir, "compiled") };
  const bot = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env });
  const url = await new Promise<string>((resolve, reject) => {
    bot.stdout.once("data", (chunk) => resolve(String(chunk).trim()));
    bot.once("exit", (code) => reject(new Error(`the bot left with ${code} before it listened`)));
  });
  return { bot, url, ms: performance.now() - begun };
}

const ended = (bot: ChildProcess): Promise<void> =>
  new Promise((resolve) => bot.once("exit", () => resolve()));

/**
 * Asks, kills the bot at a random moment, delivers again what was not acknowledged and some of what was, starts it
 * again, and counts what people see in the end.
 */
export async function killRounds(options: KillOptions): Promise<Toll> {
  const { bot: script, kills, seed, eventsPerKill = 8, onProgress } = options;
  const next = random(seed);
  const slack = await startFakeSlack({ historyLagMs: HISTORY_LAG_MS });
  const dataDir = mkdtempSync(join(tmpdir(), "bangban-slack-kill-"));
  for (let channel = 0; channel < CHANNELS; channel += 1) slack.workspace.channels.add(`C${channel}`);
  let url = "";
  const line = httpLine(() => url);
  person(slack, line, "U0ANNA");
  const asked: Kept[] = [];
  const waiting: Json[] = [];
  const taken: Json[] = [];
  let deliveries = 0;
  let startMs = 0;
  const begun = performance.now();

  const bring = async (envelope: Json): Promise<void> => {
    deliveries += 1;
    const { status } = await line.event(envelope);
    (status === 200 ? taken : waiting).push(envelope);
  };

  for (let kill = 1; kill <= kills; kill += 1) {
    const started = await startBot(script, dataDir, slack.apiUrl);
    url = started.url;
    startMs += started.ms / kills;
    const fresh = Array.from({ length: eventsPerKill }, () => ask(slack, asked.length, asked));
    const batch = [...waiting.splice(0, AGAIN), ...fresh.flatMap((kept) => eventsOf(slack.workspace, kept))];
    const again = taken.filter(() => next() < 2 / taken.length);
    const brought = [...batch, ...again].map(bring);
    const timer = setTimeout(() => started.bot.kill("SIGKILL"), next() * MAX_LIFE_MS);
    await ended(started.bot);
    clearTimeout(timer);
    await Promise.all(brought);
    if (kill % 100 === 0) onProgress?.(kill);
  }

  const last = await startBot(script, dataDir, slack.apiUrl);
  url = last.url;
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AGAIN).map(bring));
  await settled(slack, asked);
  last.bot.kill("SIGTERM");
  await ended(last.bot);
  const toll = count(slack, asked);
  const seconds = (performance.now() - begun) / 1_000;
  await slack.stop();
  rmSync(dataDir, { recursive: true });
  return { kills, messages: asked.length, deliveries, acknowledged: taken.length, ...toll, startMs, seconds };
}

function ask(slack: FakeSlack, index: number, asked: Kept[]): Kept {
  const text = `<@${slack.workspace.botUser}> 第${index}问。`;
  const rest = { blocks: [], metadata: undefined, files: [], streamSinceMs: undefined, threadTs: undefined };
  const kept = slack.workspace.keep({
    channel: `C${index % CHANNELS}`,
    user: "U0ANNA",
    text,
    shown: text,
    ...rest,
  });
  asked.push(kept);
  return kept;
}

/** Every question has a whole answer, or nothing moves any more. */
async function settled(slack: FakeSlack, asked: readonly Kept[]): Promise<void> {
  let movedMs = performance.now();
  const forget = slack.workspace.onChange(() => {
    movedMs = performance.now();
  });
  while (count(slack, asked).lost > 0 && performance.now() - movedMs < SETTLE_MS) await pause(LOOK_MS);
  forget();
}

function count(slack: FakeSlack, asked: readonly Kept[]): Pick<Toll, "lost" | "twice" | "torn"> {
  const answers = new Map<string, Kept[]>();
  for (const kept of slack.workspace.messages) {
    if (kept.botId === undefined) continue;
    const place = `${kept.channel}:${kept.threadTs}`;
    answers.set(place, [...(answers.get(place) ?? []), kept]);
  }
  const perQuestion = asked.map((question) => ({
    question,
    all: answers.get(`${question.channel}:${question.ts}`) ?? [],
  }));
  const isWhole = (answer: Kept, { text }: Kept): boolean =>
    answer.streamSinceMs === undefined && answer.shown.includes(`re: ${text.replace(/^<@\w+> /, "")}`);
  return {
    lost: perQuestion.filter(({ question, all }) => !all.some((each) => isWhole(each, question))).length,
    twice: perQuestion.reduce((sum, { all }) => sum + Math.max(0, all.length - 1), 0),
    torn: perQuestion.filter(({ question, all }) => all.some((each) => !isWhole(each, question))).length,
  };
}
