import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import { readCaseFile } from "../../src/documents/case-file.ts";
import { compose } from "../../src/documents/compose/compose.ts";
import { documentFile } from "../../src/documents/layout/document-file.ts";
import { labelFor } from "../../src/documents/layout/label.ts";
import { checkCase } from "../../src/documents/rules/index.ts";
import { statutes, tenant, TODAY, types, valuesOf } from "../../test/documents/examples.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, cold: { type: "string" } } });
const runs = Number(values.runs ?? "30");
const cold = Number(values.cold ?? "10");

const EXAMPLES = fileURLToPath(new URL("../../test/documents/examples/", import.meta.url));
const MAIN = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);

/** From the JSON of the facts to the bytes of the .docx, rules and all. */
async function once(id: string): Promise<number> {
  const begun = performance.now();
  const type = types.get(id);
  const holidays = readTables();
  const options = { types, tenant, today: TODAY, statutes, holidays, type, ref: `${id}.json` };
  const view = readCaseFile(valuesOf(id), options);
  const document = view.subject;
  if (type === undefined || document === null) throw new Error(`no example ${id}`);
  const { facts } = document;
  checkCase(view);
  const composed = compose(type, facts, { tenant, today: TODAY, statutes });
  const label = labelFor(tenant, "bench");
  await documentFile({ type, facts, composed, tenant, today: TODAY, statutes, label, formsDir: "." });
  return performance.now() - begun;
}

const ids = [...types.keys()];
for (const id of ids) await once(id);
const times: number[] = [];
for (let run = 0; run < runs; run++) for (const id of ids) times.push(await once(id));
times.sort((one, other) => one - other);
console.log(
  `facts to .docx, rules and layout: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms ` +
    `(${times.length} documents of ${ids.length} types)`,
);

const folder = mkdtempSync(join(tmpdir(), "bangban-draft-"));
const args = ["draft", "penalty-decision", "--facts", join(EXAMPLES, "penalty-decision.json")];
const more = ["--tenant", join(EXAMPLES, "tenant.yaml"), "--data", folder, "--today", TODAY];
const colds = Array.from({ length: cold }, () => {
  const begun = performance.now();
  execFileSync(process.execPath, [MAIN, ...args, ...more, "--out", join(folder, "a.docx")]);
  return performance.now() - begun;
}).toSorted((one, other) => one - other);
console.log(
  `cold bangban draft: ${at(colds, 0)}–${at(colds, 1)} ms, median ${at(colds, 0.5)} ms (${cold} runs)`,
);
console.log(`load ${loadavg()[0]?.toFixed(1)}`);
