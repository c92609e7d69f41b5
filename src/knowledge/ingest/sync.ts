import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { messageOf } from "../../core/errors.ts";
import type { DocumentStamp, DocumentState } from "../../store/library.ts";
import type { ReadDocument } from "../read/document.ts";
import type { FoundFile } from "../read/walk.ts";
import { BatchWriter, type Apply } from "./batch-writer.ts";
import type { Refused, SyncCounts } from "./report.ts";

/** Rises when texts are split or read in another way: everything is then read again. */
export const READER = "1";

/** Makes passages of a file; faults are told apart from a refusal of the whole. */
export type ReadFile = (bytes: Uint8Array, file: FoundFile) => Promise<ReadOutcome>;

export interface ReadOutcome {
  /** Null when nothing of the file can be used. */
  readonly document: ReadDocument | null;
  readonly refused: readonly Refused[];
}

export interface SyncJob {
  /** What the library holds of the collection now. */
  readonly known: readonly DocumentState[];
  /** Writes a change; called only when there is one. */
  readonly apply: Apply;
  readonly files: readonly FoundFile[];
  /** The name a file goes by in the library. */
  readonly keyOf: (file: FoundFile) => string;
  /** True for documents that belong to these files' folder: they disappear when their file has gone. */
  readonly isOurs: (key: string) => boolean;
  readonly read: ReadFile;
  /** Says no to a file before it is opened. */
  readonly refuse?: (file: FoundFile) => Refused | null;
  readonly onFile?: (done: number) => void;
  /** Stops after the file at hand; what was read is written. */
  readonly signal?: AbortSignal | undefined;
}

const FILES_AHEAD = 4; // read at once: enough to keep two reading processes busy

/** What became of a file when it was looked at. */
type Look =
  | { readonly type: "same"; readonly state: DocumentState; readonly stamp?: DocumentStamp }
  | { readonly type: "read"; readonly stamp: DocumentStamp; readonly outcome: ReadOutcome }
  | { readonly type: "refused"; readonly refused: readonly Refused[] };

/** Brings a collection in line with files on the disk; files that look the same are not opened. */
export async function syncFiles(job: SyncJob): Promise<SyncCounts> {
  const known = new Map(job.known.map((state) => [state.path, state]));
  const counts = { documents: 0, passages: 0, added: 0, updated: 0, removed: 0, unchanged: 0, refused: [] };
  const writer = new BatchWriter(job.apply, known, counts);
  const alive = new Set<string>();
  // first of all: what was taken away must not be answered from while the rest is read, nor hold its ids
  const found = new Set(job.files.map(job.keyOf));
  const missing = [...known.keys()].filter((key) => job.isOurs(key) && !found.has(key));
  if (missing.length > 0) await job.apply({ put: [], remove: missing, touch: [] });
  counts.removed += missing.length;
  let done = 0;
  for await (const { file, look } of inOrder(job, known)) {
    if (await settle(look, file, writer, counts)) alive.add(job.keyOf(file));
    done += 1;
    job.onFile?.(done);
  }
  await writer.flush();
  // of files that were not looked at nothing is known
  if (job.signal?.aborted === true) return counts;
  const unreadable = [...known.keys()].filter((key) => found.has(key) && !alive.has(key));
  if (unreadable.length > 0) await job.apply({ put: [], remove: unreadable, touch: [] });
  counts.removed += unreadable.length;
  return counts;
}

interface Looked {
  readonly file: FoundFile;
  readonly look: Look;
}

/** Looks at the files, some ahead of the one that is handed out, in their order. */
async function* inOrder(job: SyncJob, known: ReadonlyMap<string, DocumentState>): AsyncGenerator<Looked> {
  const ahead: Promise<Looked>[] = [];
  for (const file of job.files) {
    if (job.signal?.aborted === true) break;
    const look = lookAt(job, file, known.get(job.keyOf(file)));
    ahead.push(look.then((look) => ({ file, look })));
    const first = ahead.length >= FILES_AHEAD ? ahead.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const each of ahead) yield await each;
}

/** Opens a file if it must be; never rejects, so that one file cannot stop the others. */
async function lookAt(job: SyncJob, file: FoundFile, state: DocumentState | undefined): Promise<Look> {
  if (state !== undefined && looksSame(state, file)) return { type: "same", state };
  const refusal = file.refusal ?? job.refuse?.(file) ?? null;
  if (refusal !== null) return { type: "refused", refused: [{ ...refusal, file: file.relative }] };
  try {
    const bytes = readFileSync(file.path);
    const beside = file.beside.map((path) => readFileSync(path));
    const sha256 = beside
      .reduce((hash, each) => hash.update(each), createHash("sha256").update(bytes))
      .digest("hex");
    const stamp = {
      path: job.keyOf(file),
      sha256,
      sizeBytes: file.sizeBytes,
      mtimeMs: file.mtimeMs,
      reader: READER,
    };
    if (state?.sha256 === sha256 && state.reader === READER) return { type: "same", state, stamp };
    return { type: "read", stamp, outcome: await job.read(bytes, file) };
  } catch (error) {
    return { type: "refused", refused: [unreadable(file, messageOf(error))] };
  }
}

const looksSame = ({ sizeBytes, mtimeMs, reader }: DocumentState, file: FoundFile): boolean =>
  reader === READER && sizeBytes === file.sizeBytes && mtimeMs === file.mtimeMs;

const unreadable = ({ relative }: FoundFile, why: string): Refused => ({
  file: relative,
  reason: { zh: `读不了：${why}`, en: `cannot be read: ${why}` },
  remedy: { zh: "请检查文件和它的权限", en: "Check the file and who may read it" },
});

/** Takes in what was seen of one file; true when the library holds it afterwards. */
async function settle(
  look: Look,
  file: FoundFile,
  writer: BatchWriter,
  counts: SyncCounts,
): Promise<boolean> {
  if (look.type === "refused") {
    counts.refused.push(...look.refused);
    return false;
  }
  if (look.type === "same") {
    if (look.stamp !== undefined) await writer.touch(look.stamp);
    counts.unchanged += 1;
    counts.documents += 1;
    counts.passages += look.state.passages;
    return true;
  }
  const { document, refused } = look.outcome;
  counts.refused.push(...refused);
  if (document === null) return false;
  await writer.put({ ...look.stamp, ...document }, file);
  return true;
}
