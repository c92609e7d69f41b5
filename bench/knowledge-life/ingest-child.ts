import { openKnowledge } from "../../src/knowledge/open.ts";
import { COLLECTION } from "./editions.ts";

/** Ingests a folder in a process of its own: DATA_FOLDER PACKS_FOLDER FOLDER. */
const [dataDir = "", packsDir = "", folder = ""] = process.argv.slice(2);
const knowledge = await openKnowledge({ dataDir, packsDir, log: () => {} });
await knowledge.ingest([folder], { collection: COLLECTION });
await knowledge.close();
