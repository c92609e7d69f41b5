import { crc32, deflateRawSync } from "node:zlib";

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION = 20; // the first that knows deflate
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
// 1980-01-01, the first day that a zip can write; the time of writing must not show
const FIRST_DAY = 0x0021;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const CONTENT_TYPES = "[Content_Types].xml";

interface Packed {
  readonly name: Buffer;
  readonly content: Uint8Array;
  readonly data: Buffer;
  readonly checksum: number;
}

/** An archive of these entries; the same entries give the same bytes, in whatever order they come. */
export function packZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of [...entries].toSorted(([one], [other]) => order(one, other))) {
    const packed = {
      name: Buffer.from(name),
      content,
      data: deflateRawSync(content),
      checksum: crc32(content),
    };
    const header = localHeader(packed);
    directory.push(centralHeader(packed, offset), packed.name);
    parts.push(header, packed.name, packed.data);
    offset += header.length + packed.name.length + packed.data.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end(entries.size, size, offset)]));
}

/** The content types come first, as every office program writes them. */
function order(one: string, other: string): number {
  if (one === CONTENT_TYPES || other === CONTENT_TYPES)
    return one === other ? 0 : one === CONTENT_TYPES ? -1 : 1;
  return one < other ? -1 : one > other ? 1 : 0;
}

function localHeader({ name, content, data, checksum }: Packed): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeShared(header, 4, { name, content, data, checksum });
  return header;
}

function centralHeader(packed: Packed, offset: number): Buffer {
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(CENTRAL_SIGNATURE, 0);
  header.writeUInt16LE(VERSION, 4);
  writeShared(header, 6, packed);
  header.writeUInt32LE(offset, 42);
  return header;
}

/** The fields that both headers have in the same order, from `at` on. */
function writeShared(header: Buffer, at: number, { name, content, data, checksum }: Packed): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(0, at + 6);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(checksum, at + 10);
  header.writeUInt32LE(data.length, at + 14);
  header.writeUInt32LE(content.length, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(END_BYTES);
  record.writeUInt32LE(END_SIGNATURE, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
