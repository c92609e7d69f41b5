import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

const noted = z.object({ aliveMs: z.number(), eventMs: z.number().default(0) });

/** When the bot last listened, and when an event last came. */
export type Alive = z.output<typeof noted>;

/** What a former run has noted; null when there was none, or nobody can read it. */
export function readAlive(file: string | undefined): Alive | null {
  if (file === undefined) return null;
  try {
    return noted.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // a first start, or a note torn by a crash: then nothing is caught up rather than everything
    return null;
  }
}

/** Notes it, whole or not at all. */
export function noteAlive(file: string | undefined, alive: Alive): void {
  if (file === undefined) return;
  writeFileSync(`${file}.part`, JSON.stringify(alive), { mode: 0o600 });
  renameSync(`${file}.part`, file);
}
