import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runActors } from "./actors.ts";

/**
 * Writers and readers, each a process of its own, on one knowledge base; counts wrong answers.
 *
 *   node bench/knowledge-life/readers-writers.ts [SECONDS] [WRITERS] [READERS]
 */
const [seconds = "120", writers = "4", readers = "8"] = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), "bench-actors-"));
try {
  const { writeMs, readMs, ...counts } = await runActors(root, {
    writers: Number(writers),
    readers: Number(readers),
    until: { ms: Number(seconds) * 1_000 },
  });
  console.table([counts]);
  console.table({ writeMs, readMs });
} finally {
  rmSync(root, { recursive: true, force: true });
}
