import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readTables } from "../../../src/calendar/holidays/tables.ts";
import type { CaseView } from "../../../src/documents/case-view.ts";
import { readCaseFile } from "../../../src/documents/case-file.ts";
import { readFinished } from "../../../src/documents/read/index.ts";
import { tenantSchema } from "../../../src/documents/tenant.ts";
import type { DocumentType } from "../../../src/documents/types/document-type.ts";
import { loadDocumentTypes } from "../../../src/documents/types/load.ts";
import { vocabulary } from "../../../src/documents/types/vocabulary.ts";
import { openStatutes } from "../../../src/statutes/index.ts";

/** A case with the rules that must speak; none for a clean one. */
const packSchema = z.strictObject({
  id: z.string(),
  field: z.string(),
  today: z.iso.date(),
  type: z.string().optional(),
  expect: z.array(z.string()),
  case: z.unknown().optional(),
  /** A finished text instead, of a kind that has to be seen. */
  text: z.string().optional(),
  tenant: tenantSchema.optional(),
});

export type Pack = z.output<typeof packSchema>;

const KNOWLEDGE = fileURLToPath(new URL("../../../knowledge", import.meta.url));
export const CASES = fileURLToPath(new URL("../cases", import.meta.url));

/** Every pack of a folder, in the order of their names. */
export const readPacks = (folder: string): readonly Pack[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => packSchema.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))));

/** What every pack is read with, loaded once. */
export function openDesk(): (pack: Pack) => CaseView {
  const { types } = loadDocumentTypes(KNOWLEDGE);
  const { fields } = vocabulary(KNOWLEDGE);
  const tenant = tenantSchema.parse({});
  const [statutes, holidays] = [openStatutes(), readTables()];
  return ({ id, today, type, case: json, text, tenant: own }) => {
    if (text !== undefined)
      return finished(text, { types, tenant: own ?? tenant, today, statutes, holidays });
    return readCaseFile(json, {
      types,
      fields,
      tenant,
      today,
      statutes,
      holidays,
      type: type === undefined ? undefined : types.get(type),
      ref: `${id}.json`,
    });
  };
}

/** A finished text as `bangban check` looks at it. */
function finished(
  text: string,
  {
    types,
    ...base
  }: Omit<CaseView, "documents" | "subject" | "facts"> & { types: ReadonlyMap<string, DocumentType> },
): CaseView {
  const { type, facts, number } = readFinished(text, types);
  if (type === null) throw new Error(`no type was seen in: ${text.slice(0, 40)}`);
  const document = { type, facts, own: facts, number, text };
  return { ...base, documents: [document], subject: document, facts };
}
