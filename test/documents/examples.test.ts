import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import type { CaseDocument, CaseView } from "../../src/documents/case-view.ts";
import { checkCase } from "../../src/documents/rules/index.ts";
import {
  CASE_TYPES,
  composed,
  factsOf,
  plain,
  problems,
  statutes,
  tenant,
  TODAY,
  typeOf,
  types,
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

  it.each([...types.keys()])("%s cites laws that are there and in force", (id) => {
    const { citations } = statutes.cite(plain(id), { on: TODAY, actOn: "2026-09-01" });
    expect(
      citations.filter(({ status }) => status !== "ok").map(({ text, detail }) => [text, detail]),
    ).toEqual([]);
  });
});
