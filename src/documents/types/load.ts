import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Tenant } from "../tenant.ts";
import { faultsOf } from "./check.ts";
import { documentTypeSchema, type DocumentType, type FixedText } from "./document-type.ts";
import { typeProblem, type TypeProblem } from "./problem.ts";
import { resolveFields, withShared } from "./resolve.ts";
import { strayChanges, withTenant } from "./tenant-changes.ts";
import { packsIn, vocabulary, type Vocabulary } from "./vocabulary.ts";
import { readYamlFile } from "./yaml-file.ts";

/** The document types by id, and every fault in their files; a faulty type is left out. */
export interface DocumentTypes {
  readonly types: ReadonlyMap<string, DocumentType>;
  readonly problems: readonly TypeProblem[];
}

const FOLDER = "documents";
const SHARED_TEXTS = "texts.yaml";
const textsSchema = documentTypeSchema.shape.fixed.unwrap();

/** Reads `documents/*.yaml` of every pack, with the vocabulary, the shared texts and the institution's changes. */
export function loadDocumentTypes(packsDir: string, tenant?: Tenant): DocumentTypes {
  const words = vocabulary(packsDir);
  const types = new Map<string, DocumentType>();
  const problems: TypeProblem[] = [...words.problems];
  const ids = new Set<string>();
  for (const pack of packsIn(packsDir)) {
    const files = documentsOf(packsDir, pack);
    if (files.length === 0) continue;
    const shared = sharedTexts(packsDir, pack);
    problems.push(...shared.problems);
    for (const file of files) {
      const { id, type, problems: found } = readType(packsDir, file, words, shared.texts, tenant);
      problems.push(...found);
      if (id !== undefined && ids.has(id)) problems.push(takenId(file, id));
      else if (type !== undefined) types.set(type.id, type);
      if (id !== undefined) ids.add(id);
    }
  }
  return { types, problems: [...problems, ...strayChanges(tenant, (id) => ids.has(id))] };
}

function documentsOf(packsDir: string, pack: string): string[] {
  const folder = join(packsDir, pack, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => `${pack}/${FOLDER}/${name}`);
}

function sharedTexts(
  packsDir: string,
  pack: string,
): { texts: Record<string, FixedText>; problems: readonly TypeProblem[] } {
  const file = `${pack}/${SHARED_TEXTS}`;
  if (!existsSync(join(packsDir, file))) return { texts: {}, problems: [] };
  const read = readYamlFile(packsDir, file, z.strictObject({ texts: textsSchema }));
  return { texts: read.value?.texts ?? {}, problems: read.problems };
}

function readType(
  packsDir: string,
  file: string,
  words: Vocabulary,
  shared: Readonly<Record<string, FixedText>>,
  tenant: Tenant | undefined,
): { id?: string; type?: DocumentType; problems: readonly TypeProblem[] } {
  const read = readYamlFile(packsDir, file, documentTypeSchema);
  if (read.value === undefined) return { problems: read.problems };
  const written = { ...read.value, fixed: withShared(read.value, shared) };
  const changed = withTenant(written, tenant);
  const { fields, unknown } = resolveFields(changed.type.fields, words.fields);
  const type: DocumentType = { ...changed.type, fields };
  const isKnown = (name: string): boolean =>
    words.fields.has(name) || fields.some((each) => each.name === name);
  const faults = faultsOf(type, isKnown);
  const problems = [
    ...changed.problems,
    ...unknown.map(({ place, name }) =>
      typeProblem({
        file,
        line: read.lineOf(["fields", place]),
        field: `fields.${place}.use`,
        fault: `${name} is not in the vocabulary`,
        remedy: "Correct the name, or write the field out with name, label and kind",
      }),
    ),
    ...faults.map(({ path, fault, remedy }) =>
      typeProblem({ file, line: read.lineOf(path), field: path.map(String).join("."), fault, remedy }),
    ),
  ];
  return problems.length === 0 ? { id: type.id, type, problems } : { id: written.id, problems };
}

const takenId = (file: string, id: string): TypeProblem =>
  typeProblem({
    file,
    field: "id",
    fault: `the id ${id} is taken already`,
    remedy: "Give the type another id",
  });
