import { readDocument } from "./word/document.ts";

export interface DocxText {
  /** The paragraphs, one a line; empty ones are left out. */
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/**
 * The words of a .docx in reading order: body, cells of tables, text boxes; no headers, footers, deleted or hidden text.
 *
 * Throws `file.refused` for archives that are bombs, damaged, locked, or not a Word document. Numbers that Word makes
 * by itself (automatic lists) are not words of the file and do not come out.
 */
export async function docxText(bytes: Uint8Array, name = ""): Promise<DocxText> {
  const { paragraphs } = await readDocument(bytes, name);
  const texts = paragraphs.map(({ text }) => text).filter((text) => text.trim() !== "");
  return { text: texts.join("\n"), paragraphs: texts };
}
