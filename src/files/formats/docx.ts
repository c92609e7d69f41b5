import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { readXml } from "../xml.ts";
import { unzipOrRefuse } from "../zip.ts";
import type { Read, Reading } from "./reading.ts";
import { WordBody } from "./word-body.ts";
import { WordLists } from "./word-lists.ts";
import { readStyles } from "./word-styles.ts";

// the text, and the notes that belong to it
const TEXTS = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"];
const PARTS = new Set([...TEXTS, "word/styles.xml", "word/numbering.xml"]);

/**
 * Word documents: headings, paragraphs with the numbers that Word gives them, and tables, in their order.
 *
 * Read from the parts themselves, because a law whose articles are numbered by Word has 第一条 in no text.
 */
export async function readDocx(bytes: Uint8Array, { budget, progress }: Reading): Promise<Read> {
  const only = (name: string) => PARTS.has(name);
  const parts = await unzipOrRefuse(bytes, { only, maxInflatedBytes: budget.inflatedBytesLeft });
  budget.inflate(parts);
  const body = new WordBody(
    readStyles(parts.get("word/styles.xml")),
    new WordLists(parts.get("word/numbering.xml")),
  );
  for (const part of TEXTS) {
    const content = parts.get(part);
    if (content === undefined) {
      if (part === TEXTS[0]) throw new Refused(refusals.damaged("Word"));
      continue;
    }
    readXml(content, part, {
      open: (name, attributes) => body.open(name, attributes),
      text: (text) => body.text(text),
      close: (name) => body.close(name),
      progress,
    });
  }
  budget.read(body.blocks);
  return { blocks: body.blocks };
}
