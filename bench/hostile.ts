// Reads files that were made to do harm, one after the other, and prints what became of each, how long it took and
// what this process holds. Usage: node bench/hostile.ts
import { openFileReader } from "../src/files/reader.ts";
import { readFile } from "../src/knowledge/ingest/read-file.ts";
import { hostileFiles } from "../test/files/hostile-files.ts";

const MIB = 1024 * 1024;
const MAX_MS = 2_000;
const rssMib = (): number => Math.round(process.memoryUsage.rss() / MIB);

const reader = openFileReader();
await reader.read("warm.html", Buffer.from("<html><body><p>好</p></body></html>"));
let slow = 0;
let wrong = 0;
let most = 0;
for (const { name, make, verdict } of hostileFiles) {
  const bytes = make();
  const before = rssMib();
  const start = performance.now();
  const file = { path: name, relative: name, sizeBytes: bytes.length, mtimeMs: 0, beside: [] };
  const { document, refused } = await readFile(reader, bytes, file, [], undefined);
  const ms = Math.round(performance.now() - start);
  const words = refused[0]?.reason.en ?? "";
  const got = document !== null ? "read" : "refused";
  if (ms >= MAX_MS) slow += 1;
  if (got !== verdict) wrong += 1;
  most = Math.max(most, rssMib() - before);
  const mark = got === verdict && ms < MAX_MS ? " " : "!";
  console.log(
    `${mark} ${name.padEnd(36)} ${got.padEnd(8)} ${String(ms).padStart(6)} ms ${String(rssMib()).padStart(5)} MB  ${words}`,
  );
}
reader.close();
console.log(
  `${hostileFiles.length} files: ${wrong} with another verdict, ${slow} of ${MAX_MS} ms or more; ` +
    `the reading of one added at most ${most} MB to this process`,
);
