import type { Block } from "../content.ts";
import { Refused } from "../refuse.ts";
import { refusals } from "../refusals.ts";
import { readXml } from "../xml.ts";
import { unzipOrRefuse } from "../zip.ts";
import { relationId, relationsOf, type Parts } from "./office.ts";
import type { Read, Reading } from "./reading.ts";
import { sheetBlocks } from "./sheet.ts";
import { readSheet } from "./sheet-cells.ts";
import { readFormats } from "./sheet-formats.ts";

const WORKBOOK = "xl/workbook.xml";
const UNNAMED = /^(?:sheet|工作表)\s*\d*$/i; // a name nobody gave says nothing

/** Spreadsheets: each row of each visible sheet with the names of its columns. */
export async function readXlsx(bytes: Uint8Array, { budget, progress }: Reading): Promise<Read> {
  const only = (name: string) => name.startsWith("xl/") && /\.(xml|rels)$/i.test(name);
  const parts = await unzipOrRefuse(bytes, { only, maxInflatedBytes: budget.inflatedBytesLeft });
  budget.inflate(parts);
  const { sheets, isFrom1904 } = readWorkbook(parts);
  const links = new Map(relationsOf(parts, WORKBOOK).map(({ id, target }) => [id, target]));
  const strings = sharedStrings(parts, progress);
  const formats = readFormats(parts.get("xl/styles.xml"), isFrom1904);
  const blocks: Block[] = [];
  for (const { name, id } of sheets.filter(({ isHidden }) => !isHidden)) {
    const part = links.get(id) ?? "";
    const content = parts.get(part);
    // charts have a sheet of their own without cells
    if (content === undefined || !part.includes("worksheets/")) continue;
    const rows = sheetBlocks(readSheet(content, part, { strings, formats, progress }));
    if (rows.length > 0 && !UNNAMED.test(name)) blocks.push({ type: "heading", level: 1, text: name });
    blocks.push(...rows);
    budget.read(rows);
    progress();
  }
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return hidden.length > 0 ? { blocks, note: refusals.hidden(hidden) } : { blocks };
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

function readWorkbook(parts: Parts): { sheets: readonly SheetEntry[]; isFrom1904: boolean } {
  const workbook = parts.get(WORKBOOK);
  if (workbook === undefined) throw new Refused(refusals.damaged("Excel"));
  const sheets: SheetEntry[] = [];
  let isFrom1904 = false;
  readXml(workbook, WORKBOOK, {
    open: (name, attributes) => {
      if (name === "workbookPr") isFrom1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      const isHidden = /hidden/i.test(attributes["state"] ?? "");
      sheets.push({ name: attributes["name"] ?? "", id: relationId(attributes), isHidden });
    },
  });
  return { sheets, isFrom1904 };
}

/** The texts that cells share, without the readings that stand above Japanese ones. */
function sharedStrings(parts: Parts, progress: () => void): string[] {
  const part = "xl/sharedStrings.xml";
  const bytes = parts.get(part);
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = "";
  let isText = false;
  let isReading = false;
  readXml(bytes, part, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === "si") strings.push(text);
      else if (name === "rPh") isReading = false;
    },
    progress,
  });
  return strings;
}
