import { openLibrary } from "../app.ts";
import { readSettings } from "../config.ts";
import type { IngestProgress } from "../knowledge/ingest/report.ts";
import type { Knowledge } from "../knowledge/open.ts";
import { createLog } from "../telemetry/log.ts";
import { fail, print, printJson, remark, type CommonOptions } from "./output.ts";

interface IngestOptions extends CommonOptions {
  readonly collection?: string;
}

const BAR_CELLS = 30;

/** `bangban ingest`: reads what has changed, shows how far it is, and reports in the end. */
export async function ingest(paths: readonly string[], options: IngestOptions): Promise<void> {
  let knowledge: Knowledge | undefined;
  try {
    knowledge = await openLibrary(readSettings({ dataDir: options.data }), createLog("warn"));
    const { collection } = options;
    const report = await knowledge.ingest(
      paths,
      collection === undefined ? {} : { collection },
      showProgress(),
    );
    if (options.json) return printJson(report);
    for (const { file, reason } of report.skipped) remark(`${file}: ${reason}`);
    const { documents, passages, added, updated, removed, unchanged, skipped, seconds } = report;
    print(
      `${documents} documents, ${passages} passages: ${added} added, ${updated} updated, ${removed} removed, ` +
        `${unchanged} unchanged, ${skipped.length} skipped, ${seconds.toFixed(1)} s`,
    );
  } catch (error) {
    fail(error, options);
  } finally {
    await knowledge?.close();
  }
}

/** A bar with rate and time left on a terminal; silence elsewhere. */
function showProgress(): (progress: IngestProgress) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return ({ phase, done, total, perSecond, secondsLeft }) => {
    const cells = total === 0 ? BAR_CELLS : Math.round((done / total) * BAR_CELLS);
    const bar = "█".repeat(cells) + "░".repeat(BAR_CELLS - cells);
    const end = done === total ? "\n" : "";
    process.stderr.write(
      `\r${phase} ${bar} ${done}/${total}  ${Math.round(perSecond)}/s  ${Math.ceil(secondsLeft)} s left  ${end}`,
    );
  };
}
