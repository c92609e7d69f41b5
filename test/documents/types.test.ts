import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/documents/compose/compose.ts";
import { plainOf } from "../../src/documents/compose/plain.ts";
import { tenantSchema } from "../../src/documents/tenant.ts";
import { loadDocumentTypes } from "../../src/documents/types/load.ts";
import { readFacts } from "../../src/documents/types/read-facts.ts";
import { vocabulary } from "../../src/documents/types/vocabulary.ts";
import { PACKS, tenant, TODAY } from "./examples.ts";

function folder(files: Readonly<Record<string, string>>): string {
  const packs = mkdtempSync(join(tmpdir(), "types-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(packs, name)), { recursive: true });
    writeFileSync(join(packs, name), text);
  }
  return packs;
}

const FIELDS = `
- { name: finder, label: { zh: 拾得人, en: Finder }, kind: person, scope: case }
- { name: found_on, label: { zh: 拾得日期, en: Found on }, kind: date, aliases: [哪天捡的] }
- { name: goods, label: { zh: 物品, en: Things }, kind: goods }
`;

const RECEIPT = `
id: lost-property
name: { zh: 失物登记单, en: Lost property slip }
aliases: [失物单]
purpose: { zh: 登记拾得的物品。, en: Registers what was found. }
genre: enforcement
layout: { form: record, title: 失物登记单, number: "失〔{year}〕{serial}号" }
dated_by: found_on
fields:
  - { use: finder, required: true }
  - { use: found_on, required: true }
  - { use: goods, required: { not: nothing_left } }
  - { name: nothing_left, label: { zh: 没有物品, en: Nothing left }, kind: answer }
sections:
  - id: body
    paragraphs:
      - text: "{finder}于{found_on}拾得下列物品[[，联系电话{finder.phone}]]。"
      - { each: goods, text: "{index}.{item.name}{item.quantity}{item.unit}" }
    fixed: thanks
fixed:
  thanks: 感谢您。
`;

const files = (type = RECEIPT): Record<string, string> => ({
  "lost/fields.yaml": FIELDS,
  "lost/documents/lost-property.yaml": type,
});

const faults = (type: string): string[] =>
  loadDocumentTypes(folder(files(type))).problems.map(({ error }) => error.message);

describe("a document type of one's own", () => {
  it("is a file, and works from facts to text", () => {
    const { types, problems } = loadDocumentTypes(folder(files()));
    expect(problems).toEqual([]);
    const type = types.get("lost-property");
    if (type === undefined) throw new Error("the type was not loaded");
    const values = {
      finder: "路人子",
      found_on: "2026年1月5日",
      goods: [{ name: "雨伞", quantity: 1, unit: "把" }, "手套"],
    };
    const facts = readFacts(type, values, { kind: "file", ref: "facts.json" });
    const text = plainOf(compose(type, facts, { tenant, today: TODAY }));
    expect(text).toContain("路人子于2026年1月5日拾得下列物品。");
    expect(text).toContain("1.雨伞1把\n\n2.手套未提供未提供");
    expect(text).toContain("感谢您。");
  });

  it.each([
    ["a slot that names nothing", "{finder}于{found_at}拾得", "the slot {found_at} names no field"],
    [
      "a way of writing that the kind has not",
      "{finder|capitals}拾得",
      "a person cannot be written as capitals",
    ],
  ])("is refused for %s, with file and line", (_, text, message) => {
    const [first] = faults(RECEIPT.replace("{finder}于{found_on}拾得", text));
    expect(first).toMatch(/^lost\/documents\/lost-property\.yaml:17: sections\.0\.paragraphs\.0: /);
    expect(first).toContain(message);
  });

  it("is refused for an unknown field, fixed text, deadline, key or condition", () => {
    expect(faults(RECEIPT.replace("use: goods", "use: gods"))[0]).toContain("gods is not in the vocabulary");
    expect(faults(RECEIPT.replace("fixed: thanks", "fixed: thank"))[0]).toContain("no fixed text thank");
    expect(faults(`${RECEIPT}starts:\n  - { deadline: forever, from: found_on }\n`)[0]).toContain(
      "no deadline forever",
    );
    expect(faults(RECEIPT.replace("required: true", "requird: true"))[0]).toMatch(/:10: fields\.0.*requird/);
    expect(faults(RECEIPT.replace("not: nothing_left", "not: nothing"))[0]).toContain("asks for nothing");
    expect(faults("id: [")[0]).toContain("the YAML cannot be read");
  });

  it("is left out when it is faulty, and the others stay", () => {
    const packs = folder({ ...files(), "lost/documents/bad.yaml": "id: bad\n" });
    const { types, problems } = loadDocumentTypes(packs);
    expect([...types.keys()]).toEqual(["lost-property"]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it("names a field that is given twice", () => {
    const { problems } = vocabulary(folder({ "lost/fields.yaml": FIELDS + FIELDS.trim().split("\n")[0] }));
    expect(problems[0]?.error.message).toContain("lost/fields.yaml:5: finder: this name is taken already");
  });
});

describe("the institution's changes", () => {
  const withDocuments = (documents: Record<string, Record<string, unknown>>) =>
    loadDocumentTypes(PACKS, tenantSchema.parse({ ...tenant, documents }));

  it("rename a type, renumber it, and change its fixed texts without code", () => {
    const { types, problems } = withDocuments({
      "penalty-decision": {
        name: { zh: "行政处罚决定", en: "Decision" },
        number: "云综执罚字〔{year}〕第{serial}号",
        layout: { title: "处罚决定书" },
        fixed: { payment: "请到一楼大厅缴款。" },
        starts: [{ deadline: "market-publication", from: "decided_on" }],
      },
    });
    const type = types.get("penalty-decision");
    expect(problems).toEqual([]);
    expect(type?.name.zh).toBe("行政处罚决定");
    expect(type?.layout).toMatchObject({
      title: "处罚决定书",
      seal: true,
      number: "云综执罚字〔{year}〕第{serial}号",
    });
    expect(type?.starts).toContainEqual({ deadline: "market-publication", from: "decided_on" });
    expect(type?.fixed.payment).toBe("请到一楼大厅缴款。");
  });

  it("leave fields out with their lines, ask for others, and add their own", () => {
    const { types, problems } = withDocuments({
      "inspection-record": {
        fields: {
          omitted: ["recusal"],
          required: ["photos"],
          added: [{ name: "weather", label: { zh: "天气", en: "Weather" }, kind: "text", required: true }],
        },
        sections: [{ id: "weather", after: "people", paragraphs: [{ text: "天气：{weather}" }] }],
      },
    });
    const type = types.get("inspection-record");
    if (type === undefined) throw new Error("the type was not loaded");
    expect(problems).toEqual([]);
    const composed = compose(type, {}, { tenant, today: TODAY });
    expect(plainOf(composed)).toContain("天气：未提供");
    expect(plainOf(composed)).not.toContain("回避：");
    expect(composed.missing).toEqual(expect.arrayContaining(["photos", "weather"]));
  });

  it("are refused where they name nothing, with the place in the file", () => {
    const messages = withDocuments({
      "penalty-decisions": {},
      "case-closing": { nmae: "x" },
    }).problems.map(({ error }) => error.message);
    expect(messages).toEqual([
      expect.stringContaining("tenant: documents.case-closing: unrecognized key"),
      expect.stringContaining("tenant: documents.penalty-decisions: there is no document type"),
    ]);
  });
});
