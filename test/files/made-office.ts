import { madeZip, type MadeEntry } from "./made-zip.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

const relations = (links: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${links
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const typesOf = (types: string): MadeEntry => ({
  name: "[Content_Types].xml",
  content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types}</Types>`,
});

/** A Word file with this XML in its body; `before` stands in front of the document element. */
export function madeDocx(body: string, { before = "", extra = [] as readonly MadeEntry[] } = {}): Uint8Array {
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return madeZip([
    typesOf(
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    ),
    { name: "_rels/.rels", content: relations([["r1", "officeDocument", "word/document.xml"]]) },
    {
      name: "word/document.xml",
      content: `${XML}${before}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}/relationships"><w:body>${body}</w:body></w:document>`,
    },
    ...extra,
  ]);
}

/** A paragraph of a Word file. */
export const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export interface MadeSheet {
  readonly name: string;
  /** What stands within `<sheetData>`. */
  readonly rows: string;
  /** What stands after it. */
  readonly after?: string;
  readonly before?: string;
  readonly state?: string;
}

/** A cell with its text in place. */
export const cell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A spreadsheet with these sheets. */
export function madeXlsx(
  sheets: readonly MadeSheet[],
  { strings = "", styles = "" }: { readonly strings?: string; readonly styles?: string } = {},
): Uint8Array {
  const M = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const list = sheets
    .map(
      ({ name, state }, i) =>
        `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="r${i + 1}"/>`,
    )
    .join("");
  return madeZip([
    typesOf(""),
    { name: "_rels/.rels", content: relations([["r1", "officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      content: `${XML}<workbook xmlns="${M}" xmlns:r="${OFFICE}/relationships"><sheets>${list}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations(sheets.map((_, i) => [`r${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`])),
    },
    ...(strings === "" ? [] : [{ name: "xl/sharedStrings.xml", content: strings }]),
    ...(styles === "" ? [] : [{ name: "xl/styles.xml", content: styles }]),
    ...sheets.map(({ rows, after = "", before = "" }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `${XML}${before}<worksheet xmlns="${M}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ]);
}

/** A text box of a slide; `type` makes it a placeholder. */
export const box = (type: string, ...lines: readonly string[]): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${type === "" ? "" : `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:txBody>${lines
    .map((line) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)
    .join("")}</p:txBody></p:sp>`;

export interface MadeSlide {
  readonly shapes: string;
  readonly notes?: string;
  readonly before?: string;
  readonly isHidden?: boolean;
}

/** A presentation with these slides; `claims` lists more slides than there are. */
export function madePptx(slides: readonly MadeSlide[], claims = slides.length): Uint8Array {
  const P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const ids = Array.from({ length: claims }, (_, i) => `<p:sldId id="${256 + i}" r:id="r${i + 1}"/>`).join(
    "",
  );
  const tree = (root: string, shapes: string, attributes = "") =>
    `<p:${root} ${P} ${A}${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:${root}>`;
  return madeZip([
    typesOf(""),
    { name: "_rels/.rels", content: relations([["r1", "officeDocument", "ppt/presentation.xml"]]) },
    {
      name: "ppt/presentation.xml",
      content: `${XML}<p:presentation ${P} xmlns:r="${OFFICE}/relationships"><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    },
    {
      name: "ppt/_rels/presentation.xml.rels",
      content: relations(slides.map((_, i) => [`r${i + 1}`, "slide", `slides/slide${i + 1}.xml`])),
    },
    ...slides.flatMap(({ shapes, notes, before = "", isHidden }, i): MadeEntry[] => [
      {
        name: `ppt/slides/slide${i + 1}.xml`,
        content: XML + before + tree("sld", shapes, isHidden === true ? ' show="0"' : ""),
      },
      ...(notes === undefined
        ? []
        : [
            {
              name: `ppt/slides/_rels/slide${i + 1}.xml.rels`,
              content: relations([["r1", "notesSlide", `../notesSlides/notesSlide${i + 1}.xml`]]),
            },
            {
              name: `ppt/notesSlides/notesSlide${i + 1}.xml`,
              content: XML + tree("notes", box("body", notes)),
            },
          ]),
    ]),
  ]);
}
