import { describe, expect, it } from "vitest";
import { docxText } from "../../../src/documents/layout/docx-text.ts";
import { fillForm, type FormValues } from "../../../src/documents/layout/fill-form.ts";
import { packZip } from "../../../src/documents/layout/pack.ts";
import { unzip } from "../../../src/files/zip.ts";
import { changed, made } from "./made.ts";

const MAIN = "word/document.xml";
const RELS = "word/_rels/document.xml.rels";

/** A form as an institution would make it: tags in its text, and a row that repeats. */
const form = (text: string): Promise<Uint8Array> =>
  made("case-filing", { label: undefined, version: undefined }).then((bytes) =>
    changed(bytes, MAIN, (xml) => xml.replace("<w:body>", `<w:body>${text}`)),
  );
const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const refused = async (template: Promise<Uint8Array>, values: FormValues = {}) =>
  fillForm(await template, values, "立案审批表.docx").then(
    () => new Error("it was filled"),
    (thrown: unknown) => thrown,
  );

describe("an institution's own form", () => {
  it("is filled, lists row by row, and comes out the same each time", async () => {
    const template = await form(
      `${paragraph("案由：{案由}")}${paragraph("{#物品}{名称} {数量}件；{案由}{/物品}")}`,
    );
    const values = {
      案由: "涉嫌无照经营案",
      物品: [
        { 名称: "酸奶", 数量: 6 },
        { 名称: "面包", 数量: 2 },
      ],
    };
    const filled = await fillForm(template, values);
    const { text } = await docxText(filled);
    expect(text).toContain("案由：涉嫌无照经营案");
    expect(text).toContain("酸奶 6件；涉嫌无照经营案");
    expect(text).toContain("面包 2件");
    expect(Buffer.compare(filled, await fillForm(template, values))).toBe(0);
  });

  it("keeps lines apart and takes marks of XML as words", async () => {
    const filled = await fillForm(await form(paragraph("{情况}")), { 情况: "一<二>&三\n第二行\u0007" });
    expect((await docxText(filled)).text).toContain("一<二>&三\n第二行");
  });

  it("does not ask for what is in a list without rows", async () => {
    const filled = await fillForm(await form(paragraph("{#物品}{名称}{/物品}完")), { 物品: [] });
    expect((await docxText(filled)).text).toContain("完");
  });

  it("is refused for a tag nobody knows, by name and file", async () => {
    const error = await refused(form(paragraph("{案由}{承办人甲}")), { 案由: "案" });
    expect(error).toMatchObject({
      code: "template.invalid",
      detail: { field: "承办人甲", file: "立案审批表.docx" },
    });
    expect(error).toMatchObject({ message: expect.stringContaining("{承办人甲}") });
  });

  it("is refused for names that every object has, and for a tag left open", async () => {
    expect(await refused(form(paragraph("{constructor}")))).toMatchObject({
      detail: { field: "constructor" },
    });
    expect(await refused(form(paragraph("{#物品}{名称}")), { 物品: [{ 名称: "a" }] })).toMatchObject({
      code: "template.invalid",
    });
  });

  it.each([
    [
      "a link to a picture outside",
      RELS,
      /<\/Relationships>/,
      `<Relationship Id="x" Type="http://a/image" Target="http://example.com/a.png" TargetMode="External"/></Relationships>`,
    ],
    [
      "an attached template",
      RELS,
      /<\/Relationships>/,
      `<Relationship Id="x" Type="http://a/attachedTemplate" Target="a.dotx"/></Relationships>`,
    ],
    [
      "a field that fetches a file",
      MAIN,
      /<w:body>/,
      `<w:body><w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT "a.docx"</w:instrText></w:r></w:p>`,
    ],
    ["a field in short form", MAIN, /<w:body>/, `<w:body><w:p><w:fldSimple w:instr=" DDEAUTO c a"/></w:p>`],
  ])("is refused for %s", async (_, part, from, to) => {
    const template = changed(await form(paragraph("表")), part, (xml) => xml.replace(from, to));
    expect(await refused(template)).toMatchObject({ code: "template.invalid" });
  });

  it("is refused for macros and for files inside it", async () => {
    const parts = await unzip(await form(paragraph("表")));
    for (const name of ["word/vbaProject.bin", "word/embeddings/a.xlsx"]) {
      const template = Promise.resolve(packZip(new Map([...parts, [name, Buffer.from("x")]])));
      expect(await refused(template)).toMatchObject({ code: "template.invalid", detail: { field: name } });
    }
  });

  it("never lets a value become part of a field's code", async () => {
    const template = await form(
      `<w:p><w:fldSimple w:instr="{code}"/><w:r><w:instrText>{code}</w:instrText></w:r></w:p>`,
    );
    const filled = await fillForm(template, { code: 'INCLUDETEXT "http://example.com/a"' });
    const main = new TextDecoder().decode((await unzip(filled)).get(MAIN));
    expect(main).toContain('w:instr="{code}"');
    expect(main).not.toContain("INCLUDETEXT");
  });
});
