import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { killRounds } from "./kill-rounds.ts";

// `node bench/slack/kills.ts --kills 1000` is the long run, with a stock Bolt listener beside it
const KILLS = 20;
const SEED = 20_261_124;

it(
  `loses no acknowledged question and answers none twice over ${KILLS} kills`,
  { timeout: 120_000 },
  async () => {
    const bot = fileURLToPath(new URL("kill-bot.ts", import.meta.url));
    const toll = await killRounds({ bot, kills: KILLS, seed: SEED });
    expect(toll).toMatchObject({ messages: KILLS * 8, lost: 0, twice: 0, torn: 0 });
  },
);
