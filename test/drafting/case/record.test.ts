import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { courseOf, partings } from "../../../src/drafting/case/record.ts";
import { verifyChain } from "../../../src/store/chain.ts";
import type { Store } from "../../../src/store/port.ts";
import { auditKey } from "../../../src/store/sqlite/store.ts";
import { approvedBy, drafted, openOffice } from "./office.ts";
import { text, 甲, 批 } from "./people.ts";

const TAKER = fileURLToPath(new URL("taker.ts", import.meta.url));

/** Runs a taker of numbers; with a limit it is killed as soon as it has told so many. Returns what it told. */
async function taker(dir: string, documents: number, killAfter = Infinity): Promise<readonly string[]> {
  const child = spawn(process.execPath, [TAKER, dir, String(documents)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length >= killAfter) child.kill("SIGKILL");
  }
  await ended;
  return told;
}

const recordOf = (store: Store) => store.audit.rows(0, 100_000);

async function partingsOf(store: Store, caseId: string) {
  return partings(caseId, await store.cases.events(caseId), await recordOf(store));
}

describe("numbers and record", () => {
  it("stay whole when eight processes take numbers and some are killed on the way", async () => {
    const { store, dir } = openOffice();
    const killAfter = [1, 2, 3, Infinity, Infinity, Infinity, Infinity, 1];
    const told = (await Promise.all(killAfter.map((limit) => taker(dir, 4, limit)))).flat();

    const cases = await store.cases.list({ limit: 1_000 });
    const numbers = cases.flatMap(({ documents }) => documents.flatMap(({ number }) => number ?? []));
    const last = numbers.length;
    const expected = Array.from({ length: last }, (_, index) => `云市监罚决〔2026〕${index + 1}号`);
    expect(numbers.toSorted()).toEqual(expected.toSorted());
    // what was told had reached the disk
    expect(last).toBeGreaterThanOrEqual(told.length);
    expect(told.length).toBeGreaterThanOrEqual(4 * 4 + 4);
    for (const line of told) {
      const [caseId, number] = line.split(" ");
      expect(cases.find((each) => each.caseId === caseId)?.documents[0]?.number).toBe(number);
    }
    // every event has its line and every line its event, also in the cases that were cut off
    for (const { caseId } of cases) expect(await partingsOf(store, caseId)).toEqual([]);
    expect(await verifyChain(store.audit, auditKey(dir))).toMatchObject({ ok: true });
  }, 60_000);
});

describe("the record of a case", () => {
  it("tells who did what to which version, without a word of it", async () => {
    const office = openOffice();
    const where = await approvedBy(office, 批);
    await office.cases.setFacts({ ...where, by: 甲, set: { filed_on: text("绝密的话") } });
    await office.cases.issue({ ...where, by: 甲 });
    const lines = await recordOf(office.store);
    const course = courseOf(where.caseId, lines);
    expect(course.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, "opened"],
      [2, "begun"],
      [3, "composed"],
      [4, "submitted"],
      [5, "asked"],
      [6, "approved"],
      [7, "facts"],
      [8, "issued"],
    ]);
    const [composed, approved] = [course[2], course[5]];
    expect(approved?.hash).toBe(composed?.hash);
    expect(approved?.by).not.toBe(composed?.by);
    expect(course[7]).toMatchObject({ approved: composed?.hash, number: "云市监罚决〔2026〕1号" });
    const all = lines.map(({ body }) => body).join("\n");
    for (const word of ["绝密的话", "罚款", "test:bot:甲"]) expect(all).not.toContain(word);
  });

  it("shows which event was changed, taken away or put in behind its back", async () => {
    const office = openOffice();
    const { caseId } = await drafted(office);
    expect(await partingsOf(office.store, caseId)).toEqual([]);
    const raw = new DatabaseSync(join(office.dir, "bangban.db"));
    raw.exec("DROP TRIGGER case_events_no_update; DROP TRIGGER case_events_no_delete");
    raw.exec("UPDATE case_events SET body = replace(body, '2000', '20') WHERE kind = 'composed'");
    expect(await partingsOf(office.store, caseId)).toEqual([3]);
    raw.exec("DELETE FROM case_events WHERE seq = 2");
    raw.exec(
      "INSERT INTO case_events SELECT case_id, 4, at_ms, kind, by_id, body FROM case_events WHERE seq = 1",
    );
    raw.close();
    expect(await partingsOf(office.store, caseId)).toEqual([2, 3, 4]);
  });
});

describe("the export of a case", () => {
  it("holds everything with its sources as plain JSON", async () => {
    const office = openOffice();
    const where = await approvedBy(office, 批);
    await office.cases.issue({ ...where, by: 甲 });
    const all = await office.cases.export(where.caseId, 甲);
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
    expect(all).toMatchObject({
      format: "bangban-case/1",
      case: where.caseId,
      state: "open",
      opened: "2026-11-24T02:20:00.000Z",
      documents: [
        { state: "issued", issued: { number: "云市监罚决〔2026〕1号" }, versions: [{ version: 1 }] },
      ],
      events: [{ seq: 1, kind: "opened" }, {}, {}, {}, {}, {}, { kind: "issued" }],
    });
  });
});
