// the desk itself, then what it answers with, then how its knowledge is made
export { openStatutes, shippedLedger, type Statutes } from "./statutes.ts";
export type { Cite, CiteOptions } from "./cite/check.ts";
export type { Citation, CitationStatus, InForce } from "./cite/citation.ts";
export type { ArticleComparison, EditionDates, Lookup, LookupOptions, StatuteAnswer } from "./lookup.ts";
export { sayCitations, sayStatute, STATUS_WORDS } from "./words.ts";
export { ingestStatutes, type IngestOptions, type StatuteIngest } from "./ingest.ts";
export { buildLedgerFiles, DATA_FOLDER, type BuiltLedger } from "./ledger/files.ts";
export { openStatuteStore } from "../store/sqlite/statutes.ts";
