import { describe, expect, it } from "vitest";
import { gradeLayout } from "../../../src/documents/grade/index.ts";
import { docxText } from "../../../src/documents/layout/docx-text.ts";
import { packZip } from "../../../src/documents/layout/pack.ts";
import { unzip } from "../../../src/files/zip.ts";
import { changed, made } from "./made.ts";

const MAIN = "word/document.xml";
const MIB = 1024 * 1024;

const said = async (reading: Promise<unknown>): Promise<string> => {
  const error: unknown = await reading.then(
    () => new Error("it was read"),
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "file.refused" });
  return error instanceof Error ? error.message : "";
};

describe("the words of a .docx", () => {
  it("come with cells of tables, without headers and footers", async () => {
    const { text, paragraphs } = await docxText(await made("case-filing"));
    expect(paragraphs).toContain("涉嫌经营超过保质期的食品案");
    expect(text).not.toContain("人工智能");
  });

  it("make one title of its lines", async () => {
    const { paragraphs } = await docxText(await made("official-notice"));
    expect(paragraphs).toContain("云溪区市场监督管理局关于开展2026年中秋国庆节前食品安全专项检查的通知");
  });

  it("leave out what was deleted or is hidden, and keep what was inserted", async () => {
    const bytes = await changed(await made("official-notice"), MAIN, (xml) =>
      xml.replace(
        "<w:body>",
        `<w:body><w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText><w:t>去</w:t></w:r></w:del>` +
          `<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>`,
      ),
    );
    expect((await docxText(bytes)).paragraphs[0]).toBe("留增");
  });

  it("show the result of a field, not its code", async () => {
    const field =
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF 编号</w:instrText></w:r>` +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>第五号</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const bytes = await changed(await made("official-notice"), MAIN, (xml) =>
      xml.replace("<w:body>", `<w:body><w:p>${field}</w:p>`),
    );
    expect((await docxText(bytes)).paragraphs[0]).toBe("第五号");
  });
});

describe("a file that is no honest .docx", () => {
  it("is refused in one line when it is no archive, an archive of something else, or cut off", async () => {
    const bytes = await made("official-notice");
    for (const bad of [
      Buffer.from("not a zip"),
      packZip(new Map([["a.txt", Buffer.from("a")]])),
      bytes.subarray(0, bytes.length / 2),
    ]) {
      const message = await said(docxText(bad, "通知.docx"));
      expect(message).toMatch(/^通知\.docx: /);
      expect(message).not.toContain("\n");
    }
  });

  it("is refused as a bomb", async () => {
    const parts = new Map(await unzip(await made("official-notice")));
    parts.set("word/theme/theme1.xml", Buffer.alloc(60 * MIB, 32));
    expect(await said(docxText(packZip(parts)))).toMatch(/unpacks|limit/);
    expect(await said(gradeLayout(packZip(parts)))).toMatch(/unpacks|limit/);
  });

  it("is refused for a document type, which could bring entities along", async () => {
    const bytes = await changed(await made("official-notice"), MAIN, (xml) =>
      xml.replace(/(<\?xml[^>]*\?>)/, `$1<!DOCTYPE w [<!ENTITY a "b">]>`),
    );
    expect(await said(docxText(bytes))).toContain("document type");
  });

  it("is refused when it nests without end", async () => {
    const bytes = await changed(await made("official-notice"), MAIN, (xml) =>
      xml.replace("<w:body>", `<w:body>${"<w:sdt>".repeat(400)}${"</w:sdt>".repeat(400)}`),
    );
    expect(await said(docxText(bytes))).toContain("nested");
  });
});
