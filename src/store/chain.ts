import { createHmac } from "node:crypto";
import type { AuditLog, AuditRow } from "./port.ts";

/** The hash that stands before the first line. */
export const CHAIN_START = "0".repeat(64);

/** Links a line to the one before it: HMAC-SHA256 over the former hash and every field of this line. */
export function chain(key: Uint8Array, before: string, row: Omit<AuditRow, "hash">): string {
  const line = JSON.stringify([before, row.seq, row.atMs, row.kind, row.body]);
  return createHmac("sha256", key).update(line).digest("hex");
}

export interface Verdict {
  readonly ok: boolean;
  readonly records: number;
  /** The last good hash: written down elsewhere, it also shows that lines were cut off at the end. */
  readonly head: string;
  /** The number of the first line that was changed, inserted, moved, or that follows a missing one. */
  readonly firstBad?: number;
}

// a page of lines at a time, so that a record of years fits into memory
const PAGE = 1_000;

/** Walks the whole record and checks every link. */
export async function verifyChain(log: AuditLog, key: Uint8Array): Promise<Verdict> {
  let head = CHAIN_START;
  let records = 0;
  for (;;) {
    const rows = await log.rows(records, PAGE);
    for (const { hash, ...row } of rows) {
      const isNext = row.seq === records + 1 && hash === chain(key, head, row);
      if (!isNext) return { ok: false, records, head, firstBad: row.seq };
      head = hash;
      records += 1;
    }
    if (rows.length < PAGE) return { ok: true, records, head };
  }
}
