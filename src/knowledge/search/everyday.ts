import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readSynonyms, type Synonym } from "../packs/synonyms.ts";

const FILE = fileURLToPath(new URL("./shipped/everyday.csv", import.meta.url));

let table: readonly Synonym[] | undefined;

/**
 * What people say and what laws and rules call it, for texts that come without a table of their own.
 *
 * Written from general knowledge of daily life and law; nobody looked at the questions that search is measured on.
 */
export function everydayWords(): readonly Synonym[] {
  table ??= readSynonyms(readFileSync(FILE, "utf8"), "everyday.csv").value ?? [];
  return table;
}
