import mammoth from "mammoth";
import type { Block } from "../content.ts";
import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { readXml } from "../xml.ts";
import { unzipOrRefuse } from "../zip.ts";
import { packPlain } from "../zip-pack.ts";
import { parseDocument } from "./dom.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { Read, Reading } from "./reading.ts";

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
];

/** Word documents: headings, paragraphs, lists and tables in their order. */
export async function readDocx(bytes: Uint8Array, { budget, progress }: Reading): Promise<Read> {
  const parts = await unzipOrRefuse(bytes, { only: isText, maxInflatedBytes: budget.inflatedBytesLeft });
  budget.inflate(parts);
  for (const [name, part] of parts) readXml(part, name, {});
  progress();
  // a new archive of checked parts only: what was looked at is what is read
  const html = await toHtml(packPlain(parts));
  progress();
  const blocks: Block[] = htmlBlocks(parseDocument(html).body);
  budget.read(blocks);
  return { blocks };
}

const isText = (name: string): boolean => /\.(xml|rels)$/i.test(name);

async function toHtml(docx: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx.buffer, docx.byteOffset, docx.byteLength) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    );
    return value;
  } catch (error) {
    throw new Refused(refusals.damaged("Word"), error);
  }
}
