import type { Part } from "../../files/content.ts";
import type { FileReader } from "../../files/reader.ts";
import { refusals } from "../../files/refusals.ts";
import { readBlocksDocument, readTextDocument, type ReadAs, type ReadDocument } from "../read/document.ts";
import { readLinePassages } from "../read/line-passages.ts";
import type { FoundFile } from "../read/walk.ts";
import type { Refused } from "./report.ts";
import type { ReadOutcome } from "./sync.ts";

/** Makes passages of a file of any kind; the files of an archive become articles of one document. */
export async function readFile(
  reader: FileReader,
  bytes: Uint8Array,
  { relative }: FoundFile,
  beside: readonly string[],
  as: ReadAs | undefined,
): Promise<ReadOutcome> {
  const parts = await reader.read(relative, bytes);
  const refused: Refused[] = [];
  const documents: ReadDocument[] = [];
  for (const part of parts) {
    if (part.refusal !== undefined) refused.push({ file: part.name, ...part.refusal });
    const read = passagesOf(part, beside, as, refused);
    if (read === null) continue;
    // a draft is kept without passages
    if (read.passages.length > 0 || read.meta["draft"] === true) documents.push(read);
    else refused.push({ file: part.name, ...refusals.noText() });
  }
  const [first] = documents;
  if (first === undefined) return { document: null, refused };
  const isArchive = parts.length > 1 || parts[0]?.name !== relative;
  const passages = documents.flatMap((document) => document.passages);
  return { document: isArchive ? { meta: { title: relative, kind: "archive" }, passages } : first, refused };
}

function passagesOf(
  part: Part,
  beside: readonly string[],
  as: ReadAs | undefined,
  refused: Refused[],
): ReadDocument | null {
  const { name, kind, blocks, text } = part;
  if (text !== undefined && kind === "lines") {
    const { faults, ...document } = readLinePassages(text, name);
    for (const { line, field, fault, remedy } of faults) {
      const reason = field === undefined ? fault : `${field}: ${fault}`;
      const words = { reason: { zh: reason, en: reason }, remedy: { zh: remedy, en: remedy } };
      refused.push({ file: `${name}:${line ?? 1}`, ...words });
    }
    // lines that are all broken have been named already
    return document.passages.length > 0 || faults.length === 0 ? document : null;
  }
  if (text !== undefined) return readTextDocument(text, name, as, beside);
  return blocks === undefined || kind === undefined
    ? null
    : readBlocksDocument({ kind, blocks }, name, as, beside);
}
