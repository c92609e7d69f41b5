import { readSettings } from "../config.ts";
import { verifyChain } from "../store/chain.ts";
import { auditKey, openSqliteStore } from "../store/sqlite/store.ts";
import type { Store } from "../store/port.ts";
import { EXIT, fail, print, printJson, wrongUse, type CommonOptions } from "./output.ts";

const PAGE = 1_000;

/** `bangban audit verify|export`: checks every link of the record, or prints its lines. */
export async function audit(what: string, options: CommonOptions): Promise<void> {
  let store: Store | undefined;
  try {
    const { dataDir } = readSettings({ dataDir: options.data });
    if (what !== "verify" && what !== "export")
      throw wrongUse(`audit ${what}`, "use: audit verify, or audit export");
    store = openSqliteStore(dataDir);
    if (what === "export") await exportLines(store);
    else await verify(store, auditKey(dataDir), options);
  } catch (error) {
    fail(error, options);
  } finally {
    await store?.close();
  }
}

async function verify(store: Store, key: Uint8Array, { json }: CommonOptions): Promise<void> {
  const verdict = await verifyChain(store.audit, key);
  if (!verdict.ok) process.exitCode = EXIT.failed;
  if (json) return printJson(verdict);
  const broken = `broken at record ${verdict.firstBad}: it was changed, moved, or follows a missing one`;
  print(verdict.ok ? `ok: ${verdict.records} records, head ${verdict.head}` : broken);
}

async function exportLines(store: Store): Promise<void> {
  for (let after = 0; ;) {
    const rows = await store.audit.rows(after, PAGE);
    for (const { seq, atMs, kind, body, hash } of rows) {
      printJson({ seq, at: new Date(atMs).toISOString(), kind, ...JSON.parse(body), hash });
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE) return;
  }
}
