import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { IncomingMessage } from "../../src/core/message.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { startPlatform } from "../fakes/platform-server.ts";
import { message } from "../samples.ts";

const BOT = fileURLToPath(new URL("bot.ts", import.meta.url));
// `KILLS=1000 npx vitest run test/kill` is the long run
const KILLS = Number(process.env["KILLS"] ?? 50);
const EVENTS_PER_KILL = 8;
const ROOMS = 12;
// long enough that a kill hits every stage: receiving, working, storing, sending, starting again
const MAX_LIFE_MS = 120;
const MAX_WORK_MS = 20;

/** Numbers from a seed, so that a failing run can be told again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function startBot(dataDir: string, platformUrl: string): Promise<{ bot: ChildProcess; url: string }> {
  const args = [BOT, dataDir, platformUrl, String(MAX_WORK_MS)];
  const bot = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve, reject) => {
    bot.stdout?.once("data", (chunk) => resolve(String(chunk).trim()));
    bot.once("exit", (code) => reject(new Error(`the bot left with ${code} before it listened`)));
  });
  return { bot, url: `http://127.0.0.1:${port}` };
}

const ended = (bot: ChildProcess): Promise<void> =>
  new Promise((resolve) => bot.once("exit", () => resolve()));

/** Hands an event in; true when the bot acknowledged it. A platform delivers again what was not acknowledged. */
const deliver = (url: string, event: IncomingMessage): Promise<boolean> =>
  fetch(url, { method: "POST", body: JSON.stringify(event) }).then(
    ({ ok }) => ok,
    () => false,
  );

it(
  `loses nothing and says nothing twice over ${KILLS} kills`,
  { timeout: 30_000 + KILLS * 2_000 },
  async () => {
    const seed = Number(process.env["SEED"] ?? 20_261_123);
    const next = random(seed);
    const dataDir = mkdtempSync(join(tmpdir(), "bangban-kill-"));
    const platform = await startPlatform();
    const events = Array.from({ length: KILLS * EVENTS_PER_KILL }, (_, index) =>
      message(`第${index}问`, { platform: "wire", room: `room${index % ROOMS}` }),
    );
    const waiting = [...events];
    const acknowledged: IncomingMessage[] = [];

    for (let kill = 0; kill < KILLS; kill += 1) {
      const { bot, url } = await startBot(dataDir, platform.url);
      const batch = waiting.splice(0, EVENTS_PER_KILL);
      // platforms deliver again also what they saw acknowledged
      const again = acknowledged[Math.floor(next() * acknowledged.length)];
      const deliveries = [...batch, ...(again ? [again] : [])].map(async (event) => {
        if (await deliver(url, event)) acknowledged.push(event);
        else waiting.push(event);
      });
      setTimeout(() => bot.kill("SIGKILL"), next() * MAX_LIFE_MS);
      await ended(bot);
      await Promise.all(deliveries);
    }

    const { bot, url } = await startBot(dataDir, platform.url);
    for (const event of waiting) expect(await deliver(url, event)).toBe(true);
    await platform.until(() => new Set(platform.posted.map(({ text }) => text)).size === events.length);
    bot.kill("SIGTERM");
    await ended(bot);

    const texts = platform.posted.map(({ text }) => text);
    expect(texts.toSorted()).toEqual(events.map(({ text }) => `re: ${text}`).toSorted());
    const store = openSqliteStore(dataDir);
    expect(await store.inbox.countOpen()).toBe(0);
    expect(await store.outbox.unsent()).toEqual([]);
    await store.close();
    await platform.stop();
    rmSync(dataDir, { recursive: true });
  },
);
