import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KillRounds } from "./kill-rounds.ts";

/**
 * Kills an ingest at random writes and checks what search finds afterwards.
 *
 *   node bench/knowledge-life/kills.ts [ROUNDS] [SEED]
 */
const [rounds = "100", seed = "1"] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), "bench-kills-"));
const total = { rounds: 0, killed: 0, former: 0, now: 0 };
try {
  const kills = new KillRounds(root, Number(seed));
  await kills.prepare();
  const start = performance.now();
  for (let i = 0; i < Number(rounds); i += 1) {
    const { at, isKilled, former, now } = await kills.round();
    total.rounds += 1;
    total.killed += isKilled ? 1 : 0;
    total.former += former;
    total.now += now;
    console.log(`${i + 1} ${at} ${isKilled ? "killed" : "over before"}: ${former} former, ${now} new`);
  }
  await kills.finish();
  console.table([
    { ...total, secondsEach: ((performance.now() - start) / 1000 / Number(rounds)).toFixed(2) },
  ]);
} finally {
  rmSync(root, { recursive: true, force: true });
}
