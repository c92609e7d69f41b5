import { setImmediate as breathe } from "node:timers/promises";
import type {
  DocumentStamp,
  DocumentState,
  LibraryChange,
  NewDocument,
  Rejected,
} from "../../store/library.ts";
import type { FoundFile } from "../read/walk.ts";
import type { SyncCounts } from "./report.ts";

// what is written in one go: few enough for a short lock, many enough to spare the disk
const BATCH_PASSAGES = 2_000;
const BATCH_FILES = 100;

/** Writes a change; gives back what could not be written. */
export type Apply = (change: LibraryChange) => Promise<readonly Rejected[]>;

/** Gathers documents and writes them some at a time; each is whole in the library or not there. */
export class BatchWriter {
  readonly #apply: Apply;
  readonly #known: ReadonlyMap<string, DocumentState>;
  readonly #counts: SyncCounts;
  #put: { document: NewDocument; file: FoundFile }[] = [];
  #touch: DocumentStamp[] = [];

  constructor(apply: Apply, known: ReadonlyMap<string, DocumentState>, counts: SyncCounts) {
    this.#apply = apply;
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
    const rejected = await this.#apply(change);
    const clash = new Map(rejected.map(({ path, passageId }) => [path, passageId]));
    for (const { document, file } of written) this.#count(document, file, clash.get(document.path));
    // timers and signals have their turn between batches
    await breathe();
  }

  #count(document: NewDocument, file: FoundFile, clash: string | undefined): void {
    if (clash !== undefined) {
      const zh = `段落编号“${clash}”已被另一文件使用`;
      const en = `passage id "${clash}" is already used by another file`;
      const remedy = {
        zh: "请用 --collection 换一个集合名，或改编号",
        en: "Choose another name with --collection, or another id",
      };
      this.#counts.refused.push({ file: file.relative, reason: { zh, en }, remedy });
      return;
    }
    if (this.#known.has(document.path)) this.#counts.updated += 1;
    else this.#counts.added += 1;
    this.#counts.documents += 1;
    this.#counts.passages += document.passages.length;
  }
}
