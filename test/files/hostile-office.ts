import type { Hostile } from "./hostile-archives.ts";
import { box, cell, madeDocx, madePptx, madeXlsx, wordParagraph } from "./made-office.ts";
import { madeZip } from "./made-zip.ts";

const refused = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "refused" });
const read = (name: string, make: () => Uint8Array): Hostile => ({ name, make, verdict: "read" });

const XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from(
  { length: 30 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join("")}]>`;

const third = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor((bytes.length * 2) / 3));
const row = (...cells: readonly string[]): string => `<row>${cells.join("")}</row>`;
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
const ole = (stream: string): Uint8Array =>
  Buffer.concat([OLE, Buffer.alloc(1_024), Buffer.from(stream, "utf16le"), Buffer.alloc(2_048)]);

/** Far more cells than anybody keeps in one table. */
function millions(): Uint8Array {
  const line = row(...Array.from({ length: 100 }, () => "<c><v>1</v></c>"));
  return madeXlsx([{ name: "a", rows: line.repeat(15_000) }]);
}

const deep = (open: string, close: string, depth: number, core = ""): string =>
  open.repeat(depth) + core + close.repeat(depth);

/** Office files with entities, false sizes, loops, depth, passwords and missing ends. */
export const hostileOffice: readonly Hostile[] = [
  refused("xxe.docx", () => madeDocx(wordParagraph("&e;"), { before: XXE })),
  refused("xxe.xlsx", () => madeXlsx([{ name: "a", rows: row(cell("A1", "&e;")), before: XXE }])),
  refused("xxe.pptx", () => madePptx([{ shapes: box("body", "&e;"), before: XXE }])),
  refused("xxe-strings.xlsx", () =>
    madeXlsx([{ name: "a", rows: row('<c t="s"><v>0</v></c>') }], {
      strings: `${XXE}<sst><si><t>&e;</t></si></sst>`,
    }),
  ),
  refused("laughs.docx", () => madeDocx(wordParagraph("&a30;"), { before: LAUGHS })),
  refused("laughs.xlsx", () => madeXlsx([{ name: "a", rows: row(cell("A1", "&a30;")), before: LAUGHS }])),
  refused("laughs.pptx", () => madePptx([{ shapes: box("body", "&a30;"), before: LAUGHS }])),
  refused("undeclared-entity.docx", () => madeDocx(wordParagraph("&e;"))),
  refused("deep.docx", () => madeDocx(deep("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100_000))),
  refused("deep-tables.docx", () =>
    madeDocx(deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5_000, wordParagraph("好"))),
  ),
  refused("truncated.docx", () => third(madeDocx(wordParagraph("好".repeat(3_000))))),
  refused("truncated.xlsx", () =>
    third(madeXlsx([{ name: "a", rows: row(cell("A1", "好".repeat(3_000))) }])),
  ),
  refused("truncated.pptx", () => third(madePptx([{ shapes: box("body", "好".repeat(3_000)) }]))),
  refused("cut-xml.docx", () => madeDocx("<w:p><w:r><w:t>好")),
  read("claims-a-million.xlsx", () =>
    madeXlsx([{ name: "a", rows: row(cell("A1", "好")), after: '<dimension ref="A1:XFD1048576"/>' }]),
  ),
  read("far-cell.xlsx", () =>
    madeXlsx([
      { name: "a", rows: `${row(cell("A1", "好"))}<row r="1048576">${cell("XFD1048576", "远")}</row>` },
    ]),
  ),
  refused("millions-of-cells.xlsx", millions),
  read("merged-all.xlsx", () =>
    madeXlsx([
      {
        name: "a",
        rows: row(cell("A1", "甲"), cell("B1", "乙")) + row(cell("A2", "丙")),
        after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5_000)}</mergeCells>`,
      },
    ]),
  ),
  read("string-that-is-not-there.xlsx", () =>
    madeXlsx([{ name: "a", rows: row('<c t="s"><v>999999999</v></c>', cell("B1", "好")) }]),
  ),
  refused("sheet-outside.xlsx", () =>
    madeZip([
      {
        name: "xl/workbook.xml",
        content: '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      },
      {
        name: "xl/_rels/workbook.xml.rels",
        content:
          '<Relationships><Relationship Id="r1" Type="worksheet" Target="../../../../etc/worksheets/passwd"/></Relationships>',
      },
    ]),
  ),
  refused("claims-slides.pptx", () => madePptx([{ shapes: box("body", "好") }], 100_000)),
  read("outside-image.docx", () =>
    madeDocx(
      `${wordParagraph("好")}<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:link="r9"/></w:drawing></w:r></w:p>`,
      {
        extra: [
          {
            name: "word/_rels/document.xml.rels",
            content:
              '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
          },
        ],
      },
    ),
  ),
  refused("encrypted.docx", () => ole("EncryptedPackage")),
  refused("encrypted.xlsx", () => ole("EncryptedPackage")),
  refused("old.doc", () => ole("WordDocument")),
  refused("two-in-one.docx", () =>
    madeZip([
      { name: "word/document.xml", content: "<w/>" },
      { name: "xl/workbook.xml", content: "<w/>" },
    ]),
  ),
  refused("no-document.docx", () => madeZip([{ name: "[Content_Types].xml", content: "<Types/>" }])),
];
