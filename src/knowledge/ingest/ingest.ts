import { sep } from "node:path";
import { BotError } from "../../core/errors.ts";
import { ROLES, type Role } from "../../core/principal.ts";
import type { Library } from "../../store/library.ts";
import { MAX_FILE_BYTES, openFileReader } from "../../files/reader.ts";
import { refusals } from "../../files/refusals.ts";
import { isDocumentName } from "../../files/sniff.ts";
import { readBeside } from "../read/beside.ts";
import { visible, walk, type FoundFile, type Root } from "../read/walk.ts";
import type { Segments } from "../segment/segments.ts";
import {
  progressFrom,
  type IngestOptions,
  type IngestReport,
  type OnIngestProgress,
  type Refused,
} from "./report.ts";
import { readFile } from "./read-file.ts";
import { syncFiles } from "./sync.ts";

const DEFAULT_COLLECTION = "documents";
const COLLECTION_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

/** Texts that an operator reads in are for the house until the operator says otherwise. */
const HOUSE: readonly Role[] = ROLES.filter((role) => role !== "none" && role !== "citizen");

const MIB = 1024 * 1024;

export interface IngestContext {
  readonly library: Library;
  readonly segments: Segments;
  readonly clock: () => number;
  readonly log: (line: string) => void;
}

/** Reads folders and files into a collection, changed ones only, and indexes it; one ingest runs at a time. */
export async function ingest(
  context: IngestContext,
  paths: readonly string[],
  options: IngestOptions,
  onProgress: OnIngestProgress = () => {},
): Promise<IngestReport> {
  const start = context.clock();
  const collection = options.collection ?? DEFAULT_COLLECTION;
  const roots = paths.map(walk);
  await assertIngestible(context.library, collection);
  const counts = await context.library.exclusively(
    () => run(context, collection, roots, options, onProgress),
    () => context.log("knowledge: another ingest is running; waiting for it to finish"),
  );
  if (options.signal?.aborted !== true) {
    // the texts are safe: whoever wants to change them next need not wait for their index
    await buildIndex(context, collection, onProgress);
  }
  const { refused, ...report } = counts;
  const language = options.language ?? "en";
  const skipped = refused.map(({ file, reason, remedy }) => ({
    file: visible(file),
    reason: reason[language],
    remedy: remedy[language],
  }));
  return { ...report, skipped, seconds: (context.clock() - start) / 1000 };
}

async function run(
  { library, clock }: IngestContext,
  collection: string,
  roots: readonly Root[],
  options: IngestOptions,
  onProgress: OnIngestProgress,
) {
  const progress = progressFrom(onProgress, clock);
  const before = (await library.collections()).find(({ name }) => name === collection);
  const audience = options.audience ?? before?.audience ?? HOUSE;
  if (before === undefined || before.audience.join() !== audience.join()) {
    await library.declare(collection, "ingested", audience);
  }
  const files = roots.flatMap(({ files }) => files);
  const known = await library.documents(collection);
  const reader = openFileReader();
  try {
    return await syncFiles({
      known,
      apply: (change) => library.apply(collection, change),
      files,
      keyOf: ({ path }) => path,
      isOurs: (key) => roots.some(({ path }) => key === path || key.startsWith(path + sep)),
      read: (bytes, file) => readFile(reader, bytes, file, file.beside.map(readBeside), options.as),
      refuse: refuseByName,
      onFile: (done) => progress("reading", done, files.length),
      signal: options.signal,
    });
  } finally {
    reader.close();
  }
}

async function buildIndex(
  { library, segments, clock }: IngestContext,
  collection: string,
  onProgress: OnIngestProgress,
) {
  const progress = progressFrom(onProgress, clock);
  const state = (await library.collections()).find(({ name }) => name === collection);
  if (state === undefined || segments.isReady(state)) return;
  await segments.build(collection, (event) => {
    if (event.type === "training") progress("indexing", event.share, 1);
  });
}

/** Says no to a file before it is opened: only what documents are named like is. */
function refuseByName({ relative, sizeBytes }: FoundFile): Refused | null {
  if (sizeBytes > MAX_FILE_BYTES) return { file: relative, ...refusals.largeFile(MAX_FILE_BYTES / MIB) };
  return isDocumentName(relative) ? null : { file: relative, ...refusals.notRead(relative) };
}

async function assertIngestible(library: Library, collection: string): Promise<void> {
  const kind = (await library.collections()).find(({ name }) => name === collection)?.kind;
  if (COLLECTION_NAME.test(collection) && kind !== "pack") return;
  const fault = kind === "pack" ? "is the name of a pack" : "is not a name of letters, digits, - and _";
  throw new BotError("usage.invalid", `collection "${collection}" ${fault}`, {
    forUser: { zh: "集合名不能用。", en: "This collection name cannot be used." },
    field: "collection",
    remedy: "choose another name with --collection",
  });
}
