import { decodeText } from "./decode.ts";
import type { FileKind } from "./content.ts";
import { Refused } from "./refuse.ts";
import { refusals } from "./refusals.ts";
import { unzipOrRefuse } from "./zip.ts";

const HEAD_BYTES = 1_024; // PDF readers look for the mark that far in
const ZIP_END_BYTES = 22;
const ZIP_COMMENT_BYTES = 65_535;
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");
const HTML =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)[\s>]/i;
const MAX_ARCHIVE_ENTRIES = 20_000;

// what names the kind of a package, by a part that each must have
const PACKAGES: readonly (readonly [string, FileKind])[] = [
  ["word/document.xml", "docx"],
  ["xl/workbook.xml", "xlsx"],
  ["ppt/presentation.xml", "pptx"],
];
const OTHER_PACKAGES: readonly (readonly [string, string])[] = [
  ["OFD.xml", "OFD"],
  ["META-INF/container.xml", "EPUB"],
  ["META-INF/MANIFEST.MF", "JAR"],
  ["xl/workbook.bin", "XLSB"],
];

const ARCHIVES = /\.zip$/i;
const DOCUMENTS = /\.(pdf|docx|docm|xlsx|xlsm|pptx|pptm|html?|csv|tsv|md|markdown|txt|text|jsonl)$/i;
// not read, but what is named so is often something else
const LOOK_ALIKES = /\.(doc|xls|ppt|wps|et|dps|rtf|odt|ods|odp|ofd|mht|mhtml)$/i;

/** True for names that documents have; others need not be opened. */
export const isDocumentName = (name: string): boolean =>
  [ARCHIVES, DOCUMENTS, LOOK_ALIKES].some((names) => names.test(name)) || !/\.[^./]+$/.test(name);

/** What a file is by its bytes; the name only tells kinds of text apart. Throws `Refused` for what is not read. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<FileKind> {
  return isPackage(bytes) ? packageKind(asBuffer(bytes)) : plainKind(bytes, name);
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const headOf = (bytes: Uint8Array): string => asBuffer(bytes).toString("latin1", 0, HEAD_BYTES);

const ENTRY = "PK\u0003\u0004";
const ZIP_STARTS = [ENTRY, "PK\u0005\u0006"];

/** True for archives, and so for office files: their kind shows only when they are opened. */
export const isPackage = (bytes: Uint8Array): boolean =>
  ZIP_STARTS.some((start) => headOf(bytes).startsWith(start));

/** The kind of a file that is no archive; opens nothing. */
export function plainKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) throw new Refused(refusals.empty());
  const buffer = asBuffer(bytes);
  const head = headOf(bytes);
  const isPdf = /^(?:\u00ef\u00bb\u00bf)?\s*%PDF-/.test(head);
  if (hasZipEnd(buffer)) throw new Refused(refusals.twoFormats(isPdf ? "PDF" : "?", "ZIP"));
  if (isPdf) return "pdf";
  if (buffer.subarray(0, OLE.length).equals(OLE)) {
    throw new Refused(buffer.includes(ENCRYPTED_PACKAGE) ? refusals.encrypted() : refusals.oldOffice());
  }
  if (head.startsWith("{\\rtf")) throw new Refused(refusals.unknown("RTF"));
  if (/^(?:MIME-Version|From):/i.test(head)) throw new Refused(refusals.unknown("MHTML"));
  return textKind(bytes, name);
}

/** Where the contents of the entries begin that stand in the head of an archive. */
function contentStarts(bytes: Buffer, head: string): number[] {
  const starts: number[] = [];
  for (let at = head.indexOf(ENTRY); at >= 0 && at + 30 <= bytes.length; at = head.indexOf(ENTRY, at + 1)) {
    starts.push(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28));
  }
  return starts;
}

async function packageKind(bytes: Buffer): Promise<FileKind> {
  const head = headOf(bytes);
  const pdfAt = head.indexOf("%PDF-");
  // a PDF in the archive begins where a content begins; elsewhere it is meant for readers of PDF
  if (pdfAt >= 0 && !contentStarts(bytes, head).includes(pdfAt))
    throw new Refused(refusals.twoFormats("ZIP", "PDF"));
  const names = new Set<string>();
  await unzipOrRefuse(bytes, {
    maxEntries: MAX_ARCHIVE_ENTRIES,
    only: (name) => {
      names.add(name);
      return false;
    },
  });
  const known = PACKAGES.filter(([part]) => names.has(part)).map(([, kind]) => kind);
  if (known.length > 1) throw new Refused(refusals.twoFormats(known[0] ?? "", known[1] ?? ""));
  const other = OTHER_PACKAGES.find(([part]) => names.has(part));
  if (known[0] === undefined && other !== undefined) throw new Refused(refusals.unknown(other[1]));
  if (names.has("mimetype") && names.has("content.xml")) throw new Refused(refusals.unknown("ODF"));
  return known[0] ?? "zip";
}

/** An archive's end stands at the end of the file, whatever the file begins with. */
function hasZipEnd(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_BYTES - ZIP_COMMENT_BYTES);
  const tail = bytes.subarray(from);
  for (
    let at = tail.lastIndexOf("PK\u0005\u0006");
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf("PK\u0005\u0006", at - 1)
  ) {
    if (at + ZIP_END_BYTES <= tail.length && at + ZIP_END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return true;
  }
  return false;
}

function textKind(bytes: Uint8Array, name: string): FileKind {
  if (/\.jsonl$/i.test(name)) return "lines";
  const sample = headOf(bytes).replace(/^\u00ef\u00bb\u00bf/, "");
  if (HTML.test(sample) && !/\.(md|markdown|txt|text|csv)$/i.test(name)) return "html";
  if (/\.(csv|tsv)$/i.test(name)) return "csv";
  if (/\.html?$/i.test(name)) return "html";
  if (/\.(md|markdown|txt|text)$/i.test(name) || !/\.[^./]+$/.test(name)) return "text";
  const { refusal } = decodeText(bytes);
  throw new Refused(refusal ?? refusals.wrongName(name));
}
