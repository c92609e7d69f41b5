import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chain, CHAIN_START, verifyChain } from "../../src/store/chain.ts";
import type { AuditLog, AuditRow } from "../../src/store/port.ts";

const KEY = new TextEncoder().encode("key of the test");

function record(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const row = { seq, atMs: seq * 10, kind: "turn", body: `{"n":${seq}}` };
    rows.push({ ...row, hash: chain(KEY, rows.at(-1)?.hash ?? CHAIN_START, row) });
  }
  return rows;
}

const logOf = (rows: readonly AuditRow[]): AuditLog => ({
  append: () => Promise.reject(new Error("read only")),
  rows: async (after, limit) => rows.filter(({ seq }) => seq > after).slice(0, limit),
});

const verify = (rows: readonly AuditRow[]) => verifyChain(logOf(rows), KEY);

describe("the audit chain", () => {
  it("holds for a record that nobody touched, also over several pages", async () => {
    const rows = record(2_500);
    expect(await verify(rows)).toEqual({ ok: true, records: 2_500, head: rows.at(-1)?.hash });
    expect(await verify([])).toEqual({ ok: true, records: 0, head: CHAIN_START });
  });

  it("breaks at the first line that was changed, in any field", async () => {
    const change = fc.record({
      at: fc.nat(19),
      field: fc.constantFrom("body" as const, "kind" as const, "hash" as const),
      text: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, field, text }) => {
        const rows = record(20);
        fc.pre(rows[at]?.[field] !== text);
        const forged = rows.map((row, index) => (index === at ? { ...row, [field]: text } : row));
        expect(await verify(forged)).toMatchObject({ ok: false, firstBad: at + 1 });
      }),
    );
  });

  it("breaks where a line is missing, inserted or moved", async () => {
    const rows = record(10);
    expect(await verify(rows.toSpliced(4, 1))).toMatchObject({ ok: false, firstBad: 6 });
    const moved = rows.map((row) => (row.seq === 5 || row.seq === 6 ? { ...row, seq: 11 - row.seq } : row));
    expect(await verify(moved.toSorted((one, other) => one.seq - other.seq))).toMatchObject({ firstBad: 5 });
  });

  it("cannot be written anew without the key", async () => {
    const forged = record(3).map((row) => ({ ...row, hash: chain(new Uint8Array(8), CHAIN_START, row) }));
    expect(await verify(forged)).toMatchObject({ ok: false, firstBad: 1 });
  });

  it("shows by its head that lines were cut off at the end", async () => {
    const rows = record(10);
    expect((await verify(rows.slice(0, 9))).head).not.toBe((await verify(rows)).head);
  });
});
