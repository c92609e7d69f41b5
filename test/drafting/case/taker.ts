// a process that issues one document after the other and tells each number once it has reached the disk
import { readTables } from "../../../src/calendar/holidays/tables.ts";
import { openCases } from "../../../src/drafting/case/cases.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { plainOf, says, TENANT, TYPES, 批, 甲 } from "./people.ts";

const [dataDir = "", count = "0"] = process.argv.slice(2);
const store = openSqliteStore(dataDir);
const holidays = readTables();
const cases = openCases(store.cases, { tenant: TENANT, types: TYPES, holidays: () => holidays, plainOf });

for (let index = 0; index < Number(count); index += 1) {
  const { file, document } = await cases.begin({ type: "penalty-decision", by: 甲, conversation: "c" });
  const where = { caseId: file.id, document };
  await cases.compose({ ...where, by: 甲, composed: says("罚款。"), findings: [], factsRevision: 0 });
  await cases.submit({ ...where, by: 甲 });
  await cases.askApproval({ ...where, by: 批 });
  await cases.approve({ ...where, by: 批 });
  const { number } = await cases.issue({ ...where, by: 甲, on: "2026-11-24" });
  process.stdout.write(`${file.id} ${number}\n`);
}
await store.close();
