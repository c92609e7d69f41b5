import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** The kinds of arrays a file may hold. */
export type Numbers = Uint8Array | Int8Array | Uint16Array | Uint32Array | Int32Array | Float32Array;

const KINDS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f32: Float32Array,
} as const;

type Kind = keyof typeof KINDS;

interface Entry {
  readonly name: string;
  readonly kind: Kind;
  readonly length: number;
}

const ALIGNMENT = 8; // typed arrays are read in place and must start at a multiple of their element
const LENGTH_BYTES = 8; // the header's own length, in front of it

/** What a file is known by: its length and two checksums of its bytes. */
export interface Seal {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** The seal of bytes given piece by piece. */
export function sealOf(parts: readonly Uint8Array[]): Seal {
  const hash = createHash("sha256");
  let bytes = 0;
  let check = 0;
  for (const part of parts) {
    hash.update(part);
    check = crc32(part, check);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest("hex"), crc32: check };
}

/** Named arrays and a few words about them, as one file reads back. */
export interface Contents {
  readonly meta: unknown;
  /** The array of this name; throws when the file holds none of this kind. */
  array<Array extends Numbers>(
    name: string,
    kind: new (buffer: ArrayBuffer, at: number, length: number) => Array,
  ): Array;
}

const padded = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

function kindOf(numbers: Numbers): Kind {
  if (numbers instanceof Uint8Array) return "u8";
  if (numbers instanceof Int8Array) return "i8";
  if (numbers instanceof Uint16Array) return "u16";
  if (numbers instanceof Uint32Array) return "u32";
  return numbers instanceof Int32Array ? "i32" : "f32";
}

/** Writes arrays to one file, so that the name shows the whole of it or nothing. Returns its seal. */
export function writeArrays(path: string, meta: unknown, arrays: Readonly<Record<string, Numbers>>): Seal {
  const entries = Object.entries(arrays);
  const list: Entry[] = entries.map(([name, numbers]) => ({
    name,
    kind: kindOf(numbers),
    length: numbers.length,
  }));
  const head = Buffer.from(JSON.stringify({ meta, arrays: list }));
  const header = Buffer.alloc(padded(LENGTH_BYTES + head.length));
  header.writeUInt32LE(head.length, 0);
  header.set(head, LENGTH_BYTES);
  const parts = entries.flatMap(([, { buffer, byteOffset, byteLength }]) => [
    new Uint8Array(buffer, byteOffset, byteLength),
    new Uint8Array(padded(byteLength) - byteLength),
  ]);
  return writeWhole(path, [header, ...parts]);
}

/** Writes a file under a passing name, waits until it is on the disk, and gives it its own name. */
export function writeWhole(path: string, parts: readonly Uint8Array[]): Seal {
  const passing = `${path}.${process.pid}.part`;
  const file = openSync(passing, "w");
  try {
    for (const part of parts) {
      for (let done = 0; done < part.length;) done += writeSync(file, part, done);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(passing, path);
  return sealOf(parts);
}

/** Reads arrays back from the bytes of a file, in place. */
export function readArrays(buffer: ArrayBuffer): Contents {
  const headLength = new DataView(buffer).getUint32(0, true);
  const head: unknown = JSON.parse(Buffer.from(buffer, LENGTH_BYTES, headLength).toString("utf8"));
  if (typeof head !== "object" || head === null || !("arrays" in head) || !Array.isArray(head.arrays)) {
    throw new TypeError("the file holds no list of arrays");
  }
  const places = new Map<string, { at: number; entry: Entry }>();
  let at = padded(LENGTH_BYTES + headLength);
  for (const entry of head.arrays.map(entryOf)) {
    places.set(entry.name, { at, entry });
    at += padded(entry.length * KINDS[entry.kind].BYTES_PER_ELEMENT);
  }
  return {
    meta: "meta" in head ? head.meta : null,
    array(name, kind) {
      const place = places.get(name);
      if (place === undefined) throw new TypeError(`the file holds no array ${name}`);
      const array = new kind(buffer, place.at, place.entry.length);
      if (kindOf(array) !== place.entry.kind) throw new TypeError(`array ${name} is of another kind`);
      return array;
    },
  };
}

function entryOf(value: unknown): Entry {
  const { name, kind, length } = Object(value);
  if (typeof name !== "string" || typeof length !== "number" || !isKind(kind))
    throw new TypeError("a broken header");
  return { name, kind, length };
}

const isKind = (value: unknown): value is Kind => typeof value === "string" && Object.hasOwn(KINDS, value);
