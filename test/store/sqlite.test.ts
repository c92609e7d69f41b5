import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { lockFolder } from "../../src/store/sqlite/lock.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import { storeContract } from "../contracts/store.ts";
import { message } from "../samples.ts";

const folder = () => mkdtempSync(join(tmpdir(), "bangban-store-"));

storeContract("sqlite", async () => {
  const dir = folder();
  let store = openSqliteStore(dir);
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = openSqliteStore(dir));
    },
    end: async () => {
      await store.close();
      rmSync(dir, { recursive: true });
    },
  };
});

describe("sqlite", () => {
  it("is safe against a power cut on every open, not only the first", async () => {
    const dir = folder();
    for (const round of [1, 2]) {
      const store = openSqliteStore(dir);
      await store.inbox.accept(message(`第${round}次`));
      await store.close();
    }
    const { openDatabase } = await import("../../src/store/sqlite/open.ts");
    const database = openDatabase(join(dir, "bangban.db"));
    expect(database.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
    expect(database.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    database.close();
  });

  it("refuses to change or delete a line of the audit log", async () => {
    const dir = folder();
    const store = openSqliteStore(dir);
    await store.audit.append("turn", "{}", 0);
    await store.close();
    const raw = new DatabaseSync(join(dir, "bangban.db"));
    expect(() => raw.exec("UPDATE audit SET body = 'x'")).toThrow("append-only");
    expect(() => raw.exec("DELETE FROM audit")).toThrow("append-only");
    raw.close();
  });

  it("says which file is broken and what to do", () => {
    const dir = folder();
    writeFileSync(
      join(dir, "bangban.db"),
      "this is no database, but it is long enough to be read as one".repeat(50),
    );
    expect(() => openSqliteStore(dir)).toThrow(
      expect.objectContaining({ code: "data.corrupt", message: expect.stringContaining("bangban.db") }),
    );
  });

  it("refuses data of a newer version instead of guessing", async () => {
    const dir = folder();
    await openSqliteStore(dir).close();
    const raw = new DatabaseSync(join(dir, "bangban.db"));
    raw.exec("PRAGMA user_version = 99");
    raw.close();
    expect(() => openSqliteStore(dir)).toThrow(expect.objectContaining({ code: "data.corrupt" }));
  });

  it("gives one sentence for a folder that cannot be written", ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may write everywhere");
    const dir = folder();
    chmodSync(dir, 0o500);
    expect(() => openSqliteStore(dir)).toThrow(expect.objectContaining({ code: "data.unwritable" }));
  });

  it("gives one sentence where the data folder is a file", () => {
    const dir = folder();
    writeFileSync(join(dir, "data"), "");
    expect(() => openSqliteStore(join(dir, "data"))).toThrow(
      expect.objectContaining({ code: "data.unwritable" }),
    );
    expect(() => lockFolder(join(dir, "data"))).toThrow(expect.objectContaining({ code: "data.unwritable" }));
  });
});

describe("the lock of a data folder", () => {
  it("lets one in, tells the second one what to do, and lets it in afterwards", () => {
    const dir = join(folder(), "data");
    mkdirSync(dir);
    const first = lockFolder(dir);
    expect(() => lockFolder(dir)).toThrow(
      expect.objectContaining({
        code: "data.locked",
        detail: expect.objectContaining({ remedy: expect.stringContaining("--data") }),
      }),
    );
    first.release();
    lockFolder(dir).release();
  });
});
