import { fileURLToPath } from "node:url";
import { extractFacts, readChange } from "../../../src/documents/extract/index.ts";
import type { Change, TalkMessage } from "../../../src/documents/extract/index.ts";
import type { Extracted } from "../../../src/documents/extract/extract.ts";
import type { Facts } from "../../../src/documents/facts/fact.ts";
import { tenantSchema } from "../../../src/documents/tenant.ts";
import { loadDocumentTypes } from "../../../src/documents/types/load.ts";
import type { Field } from "../../../src/documents/types/document-type.ts";

export const TODAY = "2026-11-23";
const AUTHOR = "slack:U1";
const { types } = loadDocumentTypes(fileURLToPath(new URL("../../../knowledge", import.meta.url)));

export const TENANT = tenantSchema.parse({
  officers: [
    { name: "检查员甲", certificate: "12030117", user: AUTHOR },
    { name: "检查员乙", certificate: "12030142" },
    { name: "王建国", certificate: "12030155" },
  ],
});

/** The fields of a type, by the types as they ship. */
export function fieldsOf(type: string): readonly Field[] {
  const found = types.get(type);
  if (found === undefined) throw new RangeError(`no type ${type}`);
  return found.fields;
}

/** Messages of one officer, numbered as they came. */
export const talkOf = (texts: readonly string[]): TalkMessage[] =>
  texts.map((text, at) => ({ id: `m${at}`, ref: `消息 ${at + 1}`, text, author: AUTHOR }));

/** What these messages say for a document of this type. */
export const read = (type: string, texts: readonly string[], known: Facts = {}): Extracted =>
  extractFacts(talkOf(texts), { fields: fieldsOf(type), tenant: TENANT, today: TODAY, known });

/** What one more message changes. */
export const change = (type: string, text: string, known: Facts): Change | null =>
  readChange(text, { fields: fieldsOf(type), tenant: TENANT, today: TODAY, known });

/** The bare values, for looking at. */
export const valuesOf = ({ facts }: { readonly facts: Facts }): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));
