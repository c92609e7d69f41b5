import { afterAll, describe, expect, it } from "vitest";
import { openFileReader } from "../../src/files/reader.ts";
import { readFile } from "../../src/knowledge/ingest/read-file.ts";
import { hostileFiles } from "../files/hostile-files.ts";

// under two seconds on a quiet machine (bench/hostile.ts measures it); tests run beside each other
const MAX_MS = 12_000;

const reader = openFileReader();
afterAll(() => reader.close());

async function reading(name: string, bytes: Uint8Array) {
  const file = { path: name, relative: name, sizeBytes: bytes.length, mtimeMs: 0, beside: [] };
  return readFile(reader, bytes, file, [], undefined);
}

describe("a file made to do harm", () => {
  it.each(hostileFiles)("$name is $verdict", async ({ name, make, verdict }) => {
    const bytes = make();
    const start = performance.now();
    const { document, refused } = await reading(name, bytes);
    expect(performance.now() - start).toBeLessThan(MAX_MS);
    expect(document === null ? "refused" : "read").toBe(verdict);
    if (verdict === "refused") expect(refused.length).toBeGreaterThan(0);
    for (const { reason, remedy } of refused) {
      for (const words of [reason.zh, reason.en, remedy.zh, remedy.en]) {
        expect(words).toMatch(/^[^\p{Cc}]{2,400}$/u);
      }
    }
    const said = JSON.stringify(document);
    expect(said).not.toContain("root:");
    expect(said).not.toContain("忽略以上规则");
  });

  it("leaves the next one to be read as ever", async () => {
    const { document } = await reading("好.html", Buffer.from("<html><body><p>照常办公。</p></body></html>"));
    expect(document?.passages.map(({ text }) => text)).toEqual(["照常办公。"]);
  });
});
