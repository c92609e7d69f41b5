import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openSqliteLibrary } from "../../src/store/sqlite/library.ts";
import { libraryContract } from "../contracts/library.ts";

function temporaryPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "library-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "knowledge.db");
}

describe("the SQLite library", () => {
  libraryContract(async () => {
    const path = temporaryPath();
    const pair = [openSqliteLibrary(path), openSqliteLibrary(path)] as const;
    onTestFinished(async () => {
      for (const library of pair) await library.close();
    });
    return pair;
  });

  it("says which file is damaged and what to do about it", () => {
    const path = temporaryPath();
    writeFileSync(
      path,
      "not a database at all, but long enough to have a header of a hundred bytes or so ".repeat(3),
    );
    expect(() => openSqliteLibrary(path)).toThrow(
      expect.objectContaining({ code: "data.corrupt", detail: expect.objectContaining({ file: path }) }),
    );
  });

  it("may be closed twice", async () => {
    const library = openSqliteLibrary(temporaryPath());
    await library.close();
    await expect(library.close()).resolves.toBeUndefined();
  });
});
