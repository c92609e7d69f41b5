import { constants, setPriority } from "node:os";
import { openLibrary } from "../app.ts";
import { z } from "zod";
import { readSettings } from "../config.ts";
import { ROLES } from "../core/principal.ts";
import type { IngestOptions, IngestProgress } from "../knowledge/ingest/report.ts";
import type { Knowledge } from "../knowledge/open.ts";
import { createLog } from "../telemetry/log.ts";
import { EXIT, fail, print, printJson, remark, wrongUse, type CommonOptions } from "./output.ts";

interface IngestCommandOptions extends CommonOptions {
  readonly collection?: string;
  readonly audience?: string;
  readonly as?: "articles" | "files" | "statutes";
}

const roles = z.array(z.enum(ROLES));

const BAR_CELLS = 30;

/** `bangban ingest`: reads what has changed, shows how far it is, and reports in the end. */
export async function ingest(paths: readonly string[], options: IngestCommandOptions): Promise<void> {
  let knowledge: Knowledge | undefined;
  try {
    if (options.as === "statutes") {
      const { ingestLaws } = await import("./ingest-statutes.ts");
      return ingestLaws(paths, options);
    }
    knowledge = await openLibrary(readSettings({ dataDir: options.data }), createLog("warn"));
    // the bot that answers beside it comes first: at normal priority an ingest makes people wait for seconds
    setPriority(constants.priority.PRIORITY_LOW);
    // what was read so far is written, nothing is removed, and the next run goes on from there
    const stopping = new AbortController();
    process.once("SIGINT", () => stopping.abort());
    const asked = { ...toIngest(options), signal: stopping.signal };
    const report = await knowledge.ingest(paths, asked, showProgress());
    if (options.json) return printJson(report);
    for (const { file, reason, remedy } of report.skipped)
      remark(`${file}: ${reason}. ${remedy ?? ""}`.trimEnd());
    const { documents, passages, added, updated, removed, unchanged, skipped, seconds } = report;
    print(
      `${documents} documents, ${passages} passages: ${added} added, ${updated} updated, ${removed} removed, ` +
        `${unchanged} unchanged, ${skipped.length} skipped, ${seconds.toFixed(1)} s`,
    );
    if (stopping.signal.aborted) process.exitCode = EXIT.failed;
  } catch (error) {
    fail(error, options);
  } finally {
    await knowledge?.close();
  }
}

function toIngest({ collection, audience, as, lang }: IngestCommandOptions): IngestOptions {
  const named = roles.safeParse(audience?.split(",").map((name) => name.trim()));
  if (audience !== undefined && !named.success) {
    throw wrongUse(
      `--audience ${audience} names a role that is not there`,
      `use some of: ${ROLES.join(", ")}`,
    );
  }
  return {
    ...(collection === undefined ? {} : { collection }),
    ...(named.data === undefined ? {} : { audience: named.data }),
    ...(as === undefined || as === "statutes" ? {} : { as }),
    ...(lang === undefined ? {} : { language: lang }),
  };
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
