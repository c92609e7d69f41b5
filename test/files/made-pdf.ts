import { deflateSync } from "node:zlib";

/** An object of a PDF: its words, and its stream where it has one. */
export interface MadeObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

const object = (dictionary: string): MadeObject => ({ dictionary });

/** A PDF of these objects, numbered from 1; the first is the catalogue. `trailer` adds to the trailer. */
export function pdfOf(objects: readonly MadeObject[], trailer = ""): Uint8Array {
  const pieces: Uint8Array[] = [Buffer.from("%PDF-1.7\n")];
  const places: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [i, { dictionary, stream }] of objects.entries()) {
    places.push(at);
    const body =
      stream === undefined
        ? Buffer.from(`${i + 1} 0 obj\n${dictionary}\nendobj\n`)
        : Buffer.concat([
            Buffer.from(`${i + 1} 0 obj\n<< /Length ${stream.length} ${dictionary} >>\nstream\n`),
            stream,
            Buffer.from("\nendstream\nendobj\n"),
          ]);
    pieces.push(body);
    at += body.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}

/** A line of a page: its text, its size in points, its distance from the left and from the foot. */
export type MadeLine = readonly [text: string, size: number, x: number, y: number];

const hex = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");

// codes are characters, and the map to Unicode says so: how most programs write Chinese
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap end end`;

const FONT: readonly MadeObject[] = [
  object(
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
  ),
  object(
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>",
  ),
  { dictionary: "", stream: Buffer.from(TO_UNICODE) },
  object(
    "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  ),
];

/** A PDF whose pages show these lines; `claims` is the number of pages it says it has. */
export function madePdf(
  pages: readonly (readonly MadeLine[])[],
  { claims = pages.length, trailer = "" }: { readonly claims?: number; readonly trailer?: string } = {},
): Uint8Array {
  const first = 3 + FONT.length;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(" ");
  return pdfOf(
    [
      object("<< /Type /Catalog /Pages 2 0 R >>"),
      object(`<< /Type /Pages /Kids [${kids}] /Count ${claims} >>`),
      ...FONT,
      ...pages.flatMap((lines, i): MadeObject[] => [
        object(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
        ),
        {
          dictionary: "/Filter /FlateDecode",
          stream: deflateSync(
            Buffer.from(
              lines
                .map(([text, size, x, y]) => `BT /F ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`)
                .join("\n"),
            ),
          ),
        },
      ]),
    ],
    trailer,
  );
}
