import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";

const runSchema = z.object({
  at: z.string(),
  total: z.number(),
  passed: z.number(),
  metrics: z.record(z.string(), z.number()),
  failed: z.array(z.string()),
});

/** One evaluation as it is kept: figures, and the ids of the questions that failed. */
export type Run = Readonly<z.output<typeof runSchema>>;

/** What changed since the last evaluation of the same thing. */
export interface Comparison {
  /** When that was. */
  readonly since: string;
  /** Metrics that got worse by more than chance rounding. */
  readonly fell: readonly { readonly metric: string; readonly before: number; readonly now: number }[];
  /** Questions that passed then and fail now. */
  readonly newlyFailing: readonly string[];
  readonly newlyPassing: readonly string[];
}

const FOLDER = "evaluations";
// one question in two hundred; less is rounding
const NOTICEABLE = 0.005;
const IS_TIME = /^ms/; // what this machine does besides says more about these than the knowledge does

const fileOf = (dataDir: string, name: string): string =>
  join(dataDir, FOLDER, `${basename(name).replace(/[^\p{L}\p{N}_-]/gu, "_")}.jsonl`);

/** The last run that was kept; null before the first, or where its line cannot be read. */
export function lastRun(dataDir: string, name: string): Run | null {
  const file = fileOf(dataDir, name);
  if (!existsSync(file)) return null;
  const line = readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "";
  try {
    return runSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Keeps a run, one line of JSON after the others. */
export function keepRun(dataDir: string, name: string, run: Run): void {
  mkdirSync(join(dataDir, FOLDER), { recursive: true });
  appendFileSync(fileOf(dataDir, name), `${JSON.stringify(run)}\n`);
}

/** Compares a run with an earlier one; questions that only one of them asked count for nothing. */
export function compare(before: Run, now: Run, asked: readonly string[]): Comparison {
  const fell = Object.entries(now.metrics).flatMap(([metric, value]) => {
    const earlier = before.metrics[metric];
    if (earlier === undefined || IS_TIME.test(metric) || earlier - value < NOTICEABLE) return [];
    return [{ metric, before: earlier, now: value }];
  });
  return {
    since: before.at,
    fell,
    newlyFailing: now.failed.filter((id) => !before.failed.includes(id)),
    newlyPassing: before.failed.filter((id) => asked.includes(id) && !now.failed.includes(id)),
  };
}

/** True when anything got worse: what `--gate` stops at. */
export const hasFallen = ({ fell, newlyFailing }: Comparison): boolean =>
  fell.length + newlyFailing.length > 0;
