import { z } from "zod";
import type { Day } from "../calendar/day.ts";
import type { HolidayTables } from "../calendar/holidays/tables.ts";
import { BotError } from "../core/errors.ts";
import type { Statutes } from "../statutes/statutes.ts";
import type { CaseDocument, CaseView } from "./case-view.ts";
import { compose } from "./compose/compose.ts";
import { plainOf } from "./compose/plain.ts";
import type { FactSource, Facts } from "./facts/fact.ts";
import { readFinished } from "./read/index.ts";
import { tenantSchema, type Tenant } from "./tenant.ts";
import type { DocumentType, Field } from "./types/document-type.ts";
import { findType } from "./types/find-type.ts";
import { readFacts } from "./types/read-facts.ts";
import type { VocabularyField } from "./types/vocabulary.ts";

/** A case as a file holds it: shared facts, and documents with their own; or flat facts of one document. */
const caseSchema = z.strictObject({
  facts: z.record(z.string(), z.unknown()).default({}),
  documents: z
    .array(
      z.strictObject({
        type: z.string().min(1),
        facts: z.record(z.string(), z.unknown()).default({}),
        number: z.string().optional(),
        text: z.string().optional(),
      }),
    )
    .min(1),
  tenant: tenantSchema.optional(),
});

/** What a case is read and judged with. */
export interface CaseFileOptions {
  readonly types: ReadonlyMap<string, DocumentType>;
  /** The shared vocabulary: a case may say what none of its documents prints, the day of the act for example. */
  readonly fields?: ReadonlyMap<string, VocabularyField> | undefined;
  readonly tenant: Tenant;
  readonly today: Day;
  readonly statutes: Statutes;
  readonly holidays: HolidayTables;
  /** The type of flat facts, and of the document at hand where a case has several. */
  readonly type?: DocumentType | undefined;
  /** The file's name, for sources and faults. */
  readonly ref: string;
}

/** Reads a case file into what the rules look at. Throws `input.invalid` that names file and field. */
export function readCaseFile(json: unknown, options: CaseFileOptions): CaseView {
  const parsed = caseSchema.safeParse(asCase(json, options));
  if (!parsed.success) throw wrongForm(options.ref, parsed.error);
  const written = parsed.data;
  const tenant = written.tenant ?? options.tenant;
  const source: FactSource = { kind: "file", ref: options.ref };
  const types = written.documents.map(({ type }) => named(options, type));
  const known = types.flatMap(({ fields }) => fields);
  const words = [...(options.fields?.values() ?? [])].map((field): Field => ({ ...field, required: false }));
  const others = [...everyField(options.types), ...words];
  const shared = readFacts({ fields: distinct([...known, ...others]) }, written.facts, source);
  const documents = written.documents.map((document, at): CaseDocument => {
    const type = types[at] ?? named(options, document.type);
    const told = readFacts({ fields: distinct([...type.fields, ...words]) }, document.facts, source);
    // what a finished text says for itself stands unless the file says it too
    const said = document.text === undefined ? {} : readFinished(document.text, options.types).facts;
    const own: Facts = { ...said, ...told };
    const facts: Facts = { ...shared, ...own };
    const text =
      document.text ??
      plainOf(compose(type, facts, { tenant, today: options.today, statutes: options.statutes }));
    const number = document.number ?? numberIn(facts);
    const whole = { type, facts, own, number, text };
    return document.text === undefined ? { ...whole, isComposed: true } : whole;
  });
  const { today, statutes, holidays } = options;
  const subject =
    documents.find(({ type }) => type === options.type) ?? (documents.length === 1 ? documents[0] : null);
  return { documents, subject: subject ?? null, facts: shared, tenant, today, statutes, holidays };
}

/** Flat facts are a case of one document of the type that was named. */
function asCase(json: unknown, { type }: CaseFileOptions): unknown {
  const isCase = typeof json === "object" && json !== null && "documents" in json;
  if (isCase || type === undefined) return json;
  if (typeof json === "object" && json !== null && "facts" in json) {
    const { facts, ...rest } = json;
    return { ...rest, documents: [{ type: type.id, facts }] };
  }
  return { documents: [{ type: type.id, facts: json }] };
}

const numberIn = (facts: Facts): string | null => {
  const value = facts["document_number"]?.value;
  return typeof value === "string" ? value : null;
};

const everyField = (types: ReadonlyMap<string, DocumentType>): readonly Field[] =>
  [...types.values()].flatMap(({ fields }) => fields);

/** The first of each name: the case's own types come before the others. */
function distinct(fields: readonly Field[]): readonly Field[] {
  const byName = new Map<string, Field>();
  for (const field of fields) if (!byName.has(field.name)) byName.set(field.name, field);
  return [...byName.values()];
}

function named({ types, ref }: CaseFileOptions, name: string): DocumentType {
  const found = findType(types, name);
  if ("type" in found) return found.type;
  const near = found.candidates.map(({ id, name: { zh } }) => `${id} ${zh}`).join("、");
  throw new BotError(
    "input.invalid",
    `${ref}: there is no document type "${name}"${near && `; near: ${near}`}`,
    {
      forUser: {
        zh: `${ref}：没有“${name}”这种文书。${near && `是不是：${near}？`}`,
        en: `${ref}: there is no document type "${name}". ${near && `Did you mean ${near}?`}`,
      },
      file: ref,
      field: "type",
      remedy: "bangban draft --list names every type",
    },
  );
}

function wrongForm(ref: string, error: z.ZodError): BotError {
  const [issue] = error.issues;
  const field = issue?.path.join(".") ?? "";
  const fault = `${field === "" ? "" : `${field}: `}${issue?.message ?? "wrong form"}`;
  return new BotError("input.invalid", `${ref}: ${fault}`, {
    forUser: { zh: `${ref} 的形式不对：${fault}`, en: `${ref} has the wrong form: ${fault}` },
    file: ref,
    ...(field === "" ? {} : { field }),
    remedy:
      'a case file is {"facts": {…}, "documents": [{"type": "…", "facts": {…}}]}; or give --type for flat facts',
  });
}
