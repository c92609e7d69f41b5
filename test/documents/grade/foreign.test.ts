import { describe, expect, it } from "vitest";
import { gradeLayout } from "../../../src/documents/grade/index.ts";
import { packZip } from "../../../src/documents/layout/pack.ts";

const TYPES =
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ` +
  `ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://r"`;
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELS =
  `<Relationships><Relationship Id="a" Type="${RELATION}/styles" Target="styles.xml"/>` +
  `<Relationship Id="b" Type="${RELATION}/theme" Target="theme/theme1.xml"/></Relationships>`;
const THEME =
  `<a:theme xmlns:a="http://a"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>` +
  `<a:font script="Hans" typeface="仿宋"/></a:minorFont></a:theme>`;

const docx = (body: string, others: Readonly<Record<string, string>> = {}): Uint8Array =>
  packZip(
    new Map(
      Object.entries({
        "[Content_Types].xml": TYPES,
        "word/document.xml": `<w:document ${W}><w:body>${body}</w:body></w:document>`,
        ...others,
      }).map(([name, text]) => [name, Buffer.from(text)]),
    ),
  );

const found = ({ points }: Awaited<ReturnType<typeof gradeLayout>>, id: string) =>
  points.find((point) => point.id === id);

describe("a document of somebody else", () => {
  it("is graded even when it says nothing about itself", async () => {
    const grade = await gradeLayout(docx(`<w:p><w:r><w:t>关于检查的通知</w:t></w:r></w:p>`));
    expect(grade.score).toBeLessThan(60);
    expect(found(grade, "page.size")).toMatchObject({ ok: false, clause: "5.1", found: "0 × 0 mm" });
    for (const { message } of grade.points) {
      expect(message.zh).not.toBe("");
      expect(message.en).not.toMatch(/undefined|NaN/);
    }
  });

  it("is graded when it is empty", async () => {
    expect((await gradeLayout(docx(""))).score).toBeLessThan(60);
  });

  it("is read as Word reads it: theme fonts, styles upon styles, indents in characters, a grid of characters", async () => {
    const styles =
      `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>` +
      `<w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>` +
      `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="b"><w:name w:val="正文缩进"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="c"><w:name w:val="段"/><w:basedOn w:val="b"/></w:style></w:styles>`;
    const text = "各所要结合辖区实际，对重点场所进行全面排查。";
    const body =
      `<w:p><w:pPr><w:pStyle w:val="c"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>` +
      `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1587" w:right="1474"/>` +
      `<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/></w:sectPr>`;
    const grade = await gradeLayout(
      docx(body, {
        "word/styles.xml": styles,
        "word/theme/theme1.xml": THEME,
        "word/_rels/document.xml.rels": RELS,
      }),
      { form: "official" },
    );
    const ids = ["page.margins", "page.lines", "page.characters", "body.font", "body.size", "body.indent"];
    expect(ids.filter((id) => found(grade, id)?.ok !== true)).toEqual([]);
  });

  it("does not run in circles when its styles do", async () => {
    const styles =
      `<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="甲"/><w:basedOn w:val="b"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="b"><w:name w:val="乙"/><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body = `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>文</w:t></w:r></w:p>`;
    const parts = { "word/styles.xml": styles, "word/_rels/document.xml.rels": RELS };
    expect((await gradeLayout(docx(body, parts))).points.length).toBeGreaterThan(0);
  });
});
