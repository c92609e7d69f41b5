import { describe, expect, it } from "vitest";
import { docxText } from "../../../src/documents/layout/docx-text.ts";
import { labelFor } from "../../../src/documents/layout/label.ts";
import { ownForm } from "../../../src/documents/layout/own-form.ts";
import { unzip } from "../../../src/files/zip.ts";
import { composed, factsOf, statutes, tenant, TODAY, typeOf } from "../examples.ts";
import { changed, made } from "./made.ts";

const MAIN = "word/document.xml";

/** A form as an institution would make it in a word processor. */
const form = async (...lines: readonly string[]): Promise<Uint8Array> => {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`);
  const bytes = await made("case-filing", { label: undefined, version: undefined });
  return changed(bytes, MAIN, (xml) => xml.replace("<w:body>", `<w:body>${paragraphs.join("")}`));
};

const options = {
  type: typeOf("evidence-preservation"),
  facts: factsOf("evidence-preservation"),
  composed: composed("evidence-preservation"),
  tenant,
  today: TODAY,
  statutes,
};

describe("a document in the institution's own form", () => {
  it("is filled by labels, names, parts, the institution's data and lists", async () => {
    const template = await form(
      "{机关} {文号}",
      "当事人：{当事人}，住所：{party.address}，法院：{tenant.court}",
      "{#物品清单}{序号}. {名称} 批号{批号} {数量}{单位}{/物品清单}",
    );
    const { text } = await docxText(await ownForm(template, options));
    expect(text).toContain("云溪区市场监督管理局");
    expect(text).toMatch(/住所：云溪区青石路18号，法院：云溪区人民法院/u);
    expect(text).toMatch(/1\. \S*酸奶 批号20260801 6/u);
  });

  it("says 未提供 where the case has nothing, and names a tag that is nobody's", async () => {
    const { facts } = options;
    const without = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== "preserve_reason"));
    const { text } = await docxText(
      await ownForm(await form("理由：{preserve_reason}"), { ...options, facts: without }),
    );
    expect(text).toContain("理由：未提供");
    await expect(ownForm(await form("{密码}"), options, "本局表.docx")).rejects.toMatchObject({
      code: "template.invalid",
      detail: { file: "本局表.docx" },
    });
  });

  it("carries the label in words and in the file's properties, and the same bytes each time", async () => {
    const labelledOptions = { ...options, label: labelFor(tenant, "abc") };
    const template = await form("{案由}");
    const filled = await ownForm(template, labelledOptions);
    expect((await docxText(filled)).text).toContain("人工智能辅助生成");
    const parts = await unzip(filled);
    expect(new TextDecoder().decode(parts.get("docProps/custom.xml"))).toContain('name="AIGC"');
    expect(Buffer.compare(filled, await ownForm(template, labelledOptions))).toBe(0);
  });
});
