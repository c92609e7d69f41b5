import { madeDocx, wordParagraph } from "./made-office.ts";
import { madeZip, type MadeEntry } from "./made-zip.ts";

/** A file made to do harm, and what must become of it: nothing of it read, or what is harmless in it. */
export interface Hostile {
  readonly name: string;
  readonly make: () => Uint8Array;
  readonly verdict: "refused" | "read";
}

const MIB = 1024 * 1024;
const zeros = (mebibytes: number): Uint8Array => new Uint8Array(mebibytes * MIB);
const note: MadeEntry = { name: "a.txt", content: "好" };
const refused = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "refused" });

/** Entries that all claim the same bytes: a little file that unpacks to a thousand times itself. */
function sameBytes(): Uint8Array {
  const content = zeros(8);
  const first = { name: "0.txt", content };
  const again = Array.from({ length: 200 }, (_, i): MadeEntry => ({
    ...first,
    name: `${i + 1}.txt`,
    offset: 0,
  }));
  return madeZip([
    first,
    ...again.map((entry) => ({ ...entry, content: new Uint8Array(), packedClaims: 8_000 })),
  ]);
}

/** Each entry claims its own bytes and all that follow. */
function overlapping(): Uint8Array {
  const entries = Array.from({ length: 50 }, (_, i): MadeEntry => ({
    name: `${i}.txt`,
    content: zeros(1),
    packedClaims: 50_000 - i * 1_000,
  }));
  return madeZip(entries);
}

function nested(depth: number): Uint8Array {
  let bytes = madeZip([note]);
  for (let i = 0; i < depth; i += 1) bytes = madeZip([{ name: `${i}.zip`, content: bytes, method: 0 }]);
  return bytes;
}

const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);

/** Archives that lie, overflow, point outside or do not end. */
export const hostileArchives: readonly Hostile[] = [
  refused("bomb-honest.zip", () => madeZip([{ name: "a.txt", content: zeros(300) }])),
  refused("bomb-lying.zip", () => madeZip([{ name: "a.txt", content: zeros(50), claims: 1_000 }])),
  refused("bomb-ratio.zip", () => madeZip([{ name: "a.txt", content: zeros(40) }])),
  refused("bomb-many.zip", () =>
    madeZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}.txt`, content: zeros(8) }))),
  ),
  refused("bomb-lying.docx", () =>
    madeDocx(wordParagraph("好"), {
      extra: [{ name: "word/styles.xml", content: zeros(50), claims: 5_000 }],
    }),
  ),
  refused("same-bytes.zip", sameBytes),
  refused("overlapping.zip", overlapping),
  refused("nested.zip", () => nested(1)),
  refused("nested-50.zip", () => nested(50)),
  refused("many-entries.zip", () =>
    madeZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.txt`, method: 0 }))),
  ),
  refused("claims-entries.zip", () => madeZip([note], { count: 60_000 })),
  refused("claims-none.zip", () => madeZip([note], { count: 0 })),
  refused("up.zip", () => madeZip([{ ...note, name: "../../../etc/cron.d/a.txt" }])),
  refused("absolute.zip", () => madeZip([{ ...note, name: "/etc/passwd.txt" }])),
  refused("drive.zip", () => madeZip([{ ...note, name: "C:\\Windows\\a.txt" }])),
  refused("up-windows.zip", () => madeZip([{ ...note, name: "..\\..\\a.txt" }])),
  refused("nul-name.zip", () => madeZip([{ ...note, name: "a.txt\u0000.docx" }])),
  refused("control-name.zip", () => madeZip([{ ...note, name: "\u001b[2Ja\n.txt" }])),
  refused("turned-name.zip", () => madeZip([{ ...note, name: "a\u202etxt.exe" }])),
  refused("long-name.zip", () => madeZip([{ ...note, name: `${"长".repeat(20_000)}.txt` }])),
  refused("unknown-name.zip", () => madeZip([{ ...note, name: Uint8Array.of(0xff, 0xfe, 0x80, 0x2e) }])),
  refused("link.zip", () => madeZip([{ name: "a.txt", content: "/etc/passwd", mode: 0o120777 }])),
  refused("twice.zip", () => madeZip([note, { ...note, content: "坏" }])),
  refused("encrypted.zip", () => madeZip([{ ...note, flags: 0x801 }])),
  refused("strongly-encrypted.zip", () => madeZip([{ ...note, flags: 0x841 }])),
  refused("method.zip", () => madeZip([{ ...note, method: 14 }])),
  refused("checksum.zip", () => madeZip([{ ...note, crc: 1 }])),
  refused("truncated.zip", () =>
    half(madeZip([{ name: "a.txt", content: Buffer.from("好".repeat(5_000)) }])),
  ),
  refused("far-directory.zip", () => madeZip([note], { directoryAt: 0xfffffff0 })),
  refused("far-entry.zip", () => madeZip([{ ...note, offset: 0x7fffffff }])),
  refused("huge-claims.zip", () => madeZip([{ ...note, claims: 0xfffffffe, packedClaims: 0xfffffffe }])),
  refused("end-in-comment.zip", () => madeZip([note], { comment: madeZip([{ ...note, name: "b.txt" }]) })),
  refused("bytes-before.zip", () => madeZip([note], { before: Buffer.from("GIF89a") })),
  refused("empty.zip", () => madeZip([])),
];
