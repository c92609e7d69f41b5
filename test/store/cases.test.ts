import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { verifyChain } from "../../src/store/chain.ts";
import type { Store } from "../../src/store/port.ts";
import { auditKey, openSqliteStore } from "../../src/store/sqlite/store.ts";
import { casesContract } from "../contracts/cases.ts";

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "bangban-cases-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

casesContract("sqlite", async () => {
  const dir = mkdtempSync(join(tmpdir(), "bangban-cases-"));
  let store = openSqliteStore(dir);
  const others: Store[] = [];
  return {
    store,
    other: async () => {
      const another = openSqliteStore(dir);
      others.push(another);
      return another;
    },
    reopen: async () => {
      await store.close();
      return (store = openSqliteStore(dir));
    },
    end: async () => {
      for (const each of [store, ...others]) await each.close();
      rmSync(dir, { recursive: true });
    },
  };
});

const change = (body: string, expected = 0) => ({
  caseId: "c1",
  expected,
  events: [{ kind: "opened", atMs: 1, by: "web::a", body }],
  card: { tenant: "", title: "", state: "open", people: [], documents: [], deadlines: [] },
  audit: [{ kind: "case", body, atMs: 1 }],
});

describe("case files in sqlite", () => {
  it("have no event without its line of the record, and no line without its event", async () => {
    const dir = folder();
    await openSqliteStore(dir).close();
    const raw = new DatabaseSync(join(dir, "bangban.db"));
    raw.exec(`CREATE TRIGGER full BEFORE INSERT ON audit WHEN new.body = 'no room'
              BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    raw.close();
    const store = openSqliteStore(dir);
    // both in one turn of the event loop, so in one transaction: only the one that fails is taken back
    const [good, bad] = await Promise.allSettled([
      store.cases.append(change("fits")),
      store.cases.append(change("no room", 1)),
    ]);
    expect([good?.status, bad?.status]).toEqual(["fulfilled", "rejected"]);
    expect((await store.cases.events("c1")).map(({ body }) => body)).toEqual(["fits"]);
    expect((await store.audit.rows(0, 9)).map(({ body }) => body)).toEqual(["fits"]);
    await store.close();
  });

  it("keep the chain whole beside the lines of turns", async () => {
    const dir = folder();
    const store = openSqliteStore(dir);
    await Promise.all([
      store.audit.append("turn", "{}", 1),
      store.cases.append(change("one")),
      store.audit.append("turn", "{}", 2),
    ]);
    expect(await verifyChain(store.audit, auditKey(dir))).toMatchObject({ ok: true, records: 3 });
    await store.close();
  });

  it("refuse to change or delete an event", async () => {
    const dir = folder();
    const store = openSqliteStore(dir);
    await store.cases.append(change("one"));
    await store.close();
    const raw = new DatabaseSync(join(dir, "bangban.db"));
    expect(() => raw.exec("UPDATE case_events SET body = 'x'")).toThrow("append-only");
    expect(() => raw.exec("DELETE FROM case_events")).toThrow("append-only");
    raw.close();
  });

  it("come to a data folder of the version before, and leave its messages alone", async () => {
    const dir = folder();
    await openSqliteStore(dir).close();
    const raw = new DatabaseSync(join(dir, "bangban.db"));
    const tables = raw
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'case%'")
      .all();
    for (const { name } of tables) raw.exec(`DROP TABLE ${String(name)}`);
    raw.exec("PRAGMA user_version = 1");
    raw.exec("INSERT INTO audit (seq, at_ms, kind, body, hash) VALUES (1, 1, 'turn', '{}', 'h')");
    raw.close();
    const store = openSqliteStore(dir);
    expect(await store.cases.append(change("one"))).toBe(true);
    expect((await store.audit.rows(0, 9)).map(({ kind }) => kind)).toEqual(["turn", "case"]);
    await store.close();
  });
});
