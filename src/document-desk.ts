import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse as parseYaml } from "yaml";
import { readTables, type HolidayTables } from "./calendar/holidays/tables.ts";
import { SHIPPED_PACKS } from "./shipped.ts";
import type { Settings } from "./config.ts";
import { BotError, messageOf } from "./core/errors.ts";
import { tenantSchema, type Tenant } from "./documents/tenant.ts";
import type { DocumentType } from "./documents/types/document-type.ts";
import { findType } from "./documents/types/find-type.ts";
import { loadDocumentTypes } from "./documents/types/load.ts";
import type { TypeProblem } from "./documents/types/problem.ts";
import { vocabulary, type VocabularyField } from "./documents/types/vocabulary.ts";
import { openLawDesk, type LawDesk } from "./law-desk.ts";

/** What documents are made and judged with: types, institution, laws, calendar. */
export interface DocumentDesk {
  readonly types: ReadonlyMap<string, DocumentType>;
  readonly fields: ReadonlyMap<string, VocabularyField>;
  readonly problems: readonly TypeProblem[];
  readonly tenant: Tenant;
  /** Where the institution's own forms lie: beside its file. */
  readonly formsDir: string;
  readonly law: LawDesk;
  readonly holidays: () => HolidayTables;
}

/** The document desk of a data folder; `tenantFile` takes the place of the institution's own data. */
export function openDocumentDesk(
  { dataDir, knowledgeDir = SHIPPED_PACKS, institution, institutionFile = "" }: Settings,
  tenantFile?: string,
  law: LawDesk = openLawDesk(dataDir),
): DocumentDesk {
  const tenant = tenantFile === undefined ? institution.tenant : readTenant(tenantFile);
  const { types, problems } = loadDocumentTypes(knowledgeDir, tenant);
  const { fields } = vocabulary(knowledgeDir);
  const formsDir = dirname(tenantFile ?? institutionFile);
  const holidays = () => readTables(join(dataDir, "calendar"));
  return { types, fields, problems, tenant, formsDir, law, holidays };
}

/** An institution's own data from a YAML file. Throws `config.invalid` with file and field. */
export function readTenant(file: string): Tenant {
  if (!existsSync(file)) throw invalid(file, "", "there is no such file");
  const parsed = tenantSchema.safeParse(yamlIn(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys : [];
  throw invalid(file, [...(issue?.path ?? []), ...unknown].join("."), issue?.message ?? "wrong form");
}

function yamlIn(file: string): unknown {
  try {
    const read: unknown = parseYaml(readFileSync(file, "utf8")) ?? {};
    // the institution's whole file may be given as well
    return typeof read === "object" && read !== null && "tenant" in read ? read.tenant : read;
  } catch (error) {
    throw invalid(file, "", messageOf(error));
  }
}

function invalid(file: string, field: string, fault: string): BotError {
  const where = field === "" ? file : `${file}, ${field}`;
  return new BotError("config.invalid", `${where}: ${fault}`, {
    forUser: {
      zh: `机构文件有误：${where}：${fault}`,
      en: `The institution's file is wrong: ${where}: ${fault}`,
    },
    file,
    ...(field === "" ? {} : { field }),
    remedy: "mend the named field; docs/documents.md lists them all",
  });
}

/** The type that is meant. Throws `usage.invalid` with those that come near. */
export function typeNamed(types: ReadonlyMap<string, DocumentType>, name: string): DocumentType {
  const found = findType(types, name);
  if ("type" in found) return found.type;
  const near = found.candidates.map(({ id, name: { zh } }) => `${id} ${zh}`).join("、");
  throw new BotError("usage.invalid", `there is no document type "${name}"${near && `; near: ${near}`}`, {
    forUser: {
      zh: `没有“${name}”这种文书。${near && `是不是：${near}？`}`,
      en: `There is no document type "${name}". ${near && `Did you mean: ${near}?`}`,
    },
    field: "type",
    remedy: "bangban draft --list",
  });
}
