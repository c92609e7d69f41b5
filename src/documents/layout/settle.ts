import { unzip } from "../../files/zip.ts";
import type { Day } from "../../calendar/day.ts";
import { packZip } from "./pack.ts";

const CORE = "docProps/core.xml";
const STYLES = "word/styles.xml";

/** What the file says about itself beside its text. */
export interface Properties {
  readonly title: string;
  readonly author: string;
  readonly today: Day;
}

/**
 * The same .docx with everything taken out that differs from run to run: times, order and times of the archive.
 *
 * It also turns off the quarter space that Word puts between Chinese and digits, which `docx` has no option for and
 * which would break the grid of 28 characters.
 */
export async function settle(bytes: Uint8Array, properties: Properties): Promise<Uint8Array> {
  const parts = new Map(await unzip(bytes, { name: properties.title }));
  parts.set(CORE, Buffer.from(core(properties)));
  const styles = parts.get(STYLES);
  if (styles !== undefined) parts.set(STYLES, Buffer.from(gridded(Buffer.from(styles).toString("utf8"))));
  return packZip(parts);
}

const SPACE_OFF = `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>`;
// the line pitch is exact already; snapping would give a line of title type two lines of the grid
const GRID_OFF = `<w:snapToGrid w:val="0"/>`;
const WIDOWS_OFF = `<w:widowControl w:val="0"/>`;

const ON_GRID = WIDOWS_OFF + SPACE_OFF + GRID_OFF;

/** Styles whose paragraphs keep to the grid: no widow control (it takes lines off a page), no added spaces. */
function gridded(styles: string): string {
  return styles.replace(
    /(<w:pPrDefault>\s*<w:pPr>|w:styleId="Normal"[^>]*>.*?<w:pPr>)(.*?)(<\/w:pPr>)/gs,
    (_, open: string, inner: string, close: string) => `${open}${ON_GRID}${inner}${close}`,
  );
}

function core({ title, author, today }: Properties): string {
  const time = `${today}T00:00:00Z`;
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"`,
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    `</cp:coreProperties>`,
  ].join("");
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => NAMED[sign] ?? sign);
