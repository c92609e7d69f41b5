import { openKnowledge } from "../../src/knowledge/open.ts";

/** Ingests a folder and kills itself, hard, at the given moment: `reading 120` files, or `indexing`. */
const [dataDir = "", packsDir = "", folder = "", phase = "", count = "0"] = process.argv.slice(2);
const knowledge = await openKnowledge({ dataDir, packsDir, log: () => {} });
await knowledge.ingest([folder], { collection: "laws" }, (progress) => {
  if (progress.phase === phase && progress.done >= Number(count)) process.kill(process.pid, "SIGKILL");
});
await knowledge.close();
