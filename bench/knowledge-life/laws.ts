import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROLES } from "../../src/core/principal.ts";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { seeded } from "../../src/knowledge/embed/random.ts";
import { sentencesOf } from "./made-passages.ts";

/**
 * A folder of laws in one collection: rate of reading, size on disk, memory, and queries when warm.
 *
 *   node bench/knowledge-life/laws.ts LAWS_FOLDER
 */
const [laws = "."] = process.argv.slice(2);
const QUERIES = 1_000;
const root = mkdtempSync(join(tmpdir(), "bench-laws-"));
const [dataDir, packsDir] = [join(root, "data"), join(root, "packs")];
mkdirSync(packsDir);
const scope = { collections: ["laws"], roles: ROLES, on: "2026-11-24" };
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

function filesIn(folder: string): number[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

try {
  const sizes = filesIn(laws);
  const knowledge = await openKnowledge({ dataDir, packsDir, log: (line) => console.error(line) });
  const start = performance.now();
  let read = start;
  const report = await knowledge.ingest([laws], { collection: "laws" }, ({ phase }) => {
    if (phase === "reading") read = performance.now();
  });
  const totalS = (performance.now() - start) / 1_000;
  const readS = (read - start) / 1_000;
  await knowledge.close();
  const script = fileURLToPath(new URL("../search-open.ts", import.meta.url));
  const opened = execFileSync(process.execPath, [script, dataDir, packsDir, "laws", "劳动合同"], {
    encoding: "utf8",
  });
  const again = await openKnowledge({ dataDir, packsDir, log: (line) => console.error(line) });
  await again.warm();
  const random = seeded(3);
  const sentences = sentencesOf(laws);
  const taken: number[] = [];
  for (let i = 0; i < QUERIES; i += 1) {
    const text = (sentences[Math.floor(random() * sentences.length)] ?? "").slice(0, 30);
    const asked = performance.now();
    await again.search(text, scope, 10);
    taken.push(performance.now() - asked);
  }
  await again.close();
  taken.sort((a, b) => a - b);
  console.table([
    {
      files: report.documents,
      passages: report.passages,
      filesPerS: Math.round(report.documents / readS),
      mbPerS: (sum(sizes) / 1_000_000 / readS).toFixed(1),
      readS: readS.toFixed(1),
      totalS: totalS.toFixed(1),
      databaseMB: megabytes(statSync(join(dataDir, "knowledge.db")).size),
      indexMB: megabytes(sum(filesIn(join(dataDir, "index")))),
      p50: taken[QUERIES / 2]?.toFixed(2),
      p99: taken[QUERIES * 0.99]?.toFixed(2),
      ...JSON.parse(opened),
    },
  ]);
} finally {
  rmSync(root, { recursive: true, force: true });
}
