import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { Refused, refused } from "./refuse.ts";
import { zipRefusals } from "./zip-refusals.ts";
import { entryName } from "./zip-names.ts";

const MIB = 1024 * 1024;
// texts of a whole institution fit; a bomb does not
const MAX_INFLATED_BYTES = 64 * MIB;
// the largest office files have some thousands of parts
const MAX_ENTRIES = 5_000;
// XML of spreadsheets shrinks to a hundredth; deflate itself ends at 1032
const MAX_RATIO = 250;
const RATIO_COUNTS_FROM_BYTES = MIB;
const LOCAL_HEADER_BYTES = 30;
const END = Buffer.from("PK\u0005\u0006", "latin1");
const END_BYTES = 22;
const LONG_LOCATOR = Buffer.from("PK\u0006\u0007", "latin1");
const LONG_LOCATOR_BYTES = 20;
const STORED = 0;
const DEFLATED = 8;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

export interface UnzipOptions {
  /** Which entries are inflated; the others are only checked by name. All of them when not given. */
  readonly only?: (name: string) => boolean;
  /** The most that all entries together may inflate to. */
  readonly maxInflatedBytes?: number;
  readonly maxEntries?: number;
  /** What the archive is called in a refusal. */
  readonly name?: string;
}

/**
 * The entries of an archive by name, in its order, held in memory; nothing is written anywhere.
 *
 * Throws `file.refused` for whatever is not a plain, honest archive: sizes are counted while inflating and must be
 * what the archive says, names must stay inside it and be there once, and entries must not share bytes.
 */
export async function unzip(
  bytes: Uint8Array,
  options: UnzipOptions = {},
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return await unzipOrRefuse(bytes, options);
  } catch (error) {
    if (error instanceof Refused) throw refused(options.name ?? "", error.refusal, error.cause);
    throw error;
  }
}

/** As `unzip`, for readers: throws `Refused`, which has no file name yet. */
export async function unzipOrRefuse(
  bytes: Uint8Array,
  { only = () => true, maxInflatedBytes = MAX_INFLATED_BYTES, maxEntries = MAX_ENTRIES }: UnzipOptions,
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    assertOneDirectory(asBuffer(bytes));
    const archive = await fromBufferPromise(asBuffer(bytes), { decodeStrings: false });
    const contents = new Map<string, Uint8Array>();
    let left = maxInflatedBytes;
    for (const { name, entry } of await listEntries(archive, maxEntries)) {
      if (!only(name)) continue;
      const content = await inflate(archive, bytes, name, entry, left);
      left -= content.length;
      contents.set(name, content);
    }
    return contents;
  } catch (error) {
    // whatever the library makes of bytes that are no archive
    throw error instanceof Refused ? error : new Refused(zipRefusals.broken(), error);
  }
}

interface Named {
  readonly name: string;
  readonly entry: Entry;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Refuses an archive that another program may read in another way: its directory must stand right before its end. */
function assertOneDirectory(bytes: Buffer): void {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + END_BYTES > bytes.length) throw new Refused(zipRefusals.broken());
  // the long form of large archives says it elsewhere, and is checked by the library
  const isLong =
    end >= LONG_LOCATOR_BYTES &&
    bytes.indexOf(LONG_LOCATOR, end - LONG_LOCATOR_BYTES) === end - LONG_LOCATOR_BYTES;
  const directoryEnd = bytes.readUInt32LE(end + 12) + bytes.readUInt32LE(end + 16);
  if (!isLong && directoryEnd !== end) throw new Refused(zipRefusals.broken());
}

/** Reads the directory of an archive and refuses it as a whole if one entry is not as it should be. */
async function listEntries(archive: ZipFile, maxEntries: number): Promise<Named[]> {
  if (archive.entryCount > maxEntries) throw new Refused(zipRefusals.manyEntries(maxEntries));
  const entries: Named[] = [];
  const places: [start: number, end: number][] = [];
  const seen = new Set<string>();
  for await (const entry of archive.eachEntry()) {
    const name = entryName(entry.fileNameRaw);
    if (typeof name !== "string") throw new Refused(name.refusal);
    if (seen.has(name)) throw new Refused(zipRefusals.twice(name));
    seen.add(name);
    if (entry.isEncrypted()) throw new Refused(zipRefusals.encrypted());
    if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
      throw new Refused(zipRefusals.link(name));
    }
    const start = entry.relativeOffsetOfLocalHeader;
    places.push([start, start + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize]);
    if (!name.endsWith("/")) entries.push({ name, entry });
  }
  places.sort(([one], [other]) => one - other);
  // bytes before the first entry are another file, to those who look at the start
  if (places.length > 0 && places[0]?.[0] !== 0) throw new Refused(zipRefusals.broken());
  if (places.some(([start], i) => i > 0 && start < (places[i - 1]?.[1] ?? 0))) {
    throw new Refused(zipRefusals.overlap());
  }
  return entries;
}

const inflateBytes = promisify(inflateRaw);

/** The bytes of one entry: never more than the archive says and the limit leaves, and exactly as it says. */
async function inflate(
  archive: ZipFile,
  bytes: Uint8Array,
  name: string,
  entry: Entry,
  maxBytes: number,
): Promise<Uint8Array> {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (uncompressedSize > maxBytes) throw new Refused(zipRefusals.large());
  if (uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO) {
    throw new Refused(zipRefusals.ratio(name, MAX_RATIO));
  }
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED)
    throw new Refused(zipRefusals.method(name));
  const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize);
  if (packed.length !== compressedSize) throw new Refused(zipRefusals.broken());
  const content = compressionMethod === STORED ? packed : await unpack(packed, uncompressedSize, name);
  if (content.length !== uncompressedSize) throw new Refused(zipRefusals.falseSize(name));
  if (crc32(content) !== entry.crc32) throw new Refused(zipRefusals.checksum(name));
  return content;
}

/** Stops as soon as there is more than was said. */
async function unpack(packed: Uint8Array, maxBytes: number, name: string): Promise<Uint8Array> {
  try {
    // zlib takes no zero; one byte too many still shows by its length
    return await inflateBytes(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    const isTooLong = error instanceof RangeError;
    throw new Refused(isTooLong ? zipRefusals.falseSize(name) : zipRefusals.checksum(name), error);
  }
}
