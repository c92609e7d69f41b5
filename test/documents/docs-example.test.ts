import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { compose } from "../../src/documents/compose/compose.ts";
import { plainOf } from "../../src/documents/compose/plain.ts";
import { loadDocumentTypes } from "../../src/documents/types/load.ts";
import { readFacts } from "../../src/documents/types/read-facts.ts";
import { tempFolder } from "../commands/run.ts";
import { PACKS, tenant, TODAY } from "./examples.ts";

const PAGE = new URL("../../docs/drafting.md", import.meta.url);

it("a type copied from the page works as it stands, with no line of code", () => {
  const folder = tempFolder();
  cpSync(PACKS, folder, { recursive: true });
  const [, yaml = ""] = /```yaml\n(id: site-notice[\s\S]*?)```/u.exec(readFileSync(PAGE, "utf8")) ?? [];
  writeFileSync(join(folder, "law-enforcement", "documents", "site-notice.yaml"), yaml);
  const { types, problems } = loadDocumentTypes(folder, tenant);
  expect(problems).toEqual([]);
  const type = types.get("site-notice");
  if (type === undefined) throw new Error("the type of the page is not there");
  const values = { party: { kind: "unit", name: "甲公司" }, result: "已经当场改正。" };
  const facts = readFacts(type, values, { kind: "file", ref: "facts.json" });
  const text = plainOf(compose(type, facts, { tenant, today: TODAY }));
  expect(text).toContain("甲公司：");
  expect(text).toContain("已经当场改正。 联系电话：0990-5550101。");
});
