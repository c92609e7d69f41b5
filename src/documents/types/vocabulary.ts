import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fieldSchema } from "./document-type.ts";
import { typeProblem, type TypeProblem } from "./problem.ts";
import { readYamlFile } from "./yaml-file.ts";

/** A field of the shared vocabulary. */
export type VocabularyField = z.output<typeof fieldSchema>;

/** The fields that document types take by name, and what was wrong with their files. */
export interface Vocabulary {
  readonly fields: ReadonlyMap<string, VocabularyField>;
  readonly problems: readonly TypeProblem[];
}

const FILE = "fields.yaml";
const fileSchema = z.array(fieldSchema);

/** The fields of every pack's `fields.yaml` by name; a name given twice is a problem, the first one stays. */
export function vocabulary(packsDir: string): Vocabulary {
  const fields = new Map<string, VocabularyField>();
  const problems: TypeProblem[] = [];
  for (const pack of packsIn(packsDir)) {
    const file = `${pack}/${FILE}`;
    if (!existsSync(join(packsDir, file))) continue;
    const read = readYamlFile(packsDir, file, fileSchema);
    problems.push(...read.problems);
    for (const [place, field] of (read.value ?? []).entries()) {
      if (!fields.has(field.name)) fields.set(field.name, field);
      else problems.push(givenTwice(file, read.value === undefined ? 0 : read.lineOf([place]), field.name));
    }
  }
  return { fields, problems };
}

/** Names of the folders in the folder of packs, sorted. */
export const packsIn = (packsDir: string): string[] =>
  existsSync(packsDir)
    ? readdirSync(packsDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

const givenTwice = (file: string, line: number, name: string): TypeProblem =>
  typeProblem({
    file,
    line,
    field: name,
    fault: "this name is taken already",
    remedy: "Give the field another name, or remove one of the two",
  });
