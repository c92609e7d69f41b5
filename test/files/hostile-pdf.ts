import { deflateSync } from "node:zlib";
import type { Hostile } from "./hostile-archives.ts";
import { madePdf, pdfOf } from "./made-pdf.ts";
import { madeZip } from "./made-zip.ts";

const refused = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "refused" });
const read = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "read" });

const MIB = 1024 * 1024;
const PAGE = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]";
const plain = (): Uint8Array => madePdf([[["行政处罚", 12, 90, 700]]]);
const dictionary = (text: string) => ({ dictionary: text });
const CATALOGUE = dictionary("<< /Type /Catalog /Pages 2 0 R >>");
const ONE_PAGE = dictionary("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");

/** One page with this content, packed `times` times over. */
function onePage(content: Uint8Array, times = 1, resources = ""): Uint8Array {
  let packed = content;
  for (let i = 0; i < times; i += 1) packed = deflateSync(packed, { level: 9 });
  const filters = times === 0 ? "" : `/Filter [${"/FlateDecode ".repeat(times)}]`;
  return pdfOf([
    CATALOGUE,
    ONE_PAGE,
    dictionary(`<< ${PAGE} /Contents 4 0 R /Resources << ${resources} >> >>`),
    { dictionary: filters, stream: packed },
  ]);
}

/** A tree of pages that leads back to itself. */
const loopingPages = (): Uint8Array =>
  pdfOf([CATALOGUE, dictionary("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>")]);

/** The same page a great many times. */
const repeatedPage = (times: number): Uint8Array =>
  pdfOf([
    CATALOGUE,
    dictionary(`<< /Type /Pages /Kids [${"3 0 R ".repeat(times)}] /Count ${times} >>`),
    dictionary(`<< ${PAGE} >>`),
  ]);

/** A drawing that draws itself, over and over. */
const loopingForm = (): Uint8Array =>
  pdfOf([
    CATALOGUE,
    ONE_PAGE,
    dictionary(`<< ${PAGE} /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>`),
    { dictionary: "", stream: Buffer.from("/X Do ".repeat(50)) },
    {
      dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 5 0 R >> >>",
      stream: Buffer.from("/X Do ".repeat(50)),
    },
  ]);

/** Two objects, each of which says that the other knows. */
const loopingReferences = (): Uint8Array =>
  pdfOf([
    CATALOGUE,
    ONE_PAGE,
    dictionary(`<< ${PAGE} /Contents 4 0 R /Resources 5 0 R >>`),
    dictionary("5 0 R"),
    dictionary("4 0 R"),
  ]);

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const bytes = (latin1: string): Uint8Array => Buffer.from(latin1, "latin1");

/** PDF that lies, loops, overflows, hides or ends too early. */
export const hostilePdf: readonly Hostile[] = [
  // one page that is there and many that are not: the library counts what is there
  read("claims-pages.pdf", () => madePdf([[["好", 12, 90, 700]]], { claims: 100_000 })),
  refused("repeated-page.pdf", () => repeatedPage(100_000)),
  refused("looping-pages.pdf", loopingPages),
  refused("looping-form.pdf", loopingForm),
  refused("looping-references.pdf", loopingReferences),
  refused("huge-stream.pdf", () => onePage(new Uint8Array(200 * MIB))),
  refused("packed-twice.pdf", () => onePage(new Uint8Array(300 * MIB), 2)),
  refused("endless-operators.pdf", () => onePage(Buffer.from("q ".repeat(5_000_000)))),
  refused("deep-array.pdf", () => onePage(Buffer.from(`${"[".repeat(500_000)} TJ`))),
  refused("deep-object.pdf", () =>
    pdfOf([CATALOGUE, dictionary(`<< /Type /Pages /Kids ${"[".repeat(300_000)}`)]),
  ),
  refused("truncated.pdf", () => plain().slice(0, 300)),
  refused("header-only.pdf", () => bytes("%PDF-1.7\n")),
  // the table is made anew from the objects
  read("huge-table.pdf", () => bytes(text(plain()).replace(/xref\n0 \d+/, "xref\n0 2147483647"))),
  refused("encrypted.pdf", () =>
    madePdf([[["好", 12, 90, 700]]], {
      trailer: `/ID [<${"00".repeat(16)}> <${"00".repeat(16)}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> >>`,
    }),
  ),
  refused("pdf-and-zip.pdf", () => madeZip([{ name: "a.txt", content: "好" }], { before: plain() })),
  refused("zip-and-pdf.zip", () => madeZip([{ name: "%PDF-1.7 a.txt", content: "好" }])),
  refused("scan.pdf", () => onePage(Buffer.from("q 1 0 0 1 0 0 cm Q"), 0)),
  refused("no-encoding.pdf", () => madePdf([[["\ue101\ue102\u0721\u0e4d\ue0f3\ue200\u17a4", 12, 90, 700]]])),
  read("script.pdf", () =>
    bytes(
      text(plain()).replace(
        "<< /Type /Catalog",
        "<< /OpenAction << /S /JavaScript /JS (while(true){}) >> /Type /Catalog",
      ),
    ),
  ),
];
