import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TICKS_PER_SECOND = 100;

/** utime + stime of a process in milliseconds, and its resident memory in megabytes, from /proc. */
export function cost(pid: number): { readonly cpuMs: number; readonly rssMb: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const ticks = Number(fields[11]) + Number(fields[12]);
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return { cpuMs: (ticks * 1_000) / TICKS_PER_SECOND, rssMb: Number(rss) / 1_024 };
}

/** Starts one of the echo bots of this folder; it prints its port once it listens. */
export async function startBot(
  variant: string,
  apiUrl: string,
): Promise<{ bot: ChildProcess; port: number }> {
  const file = fileURLToPath(new URL(`${variant}.ts`, import.meta.url));
  const bot = spawn(process.execPath, [file, apiUrl], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve) =>
    bot.stdout?.once("data", (chunk) => resolve(Number(String(chunk).trim()))),
  );
  return { bot, port };
}

export const ascending = (figures: readonly number[]): number[] =>
  figures.toSorted((one, other) => one - other);

/** The figure below which a share of the sorted ones lies. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Remembers which events were answered, how often, and tells whoever waits for one. */
export function ledger() {
  const posts = new Map<number, number>();
  const waiting = new Map<number, () => void>();
  return {
    posts,
    onPost(text: string): void {
      const index = Number(/(\d+)\s*$/.exec(text)?.[1]);
      posts.set(index, (posts.get(index) ?? 0) + 1);
      waiting.get(index)?.();
      waiting.delete(index);
    },
    answered: (index: number) => new Promise<void>((resolve) => waiting.set(index, resolve)),
    twice: () => [...posts.values()].filter((count) => count > 1).length,
  };
}
