// node bench/slack/kills.ts [--kills 1000] [--seed 1]: kill -9 at random moments, our adapter beside stock Bolt
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { killRounds } from "../../test/slack/kill-rounds.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    seed: { type: "string", default: "20261124" },
    only: { type: "string" },
  },
});

const BOTS: Readonly<Record<string, string>> = {
  bangban: fileURLToPath(new URL("../../test/slack/kill-bot.ts", import.meta.url)),
  "stock Bolt": fileURLToPath(new URL("stock-bolt.ts", import.meta.url)),
};

console.log("| bot | kills | questions | deliveries | acknowledged | lost | twice | torn | start ms | s |");
console.log("|---|---|---|---|---|---|---|---|---|---|");
for (const [name, bot] of Object.entries(BOTS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const toll = await killRounds({
    bot,
    kills: Number(values.kills),
    seed: Number(values.seed),
    onProgress: (kills) => console.error(`${name}: ${kills} kills`),
  });
  const { kills, messages, deliveries, acknowledged, lost, twice, torn, startMs, seconds } = toll;
  const cells = [
    kills,
    messages,
    deliveries,
    acknowledged,
    lost,
    twice,
    torn,
    startMs.toFixed(0),
    seconds.toFixed(0),
  ];
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
