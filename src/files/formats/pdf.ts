import { getDocumentProxy } from "unpdf";
import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { PdfCodings } from "./pdf-codings.ts";
import { linesOf, type Line } from "./pdf-lines.ts";
import { paragraphs } from "./pdf-paragraphs.ts";
import type { Read, Reading } from "./reading.ts";

// the longest printed collections have about 3,000
const MAX_PAGES = 5_000;
// real text is Han, Latin, figures and common marks; text of a font without an encoding is not
const MIN_COMMON_SHARE = 0.7;
const COMMON =
  /[\s\u0020-\u007e\u00b7\u00d7\u2010-\u2027\u2030-\u203b\u2160-\u217f\u2460-\u24ff\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g;
const SILENT = 0; // the library would write its warnings to the terminal

/** PDF: paragraphs and headings with the page they begin on. */
export async function readPdf(bytes: Uint8Array, { budget, progress }: Reading): Promise<Read> {
  const codings = new PdfCodings();
  const pdf = await open(bytes, codings);
  if (pdf.numPages > MAX_PAGES) throw new Refused(refusals.manyPages(pdf.numPages, MAX_PAGES));
  const pages: Line[][] = [];
  let hasNoise = false;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const lines = await readPage(pdf, number);
    const isNoise = !isWriting(lines.map(({ text }) => text).join(""));
    hasNoise ||= isNoise;
    pages.push(isNoise ? [] : lines);
    progress();
  }
  const empty = pages.flatMap((lines, i) => (lines.length === 0 ? [i + 1] : []));
  if (empty.length === pages.length) {
    throw new Refused(hasNoise || codings.hasUnknown ? refusals.unreadableFonts() : refusals.scanned());
  }
  const blocks = paragraphs(pages);
  budget.read(blocks);
  return empty.length > 0 ? { blocks, note: refusals.somePagesScanned(empty) } : { blocks };
}

const isWriting = (text: string): boolean =>
  (text.match(COMMON)?.length ?? 0) >= text.length * MIN_COMMON_SHARE;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array, codings: PdfCodings): Promise<Pdf> {
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      maxImageSize: 1,
      verbosity: SILENT,
      cMapPacked: false,
      BinaryDataFactory: class {
        async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
          if (kind !== "cMapUrl") throw new Error(`${filename} is not needed for text`);
          return codings.table(filename);
        }
      },
    });
  } catch (error) {
    const isEncrypted = error instanceof Error && error.name === "PasswordException";
    throw new Refused(isEncrypted ? refusals.encrypted() : refusals.damaged("PDF"), error);
  }
}

async function readPage(pdf: Pdf, number: number): Promise<Line[]> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items, number);
    page.cleanup();
    return lines;
  } catch (error) {
    throw new Refused(refusals.damaged("PDF"), error);
  }
}
