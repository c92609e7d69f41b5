import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { readTables } from "../../../src/calendar/holidays/tables.ts";
import type { Principal } from "../../../src/core/principal.ts";
import type { Finding } from "../../../src/documents/finding.ts";
import type { Cases } from "../../../src/drafting/case/api.ts";
import { openCases } from "../../../src/drafting/case/cases.ts";
import type { Store } from "../../../src/store/port.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { plainOf, says, TENANT, TYPES, 甲 } from "./people.ts";

export interface Office {
  readonly cases: Cases;
  readonly store: Store;
  readonly dir: string;
  /** Lets time pass. */
  readonly wait: (ms: number) => void;
  /** Closes the store and opens it again, as a restart does. */
  readonly restart: () => Promise<Office>;
}

// 2026-11-24 10:20 in China
const START_MS = Date.parse("2026-11-24T02:20:00Z");

/** Case files in a data folder of their own, with a clock that stands still. */
export function openOffice(more: Partial<Parameters<typeof openCases>[1]> = {}): Office {
  const dir = mkdtempSync(join(tmpdir(), "bangban-office-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  let nowMs = START_MS;
  const open = (): Office => {
    const store = openSqliteStore(dir);
    onTestFinished(() => store.close().catch(() => undefined));
    const cases = openCases(store.cases, {
      tenant: TENANT,
      types: TYPES,
      holidays: () => readTables(),
      plainOf,
      now: () => nowMs,
      ...more,
    });
    const restart = async () => {
      await store.close();
      return open();
    };
    return { cases, store, dir, wait: (ms) => void (nowMs += ms), restart };
  };
  return open();
}

/** A document begun and composed once; returns where it is. */
export async function drafted(
  { cases }: Office,
  by: Principal = 甲,
  findings: readonly Finding[] = [],
  typeId = "penalty-decision",
) {
  const { file, document } = await cases.begin({ type: typeId, by, conversation: "test:bot:room" });
  const where = { caseId: file.id, document };
  await cases.compose({ ...where, by, composed: says("罚款 2000 元。"), findings, factsRevision: 0 });
  return where;
}

/** The same on to where it may be issued. */
export async function approvedBy(office: Office, approver: Principal, typeId?: string) {
  const where = await drafted(office, 甲, [], typeId);
  await office.cases.submit({ ...where, by: 甲 });
  await office.cases.askApproval({ ...where, by: approver });
  await office.cases.approve({ ...where, by: approver });
  return where;
}
