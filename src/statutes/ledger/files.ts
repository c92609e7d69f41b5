import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Day } from "../../calendar/day.ts";
import { readCollection } from "../collection/read.ts";
import { printSketches } from "../meaning/sketch.ts";
import { buildLedger } from "./build.ts";
import { printLedger } from "./format.ts";
import { sketchLaws } from "./sketches.ts";
import { supplements } from "./supplements.ts";

/** Where the shipped ledger lies. */
export const DATA_FOLDER = fileURLToPath(new URL("../shipped", import.meta.url));

export interface BuiltLedger {
  readonly laws: number;
  readonly versions: number;
  readonly gone: number;
  readonly newest: Day;
  readonly ledgerBytes: number;
  readonly sketchBytes: number;
}

/** Writes ledger.jsonl and sketches.bin from a folder of laws, by default over the shipped ones. */
export function buildLedgerFiles(
  folder: string,
  { collection, today, out = DATA_FOLDER }: { collection: string; today: Day; out?: string },
): BuiltLedger {
  const source = readCollection(folder, collection);
  const more = supplements();
  const ledger = buildLedger(source, more, today);
  const text = printLedger(ledger);
  const sketches = printSketches(sketchLaws(source, more.sketched));
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "ledger.jsonl"), text);
  writeFileSync(join(out, "sketches.bin"), sketches);
  const { laws, versions, newest } = ledger.about;
  return {
    laws,
    versions,
    gone: ledger.gone.length,
    newest,
    ledgerBytes: Buffer.byteLength(text),
    sketchBytes: sketches.length,
  };
}
