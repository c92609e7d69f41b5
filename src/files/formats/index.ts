import type { FileKind } from "../content.ts";
import type { Reader } from "./reading.ts";

/** The readers by kind, each loaded when the first file of its kind comes. */
export const readers: Readonly<Record<Exclude<FileKind, "zip" | "text" | "lines">, () => Promise<Reader>>> = {
  pdf: async () => (await import("./pdf.ts")).readPdf,
  docx: async () => (await import("./docx.ts")).readDocx,
  xlsx: async () => (await import("./xlsx.ts")).readXlsx,
  pptx: async () => (await import("./pptx.ts")).readPptx,
  html: async () => (await import("./html.ts")).readHtml,
  csv: async () => (await import("./csv.ts")).readCsv,
};
