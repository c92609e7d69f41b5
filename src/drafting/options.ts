import type { HolidayTables } from "../calendar/holidays/tables.ts";
import type { Citation, ReplyFile } from "../core/reply.ts";
import type { Turn } from "../core/turn.ts";
import type { Composed } from "../documents/composed.ts";
import type { DocumentFileOptions } from "../documents/layout/document-file.ts";
import type { Tenant } from "../documents/tenant.ts";
import type { DocumentType } from "../documents/types/document-type.ts";
import type { KeptFile } from "../store/files.ts";
import type { Statutes } from "../statutes/statutes.ts";
import type { Cases } from "./case/api.ts";
import type { Writer } from "./writer.ts";

/** What the composition root gives the drafting desk. */
export interface DraftingOptions {
  readonly cases: Cases;
  readonly types: ReadonlyMap<string, DocumentType>;
  readonly tenant: Tenant;
  readonly statutes: () => Statutes;
  readonly holidays: () => HolidayTables;
  /** Null without a model: facts are then read by rule alone, and sentences stay as code wrote them. */
  readonly writer: Writer | null;
  /** Articles that may apply to what was done, best first. */
  readonly findLaws: (words: string, turn: Turn) => Promise<readonly Citation[]>;
  readonly keep: (file: KeptFile) => Promise<ReplyFile>;
  /** The words of a document. */
  readonly plainOf: (composed: Composed) => string;
  readonly layOut: (options: Omit<DocumentFileOptions, "formsDir">) => Promise<Uint8Array>;
}
