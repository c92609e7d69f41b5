import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFileStore } from "../../src/store/files.ts";
import { tempFolder } from "../commands/run.ts";

const FILE = { name: "笔录.docx", mime: "application/x-test", body: Buffer.from("words") };

describe("files that replies carry", () => {
  it("come back as they were, also for another process", async () => {
    const folder = tempFolder();
    const { fileId, name } = await openFileStore(folder).keep(FILE);
    expect(name).toBe("笔录.docx");
    expect(await openFileStore(folder).open(fileId)).toEqual(FILE);
  });

  it("have names that nobody can guess, and nothing else can be fetched by one", async () => {
    const folder = tempFolder();
    const store = openFileStore(folder);
    const { fileId } = await store.keep(FILE);
    const { fileId: other } = await store.keep(FILE);
    expect(other).not.toBe(fileId);
    writeFileSync(join(folder, "secret"), "x");
    for (const id of ["../secret", "", `${fileId}.json`, "A".repeat(22)])
      expect(await store.open(id)).toBeNull();
  });
});
