import { statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readSettings } from "../config.ts";
import { dayInChina } from "../core/today.ts";
import { statutesFile } from "../law-desk.ts";
import { ingestStatutes, type StatuteIngest } from "../statutes/ingest.ts";
import { openStatuteStore } from "../store/sqlite/statutes.ts";
import { print, printJson, remark, wrongUse, type CommonOptions } from "./output.ts";

interface IngestLawsOptions extends CommonOptions {
  readonly collection?: string;
}

/** `bangban ingest DIR --as statutes`: laws by edition and article, with all that could not be placed. */
export function ingestLaws(paths: readonly string[], options: IngestLawsOptions): void {
  const [path = "", more] = paths;
  if (more !== undefined)
    throw wrongUse("--as statutes takes one folder", "read the folders in one after the other");
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw wrongUse(
      `there is no folder ${path}`,
      "give the folder of a law collection in the LawRefBook layout",
    );
  const store = openStatuteStore(statutesFile(readSettings({ dataDir: options.data }).dataDir));
  try {
    if (process.stderr.isTTY) remark(`reading the laws of ${path} …`);
    const report = ingestStatutes(path, store, {
      collection: options.collection ?? basename(resolve(path)),
      today: options.today ?? dayInChina(Date.now()),
    });
    if (options.json) printJson(report);
    else show(report);
  } finally {
    store.close();
  }
}

function show(report: StatuteIngest): void {
  const { documents, passages, added, updated, removed, unchanged, skipped, problems, seconds } = report;
  for (const { file, reason } of skipped) remark(`${file}: ${reason}`);
  for (const { file, line, reason } of problems) remark(`${file}:${line}: ${reason}`);
  print(
    `${documents} texts, ${passages} articles: ${added} added, ${updated} updated, ${removed} removed, ` +
      `${unchanged} unchanged, ${skipped.length} skipped, ${problems.length} problems, ${seconds.toFixed(1)} s`,
  );
}
