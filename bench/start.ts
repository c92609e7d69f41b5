// node bench/start.ts DATA [--rounds 5]: from the command to the first answered request of the page, and idle memory
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "5" } },
});
const [data = "./data"] = positionals;
const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
// everything that is loaded behind the page has settled by then
const IDLE_AFTER_MS = 4_000;

async function once(): Promise<{ readonly readyMs: number; readonly idleMb: number }> {
  const begun = performance.now();
  const args = [MAIN, "start", "--data", data, "--port", "0"];
  const bot = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const url = await new Promise<string>((resolve) => {
    bot.stderr.on("data", (chunk) => {
      const found = /web\s+(http:\S+)/.exec((said += String(chunk)))?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  await (await fetch(`${url}/healthz`)).text();
  const readyMs = performance.now() - begun;
  await pause(IDLE_AFTER_MS);
  const status = readFileSync(`/proc/${bot.pid}/status`, "utf8");
  bot.kill("SIGTERM");
  await new Promise((resolve) => bot.once("exit", resolve));
  return { readyMs, idleMb: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024 };
}

const runs = [];
for (let round = 0; round < Number(values.rounds); round += 1) runs.push(await once());
const show = (figures: readonly number[]): string => {
  const sorted = figures.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  return `${middle.toFixed(0)} [${sorted[0]?.toFixed(0)}–${sorted.at(-1)?.toFixed(0)}]`;
};
console.log(
  `ready after ${show(runs.map(({ readyMs }) => readyMs))} ms, idle memory ${show(runs.map(({ idleMb }) => idleMb))} MB`,
);
