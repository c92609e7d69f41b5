import { createInterface } from "node:readline";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { COLLECTION, SCOPE } from "../../bench/knowledge-life/editions.ts";

/** A bot that stays open: each line in is a question, each line out the article ids found; "search" first warms it. */
const [dataDir = "", packsDir = ""] = process.argv.slice(2);
const knowledge = await openKnowledge({ dataDir, packsDir, log: () => {} });
await knowledge.warm();
process.stdout.write("ready\n");
for await (const question of createInterface({ input: process.stdin })) {
  const { hits } = await knowledge.search(question, { ...SCOPE, collections: [COLLECTION] }, 5);
  process.stdout.write(`${JSON.stringify(hits.map(({ articleId }) => articleId))}\n`);
}
await knowledge.close();
