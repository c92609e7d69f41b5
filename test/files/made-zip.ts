import { crc32, deflateRawSync } from "node:zlib";

/** One entry of an archive made by hand; whatever it claims is written as claimed. */
export interface MadeEntry {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly method?: number;
  /** The size it claims to have unpacked. */
  readonly claims?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Unix mode, as archivers keep it. */
  readonly mode?: number;
  /** Where it claims to begin, instead of where it does. */
  readonly offset?: number;
  /** Packed size it claims, instead of the real one. */
  readonly packedClaims?: number;
}

export interface MadeZip {
  /** Number of entries it claims. */
  readonly count?: number;
  readonly comment?: Uint8Array;
  readonly before?: Uint8Array;
  /** Where it claims its directory to be. */
  readonly directoryAt?: number;
}

const UTF8 = 0x0800;
const DEFLATED = 8;
const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? Buffer.from(text) : text;

/** An archive with exactly these entries and claims. */
export function madeZip(entries: readonly MadeEntry[], zip: MadeZip = {}): Uint8Array {
  const { comment = new Uint8Array(), before = new Uint8Array() } = zip;
  const pieces: Uint8Array[] = [before];
  const directory: Uint8Array[] = [];
  let at = before.length;
  for (const entry of entries) {
    const name = bytesOf(entry.name);
    const content = bytesOf(entry.content ?? "");
    const method = entry.method ?? DEFLATED;
    const packed = method === DEFLATED ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? (typeof entry.name === "string" ? UTF8 : 0), 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10);
    fields.writeUInt32LE(entry.packedClaims ?? packed.length, 14);
    fields.writeUInt32LE(entry.claims ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(entry.offset ?? at, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0003", "latin1"), fields, tail, name);
    pieces.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(Math.min(zip.count ?? entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(zip.count ?? entries.length, 0xffff), 10);
  end.writeUInt32LE(
    directory.reduce((size, { length }) => size + length, 0),
    12,
  );
  end.writeUInt32LE(zip.directoryAt ?? at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...pieces, ...directory, end, comment]);
}
