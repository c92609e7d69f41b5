import { createWriter } from "./agent/drafting/writer.ts";
import type { Endpoint } from "./agent/options.ts";
import type { Settings } from "./config.ts";
import type { Citation } from "./core/reply.ts";
import type { Turn } from "./core/turn.ts";
import { openDocumentDesk } from "./document-desk.ts";
import { plainOf } from "./documents/compose/plain.ts";
import { documentFile } from "./documents/layout/document-file.ts";
import { openCases } from "./drafting/case/cases.ts";
import { openDraftingDesk } from "./drafting/desk.ts";
import type { DraftingOptions } from "./drafting/options.ts";
import type { LawDesk } from "./law-desk.ts";
import type { FileStore } from "./store/files.ts";
import type { Store } from "./store/port.ts";
import type { Tool } from "./tools/define.ts";
import type { Log } from "./telemetry/log.ts";

/** What the drafting desk of the bot is made of. */
export interface DraftingParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly files: FileStore;
  readonly law: LawDesk;
  readonly endpoints: readonly Endpoint[];
  /** `find_statute`, for the articles that may apply. */
  readonly findStatute: Tool | undefined;
  readonly log: Log;
}

/** The officers' drafting desk over a data folder: joined here, so that no part of it knows where the others live. */
export function joinDraftingDesk(
  parts: DraftingParts,
): (turn: Turn) => ReturnType<ReturnType<typeof openDraftingDesk>> {
  const { settings, store, files, law, endpoints, log } = parts;
  const documents = openDocumentDesk(settings, undefined, law);
  for (const { error } of documents.problems) log.warn({}, `documents: ${error.message}`);
  const { types, tenant, formsDir, holidays } = documents;
  const options: DraftingOptions = {
    types,
    tenant,
    holidays,
    statutes: law.open,
    cases: openCases(store.cases, {
      tenant,
      types,
      holidays,
      plainOf,
      nameOf: ({ platform, userId }) =>
        tenant.officers.find(({ user }) => user === `${platform}:${userId}`)?.name,
    }),
    writer: createWriter({ endpoints, log: (event, detail) => log.debug({ ...detail }, event) }),
    findLaws: (words, turn) => lawsFor(parts.findStatute, words, turn),
    keep: files.keep,
    plainOf,
    layOut: (made) => documentFile({ ...made, formsDir }),
  };
  return openDraftingDesk(options);
}

async function lawsFor(tool: Tool | undefined, words: string, turn: Turn): Promise<readonly Citation[]> {
  if (tool === undefined) return [];
  const { principal, agent, language, today, known, signal } = turn;
  const found = await tool.run({ words }, { principal, agent, language, today, known, signal });
  return found.citations ?? [];
}
