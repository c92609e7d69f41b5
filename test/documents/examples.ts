import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { compose } from "../../src/documents/compose/compose.ts";
import { plainOf } from "../../src/documents/compose/plain.ts";
import type { Composed } from "../../src/documents/composed.ts";
import type { Facts } from "../../src/documents/facts/fact.ts";
import { tenantSchema, type Tenant } from "../../src/documents/tenant.ts";
import type { DocumentType } from "../../src/documents/types/document-type.ts";
import { loadDocumentTypes } from "../../src/documents/types/load.ts";
import { readFacts } from "../../src/documents/types/read-facts.ts";
import { openStatutes } from "../../src/statutes/statutes.ts";

const EXAMPLES = new URL("./examples/", import.meta.url);

/** The folder of packs that ships. */
export const PACKS = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** The day on which the examples are looked at. */
export const TODAY = "2026-11-24";

/** The documents of the one case that runs from inspection to closing, in the order of their days. */
export const CASE_TYPES = [
  "inspection-record",
  "evidence-preservation",
  "correction-order",
  "case-filing",
  "interview-record",
  "final-report",
  "penalty-notice",
  "penalty-decision",
  "service-receipt",
  "case-closing",
] as const;

/** The invented institution of the examples. */
export const tenant: Tenant = tenantSchema.parse(
  parse(readFileSync(new URL("tenant.yaml", EXAMPLES), "utf8")),
);

/** The types as they ship, for that institution. */
export const { types, problems } = loadDocumentTypes(PACKS, tenant);

/** The law desk without any collection: names, editions and shapes of laws, no words. */
export const statutes = openStatutes();

/** A type that must be there. */
export function typeOf(id: string): DocumentType {
  const type = types.get(id);
  if (type === undefined) throw new Error(`no document type ${id}`);
  return type;
}

/** The plain values of an example as its file has them. */
export const valuesOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, EXAMPLES), "utf8"));

/** The facts of an example. */
export const factsOf = (id: string): Facts =>
  readFacts(typeOf(id), valuesOf(id), { kind: "file", ref: `${id}.json` });

/** An example with some values changed; undefined takes one away. */
export function changed(id: string, values: Readonly<Record<string, unknown>>): Facts {
  const before: unknown = valuesOf(id);
  const all = typeof before === "object" ? { ...before, ...values } : values;
  return readFacts(typeOf(id), JSON.parse(JSON.stringify(all)), { kind: "file", ref: `${id}.json` });
}

/** The document of an example. */
export const composed = (id: string, facts = factsOf(id), of = tenant): Composed =>
  compose(typeOf(id), facts, { tenant: of, today: TODAY, statutes });

/** The document of an example as a person reads it in the chat. */
export const plain = (id: string, facts = factsOf(id), of = tenant): string =>
  plainOf(composed(id, facts, of));
