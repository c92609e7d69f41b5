import { describe, expect, it } from "vitest";
import { KillRounds } from "../../bench/knowledge-life/kill-rounds.ts";
import { temporaryFolder } from "./pack-folder.ts";

const ROUNDS = 10;

describe("an ingest that is killed at a random write", () => {
  it("leaves every document in its former or its new state, ten times over; the next one finishes", async () => {
    const kills = new KillRounds(temporaryFolder(), 20_261_124);
    await kills.prepare();
    let killed = 0;
    for (let round = 0; round < ROUNDS; round += 1) killed += (await kills.round()).isKilled ? 1 : 0;
    expect(killed).toBeGreaterThan(ROUNDS / 2);
    await kills.finish();
  }, 60_000);
});
