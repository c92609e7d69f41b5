import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { setImmediate as breathe } from "node:timers/promises";
import type { DocumentStamp, DocumentState, LibraryChange, NewDocument, Rejected } from "../../store/library.ts";
import { decodeText } from "../../files/decode.ts";
import type { ReadDocument } from "../read/document.ts";
import type { FoundFile } from "../read/walk.ts";
import { messageOf } from "../../core/errors.ts";
import type { Refused } from "./report.ts";

/** Rises when texts are split or read in another way: everything is then read again. */
export const READER = "1";

/** Makes passages of a file's text; faults are told apart from a refusal of the whole. */
export type ReadFile = (text: string, file: FoundFile) => ReadOutcome;

export interface ReadOutcome {
  /** Null when nothing of the file can be used. */
  readonly document: ReadDocument | null;
  readonly refused: readonly Refused[];
}

export interface SyncJob {
  /** What the library holds of the collection now. */
  readonly known: readonly DocumentState[];
  /** Writes a change; called only when there is one. */
  readonly apply: (change: LibraryChange) => Promise<readonly Rejected[]>;
  readonly files: readonly FoundFile[];
  /** The name a file goes by in the library. */
  readonly keyOf: (file: FoundFile) => string;
  /** True for documents that belong to these files' folder: they disappear when their file has gone. */
  readonly isOurs: (key: string) => boolean;
  readonly read: ReadFile;
  /** Says no to a file before it is opened. */
  readonly refuse?: (file: FoundFile) => Refused | null;
  readonly onFile?: (done: number) => void;
}

export interface SyncCounts {
  documents: number;
  passages: number;
  added: number;
  updated: number;
  removed: number;
  unchanged: number;
  readonly refused: Refused[];
}

// what is written in one go: few enough for a short lock, many enough to spare the disk
const BATCH_PASSAGES = 2_000;
const BATCH_FILES = 100;

/** Brings a collection in line with files on the disk; files that look the same are not opened. */
export async function syncFiles(job: SyncJob): Promise<SyncCounts> {
  const known = new Map(job.known.map((state) => [state.path, state]));
  const counts = { documents: 0, passages: 0, added: 0, updated: 0, removed: 0, unchanged: 0, refused: [] };
  const writer = new BatchWriter(job, known, counts);
  const alive = new Set<string>();
  // first of all: what was taken away must not be answered from while the rest is read, nor hold its ids
  const found = new Set(job.files.map(job.keyOf));
  const missing = [...known.keys()].filter((key) => job.isOurs(key) && !found.has(key));
  if (missing.length > 0) await job.apply({ put: [], remove: missing, touch: [] });
  for (const [i, file] of job.files.entries()) {
    const key = job.keyOf(file);
    if (await syncFile(job, file, key, known.get(key), writer, counts)) alive.add(key);
    job.onFile?.(i + 1);
  }
  await writer.flush();
  const unreadable = [...known.keys()].filter((key) => found.has(key) && !alive.has(key));
  if (unreadable.length > 0) await job.apply({ put: [], remove: unreadable, touch: [] });
  counts.removed += missing.length + unreadable.length;
  return counts;
}

/** Handles one file; true when the library holds it afterwards. */
async function syncFile(
  job: SyncJob,
  file: FoundFile,
  key: string,
  state: DocumentState | undefined,
  writer: BatchWriter,
  counts: SyncCounts,
): Promise<boolean> {
  if (state !== undefined && looksSame(state, file)) {
    countUnchanged(counts, state);
    return true;
  }
  const refusalByName = job.refuse?.(file) ?? null;
  if (refusalByName !== null) {
    counts.refused.push(refusalByName);
    return false;
  }
  const bytes = readBytes(file);
  if (typeof bytes === "string") {
    counts.refused.push({ file: file.relative, reason: { zh: `读不了：${bytes}`, en: `cannot be read: ${bytes}` } });
    return false;
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stamp = { path: key, sha256, sizeBytes: file.sizeBytes, mtimeMs: file.mtimeMs, reader: READER };
  if (state?.sha256 === sha256 && state.reader === READER) {
    await writer.touch(stamp);
    countUnchanged(counts, state);
    return true;
  }
  const { text, refusal } = decodeText(bytes);
  const { document, refused } =
    text === undefined ? { document: null, refused: [{ file: file.relative, reason: refusal.reason }] } : job.read(text, file);
  counts.refused.push(...refused);
  if (document === null) return false;
  await writer.put({ ...stamp, ...document }, file);
  return true;
}

const looksSame = ({ sizeBytes, mtimeMs, reader }: DocumentState, file: FoundFile): boolean =>
  reader === READER && sizeBytes === file.sizeBytes && mtimeMs === file.mtimeMs;

function countUnchanged(counts: SyncCounts, state: DocumentState): void {
  counts.unchanged += 1;
  counts.documents += 1;
  counts.passages += state.passages;
}

function readBytes(file: FoundFile): Uint8Array | string {
  try {
    return readFileSync(file.path);
  } catch (error) {
    return messageOf(error);
  }
}

/** Gathers documents and writes them some at a time; each is whole in the library or not there. */
class BatchWriter {
  readonly #job: SyncJob;
  readonly #known: ReadonlyMap<string, DocumentState>;
  readonly #counts: SyncCounts;
  #put: { document: NewDocument; file: FoundFile }[] = [];
  #touch: DocumentStamp[] = [];

  constructor(job: SyncJob, known: ReadonlyMap<string, DocumentState>, counts: SyncCounts) {
    this.#job = job;
    this.#known = known;
    this.#counts = counts;
  }

  async put(document: NewDocument, file: FoundFile): Promise<void> {
    this.#put.push({ document, file });
    const passages = this.#put.reduce((total, each) => total + each.document.passages.length, 0);
    if (passages >= BATCH_PASSAGES || this.#put.length >= BATCH_FILES) await this.flush();
  }

  async touch(stamp: DocumentStamp): Promise<void> {
    this.#touch.push(stamp);
    if (this.#touch.length >= BATCH_FILES) await this.flush();
  }

  async flush(): Promise<void> {
    const written = this.#put;
    const touch = this.#touch;
    if (written.length + touch.length === 0) return;
    this.#put = [];
    this.#touch = [];
    const change = { put: written.map(({ document }) => document), remove: [], touch };
    const rejected = await this.#job.apply(change);
    const clash = new Map(rejected.map(({ path, passageId }) => [path, passageId]));
    for (const { document, file } of written) this.#count(document, file, clash.get(document.path));
    // timers and signals have their turn between batches
    await breathe();
  }

  #count(document: NewDocument, file: FoundFile, clash: string | undefined): void {
    if (clash !== undefined) {
      const zh = `段落编号“${clash}”已被另一文件使用；请换一个集合名，或改编号`;
      const en = `passage id "${clash}" is already used by another file; choose another collection or id`;
      this.#counts.refused.push({ file: file.relative, reason: { zh, en } });
      return;
    }
    if (this.#known.has(document.path)) this.#counts.updated += 1;
    else this.#counts.added += 1;
    this.#counts.documents += 1;
    this.#counts.passages += document.passages.length;
  }
}
