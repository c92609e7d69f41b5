import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { BotError } from "../../../src/core/errors.ts";
import { gradeLayout } from "../../../src/documents/grade/index.ts";
import { docxText } from "../../../src/documents/layout/docx-text.ts";
import { profileSchema } from "../../../src/documents/layout/profile.ts";
import { unzip } from "../../../src/files/zip.ts";
import { made, partOf, tenant } from "./made.ts";
import { FORMS, SAMPLES } from "./samples.ts";

const labelWords = "本文稿由人工智能辅助生成，须经执法人员核对";
const headersOf = async (bytes: Uint8Array): Promise<string[]> => {
  const parts = await unzip(bytes);
  return [...parts]
    .filter(([name]) => /^word\/header\d*\.xml$/.test(name))
    .map(([, content]) => new TextDecoder().decode(content));
};

describe("a document as .docx", () => {
  it("has a sample of every form", () => {
    expect(new Set(Object.values(SAMPLES).map(({ form }) => form))).toEqual(new Set(FORMS));
  });

  it.each(Object.keys(SAMPLES))("is the same bytes for the same %s, whenever it is made", async (name) => {
    const [one, other] = [await made(name), await made(name)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it("says only the day it was told in its properties", async () => {
    const core = await partOf(await made("official-notice", { today: "2026-03-02" }), "docProps/core.xml");
    expect(core).toContain("2026-03-02T00:00:00Z");
    expect(core.match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(["2026-03-02T", "2026-03-02T"]);
  });

  it.each(Object.entries(SAMPLES))("holds every word of %s in its order", async (name, { blocks, title }) => {
    const { text } = await docxText(await made(name));
    const wanted = blocks.flatMap((block) =>
      block.kind === "paragraph" || block.kind === "heading" ? block.text.split("\n") : [],
    );
    let at = 0;
    for (const each of wanted) {
      at = text.indexOf(each, at);
      expect(at, each).toBeGreaterThanOrEqual(0);
    }
    expect(text).toContain(title);
  });

  it("adds no spaces between Chinese and digits and takes no lines off a page, in defaults and Normal", async () => {
    const styles = await partOf(await made("official-notice"), "word/styles.xml");
    for (const part of [/<w:pPrDefault>.*?<\/w:pPrDefault>/s, /<w:style [^>]*"Normal".*?<\/w:style>/s]) {
      const said = part.exec(styles)?.[0] ?? "";
      for (const name of ["widowControl", "autoSpaceDE", "autoSpaceDN", "snapToGrid"]) {
        expect(said).toContain(`<w:${name} w:val="0"/>`);
      }
    }
  });

  it("names fonts and carries none, and reaches nothing outside", async () => {
    const parts = await unzip(await made("official-letter"));
    expect([...parts.keys()].filter((name) => /\.(?:ttf|otf|odttf)$/.test(name))).toEqual([]);
    const rels = [...parts].filter(([name]) => name.endsWith(".rels"));
    expect(rels.length).toBeGreaterThan(0);
    for (const [, content] of rels) expect(new TextDecoder().decode(content)).not.toContain("External");
  });
});

describe("the label of a machine-made draft", () => {
  it.each(Object.keys(SAMPLES))("stands on every page of %s and in its properties", async (name) => {
    const bytes = await made(name);
    const headers = await headersOf(bytes);
    expect(headers.length).toBeGreaterThanOrEqual(2);
    for (const header of headers) expect(header).toContain(labelWords);
    const custom = await partOf(bytes, "docProps/custom.xml");
    const [, json = ""] = /name="AIGC"><vt:lpwstr>(.*?)<\/vt:lpwstr>/.exec(custom) ?? [];
    expect(JSON.parse(json.replaceAll("&quot;", '"'))).toEqual({
      Label: "1",
      ContentProducer: "云溪区市场监督管理局",
      ProduceID: "contents-of-version-1",
      ReservedCode1: "",
      ContentPropagator: "云溪区市场监督管理局",
      PropagateID: "contents-of-version-1",
      ReservedCode2: "",
    });
  });

  it("is on no copy that a person has finalised", async () => {
    const bytes = await made("penalty-decision", { label: undefined, version: undefined });
    for (const header of await headersOf(bytes)) expect(header).not.toMatch(/人工智能|草稿/);
    expect(await partOf(bytes, "docProps/custom.xml")).not.toContain("AIGC");
  });

  it("tells a draft and its version until it is issued", async () => {
    for (const header of await headersOf(await made("case-filing", { version: 3 }))) {
      expect(header).toContain("草稿　第3版");
    }
  });
});

describe("what an institution changes", () => {
  it("is written in the docs as it stands in the code", () => {
    const page = readFileSync(new URL("../../../docs/documents.md", import.meta.url), "utf8");
    const [, yaml = ""] = /```yaml\n(layout:.*?)```/s.exec(page) ?? [];
    expect(parse(yaml)).toEqual({ layout: profileSchema.parse({}) });
  });

  it("keeps to its own margins and fonts, and the grade of its own profile agrees", async () => {
    const layout = {
      margins_mm: { left: 27, right: 27 },
      fonts: { body: "华文仿宋" },
      is_heading3_bold: true,
    };
    const bytes = await made("official-notice", { tenant: { ...tenant, layout } });
    expect(await partOf(bytes, "word/styles.xml")).toContain("华文仿宋");
    expect((await gradeLayout(bytes, { profile: layout })).score).toBe(100);
    const byStandard = await gradeLayout(bytes);
    expect(byStandard.points.filter(({ ok }) => !ok).map(({ id }) => id)).toContain("heading.bold");
  });

  it("puts a red head above decisions where it asks for one", async () => {
    const grade = await gradeLayout(await made("penalty-decision", { profile: { always_red_head: true } }), {
      form: "official",
    });
    expect(grade.points.find(({ id }) => id === "head.red")?.ok).toBe(true);
  });

  it("is told by name what in its layout cannot be used", async () => {
    const wrong = made("official-notice", { tenant: { ...tenant, layout: { margins_mm: { top: 3000 } } } });
    await expect(wrong).rejects.toMatchObject({
      code: "config.invalid",
      detail: { field: "layout.margins_mm.top" },
    });
    const unknown = made("official-notice", { tenant: { ...tenant, layout: { colour: "red" } } });
    const error: unknown = await unknown.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BotError);
    expect(error).toMatchObject({ detail: { field: "layout.colour" } });
  });

  it("leaves the serial open until the number is given, and the grade says so", async () => {
    const composed = SAMPLES["official-notice"];
    if (composed === undefined) throw new Error("no sample");
    const { layOut } = await import("../../../src/documents/layout/lay-out.ts");
    const bytes = await layOut({ ...composed, number: null }, { tenant, today: "2026-11-23" });
    expect((await docxText(bytes)).text).toContain("云市监〔2026〕　号");
    const failing = (await gradeLayout(bytes)).points.filter(({ ok }) => !ok);
    expect(failing.map(({ id }) => id)).toEqual(["number.form"]);
  });
});
