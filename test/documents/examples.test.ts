import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import type { CaseDocument, CaseView } from "../../src/documents/case-view.ts";
import { checkCase } from "../../src/documents/rules/index.ts";
import { readCaseFile } from "../../src/documents/case-file.ts";
import { compose } from "../../src/documents/compose/compose.ts";
import { plainOf } from "../../src/documents/compose/plain.ts";
import { readFacts } from "../../src/documents/types/read-facts.ts";
import { vocabulary } from "../../src/documents/types/vocabulary.ts";
import {
  CASE_TYPES,
  composed,
  factsOf,
  PACKS,
  plain,
  problems,
  statutes,
  tenant,
  TODAY,
  typeOf,
  types,
  valuesOf,
} from "./examples.ts";

const holidays = readTables();

function documentOf(id: string): CaseDocument {
  const facts = factsOf(id);
  return { type: typeOf(id), facts, own: facts, number: composed(id).number, text: plain(id) };
}

function viewOf(ids: readonly string[], subject: string | null): CaseView {
  const documents = ids.map(documentOf);
  const facts = Object.assign({}, ...documents.map((each) => each.facts));
  const at = subject === null ? -1 : ids.indexOf(subject);
  return { documents, subject: documents[at] ?? null, facts, tenant, today: TODAY, statutes, holidays };
}

const shown = (view: CaseView): string[] =>
  checkCase(view).map(({ rule, severity, where, message }) => `${rule} ${severity} ${where}: ${message.zh}`);

describe("the examples", () => {
  it("come from types without a fault", () => {
    expect(problems.map(({ error }) => error.message)).toEqual([]);
  });

  it("has one for every type", () => {
    const files = readdirSync(new URL("./examples/", import.meta.url));
    expect([...types.keys()].filter((id) => !files.includes(`${id}.json`))).toEqual([]);
  });

  it.each([...types.keys()])("%s lacks nothing the law asks for", (id) => {
    expect(composed(id).missing).toEqual([]);
    expect(plain(id)).not.toContain("未提供");
  });

  it.each([...types.keys()])("%s breaks no rule", (id) => {
    expect(shown(viewOf([id], id))).toEqual([]);
  });

  it("make one whole case that breaks no rule", () => {
    expect(shown(viewOf(CASE_TYPES, null))).toEqual([]);
  });

  it("are one case file too, read and judged as a file", () => {
    const { fields } = vocabulary(PACKS);
    const ref = "whole-case.json";
    const options = { types, fields, tenant, today: TODAY, statutes, holidays, ref };
    const view = readCaseFile(valuesOf("whole-case"), options);
    expect(view.documents.map(({ type }) => type.id)).toEqual(CASE_TYPES);
    expect(shown(view)).toEqual([]);
  });

  it("hold a public security case that breaks no rule", () => {
    const police = { ...tenant, name: "南江市公安局云溪分局", code: "云公", officers: [] };
    const type = typeOf("penalty-decision");
    const facts = readFacts(type, valuesOf("police-decision"), { kind: "file", ref: "police-decision.json" });
    const composedCase = compose(type, facts, { tenant: police, today: TODAY, statutes });
    const text = plainOf(composedCase);
    const document = { type, facts, own: facts, number: composedCase.number, text };
    const view = { ...viewOf([], null), documents: [document], subject: document, facts, tenant: police };
    expect(composedCase.missing).toEqual([]);
    expect(shown(view)).toEqual([]);
    expect(text).not.toContain("未提供");
  });

  it.each([...types.keys()])("%s cites laws that are there and in force", (id) => {
    const { citations } = statutes.cite(plain(id), { on: TODAY, actOn: "2026-09-01" });
    expect(
      citations.filter(({ status }) => status !== "ok").map(({ text, detail }) => [text, detail]),
    ).toEqual([]);
  });
});
