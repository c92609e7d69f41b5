import { sep } from "node:path";
import { BotError } from "../../core/errors.ts";
import { ROLES, type Role } from "../../core/principal.ts";
import type { Library } from "../../store/library.ts";
import { readTextDocument, type ReadAs } from "../read/document.ts";
import { readLinePassages } from "../read/line-passages.ts";
import { walk, type FoundFile, type Root } from "../read/walk.ts";
import type { Segments } from "../segment/segments.ts";
import {
  progressFrom,
  type IngestOptions,
  type IngestReport,
  type OnIngestProgress,
  type Refused,
} from "./report.ts";
import { syncFiles, type ReadOutcome } from "./sync.ts";

const DEFAULT_COLLECTION = "documents";
const COLLECTION_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u;

/** Texts that an operator reads in are for the house until the operator says otherwise. */
const HOUSE: readonly Role[] = ROLES.filter((role) => role !== "none" && role !== "citizen");

const MARKDOWN_OR_TEXT = /\.(md|markdown|txt|text)$/i;
const LINES = /\.jsonl$/i;

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
  // the texts are safe: whoever wants to change them next need not wait for their index
  await buildIndex(context, collection, onProgress);
  const { refused, ...report } = counts;
  const language = options.language ?? "en";
  const skipped = refused.map(({ file, reason }) => ({ file, reason: reason[language] }));
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
  const counts = await syncFiles({
    known: await library.documents(collection),
    apply: (change) => library.apply(collection, change),
    files,
    keyOf: ({ path }) => path,
    isOurs: (key) => roots.some(({ path }) => key === path || key.startsWith(path + sep)),
    read: (text, file) => readFile(text, file, options.as),
    refuse: refuseByName,
    onFile: (done) => progress("reading", done, files.length),
  });
  return counts;
}

async function buildIndex({ library, segments, clock }: IngestContext, collection: string, onProgress: OnIngestProgress) {
  const progress = progressFrom(onProgress, clock);
  const state = (await library.collections()).find(({ name }) => name === collection);
  if (state === undefined || segments.isReady(state)) return;
  await segments.build(collection, (event) => {
    if (event.type === "training") progress("indexing", event.share, 1);
  });
}

/** Says no to a file before it is opened: only Markdown, text and passage lines are read. */
function refuseByName({ relative }: FoundFile): Refused | null {
  if (MARKDOWN_OR_TEXT.test(relative) || LINES.test(relative)) return null;
  const ending = /\.[^./]+$/.exec(relative)?.[0] ?? "";
  return {
    file: relative,
    reason: {
      zh: `只读 .md、.txt、.jsonl，这个文件${ending === "" ? "没有扩展名" : `是 ${ending}`}`,
      en: `only .md, .txt and .jsonl are read; this file ${ending === "" ? "has no ending" : `is ${ending}`}`,
    },
  };
}

function readFile(text: string, { relative }: FoundFile, as: ReadAs | undefined): ReadOutcome {
  if (!LINES.test(relative)) {
    const document = readTextDocument(text, relative, as);
    if (document.passages.length > 0) return { document, refused: [] };
    const reason = { zh: "文件里没有正文", en: "there is no body text in the file" };
    return { document: null, refused: [{ file: relative, reason }] };
  }
  const { faults, ...document } = readLinePassages(text, relative);
  const refused = faults.map(({ line, field, fault, remedy }) => {
    const where = field === undefined ? fault : `${field}: ${fault}`;
    return { file: `${relative}:${line ?? 1}`, reason: { zh: `${where}。${remedy}`, en: `${where}. ${remedy}` } };
  });
  return { document: document.passages.length > 0 ? document : null, refused };
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
