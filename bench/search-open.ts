import { ROLES } from "../src/core/principal.ts";
import { openKnowledge } from "../src/knowledge/open.ts";

/**
 * Opens a knowledge base in a process of its own, asks one question, and prints what that took as JSON.
 *
 *   node bench/search-open.ts DATA_FOLDER PACKS_FOLDER COLLECTION QUESTION
 */
const [dataDir = "", packsDir = "", collection = "", question = ""] = process.argv.slice(2);
const start = performance.now();
const knowledge = await openKnowledge({ dataDir, packsDir, log: (line) => console.error(line) });
const opened = performance.now();
await knowledge.search(question, { collections: [collection], roles: ROLES, on: "2026-11-23" }, 10);
const answered = performance.now();
const figures = {
  openMs: Math.round(opened - start),
  firstSearchMs: Math.round(answered - opened),
  rssMB: Math.round(process.memoryUsage().rss / 1_000_000),
};
console.log(JSON.stringify(figures));
await knowledge.close();
