import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openKnowledge } from "../../src/knowledge/open.ts";
import { cell, madeDocx, madePptx, box, madeXlsx, wordParagraph } from "../files/made-office.ts";
import { madePdf, type MadeLine } from "../files/made-pdf.ts";
import { madeZip } from "../files/made-zip.ts";
import { temporaryFolder, writeFiles } from "./pack-folder.ts";

const scope = { collections: ["rules"], roles: ["staff" as const], on: "2026-11-24" };

async function open() {
  const dataDir = temporaryFolder();
  const knowledge = await openKnowledge({ dataDir, packsDir: temporaryFolder(), log: () => {} });
  onTestFinished(() => knowledge.close());
  const ingest = (folder: string, signal?: AbortSignal) =>
    knowledge.ingest([folder], {
      collection: "rules",
      language: "zh",
      ...(signal === undefined ? {} : { signal }),
    });
  return { knowledge, ingest };
}

const line = (text: string, y: number, size = 12): MadeLine => [text, size, 80, y];
const word = (...paragraphs: readonly string[]): Uint8Array =>
  madeDocx(paragraphs.map(wordParagraph).join(""));
const ARTICLES = [
  "第一条 为了节约用水，制定本办法。",
  "第二条 用水单位应当装表。",
  "第三条 违反的处一百元罚款。",
];

describe("ingest of office files", () => {
  it("cuts a law at its articles, whether it comes as Word or as PDF, with the page of each", async () => {
    const { knowledge, ingest } = await open();
    const [first = "", second = "", third = ""] = ARTICLES;
    const folder = writeFiles(temporaryFolder(), {
      "甲.docx": word(
        "某市节水办法",
        "（2026年1月1日某市政府公布）",
        "目录",
        "第一章 总则",
        "第一章 总则",
        first,
        second,
        "第二章 罚则",
        third,
      ),
      "乙.pdf": madePdf([
        [line("某市节水办法", 780, 20), line("第一章 总则", 740), line(first, 700), line(second, 660)],
        [line("第二章 罚则", 780), line(third, 740)],
      ]),
    });
    await ingest(folder);
    const expected = [
      ["第一条", "第一章 总则", first],
      ["第二条", "第一章 总则", second],
      ["第三条", "第二章 罚则", third],
    ];
    for (const [file, pages] of [
      ["甲.docx", [undefined, undefined, undefined]],
      ["乙.pdf", [1, 1, 2]],
    ] as const) {
      const passages = await knowledge.article(file, "rules");
      expect(passages.map(({ article, path, text }) => [article, path[1], text])).toEqual(expected);
      expect(passages.map(({ page }) => page)).toEqual(pages);
      expect(passages[0]?.title).toBe("某市节水办法");
    }
  });

  it("keeps every row of a table and every slide apart, under the headings they stand below", async () => {
    const { knowledge, ingest } = await open();
    const folder = writeFiles(temporaryFolder(), {
      "收费.xlsx": madeXlsx([
        {
          name: "户籍",
          rows: `<row>${cell("A1", "项目")}${cell("B1", "标准")}${cell("C1", "依据")}</row><row>${cell("A2", "补领")}${cell("B2", "20元")}${cell("C2", "条例")}</row><row>${cell("A3", "首次")}${cell("B3", "免费")}${cell("C3", "条例")}</row>`,
        },
      ]),
      "培训.pptx": madePptx([
        { shapes: box("title", "窗口礼仪") },
        { shapes: box("title", "用语") + box("", "您好") },
      ]),
    });
    await ingest(folder);
    expect((await knowledge.article("收费.xlsx", "rules")).map(({ path, text }) => [...path, text])).toEqual([
      ["收费", "户籍", "项目：补领\n标准：20元\n依据：条例"],
      ["收费", "户籍", "项目：首次\n标准：免费\n依据：条例"],
    ]);
    expect(
      (await knowledge.article("培训.pptx", "rules")).map(({ path, page, text }) => [page, ...path, text]),
    ).toEqual([[2, "窗口礼仪", "用语", "您好"]]);
    const { hits } = await knowledge.search("补领要多少钱", scope, 1);
    expect(hits[0]?.text).toContain("20元");
  });

  it("reads an archive as one file whose parts are found under their own names", async () => {
    const { knowledge, ingest } = await open();
    const folder = writeFiles(temporaryFolder(), {
      "资料.zip": madeZip([
        { name: "一/停水.docx", content: word("周五停水。") },
        { name: "坏.pdf", content: "%PDF-1.7" },
        { name: "停电.md", content: "周六停电。" },
      ]),
    });
    const report = await ingest(folder);
    expect(report).toMatchObject({ documents: 1, passages: 2, added: 1 });
    expect(report.skipped).toEqual([
      { file: "资料.zip/坏.pdf", reason: "PDF 损坏或不完整", remedy: "请重新复制或重新保存这个文件" },
    ]);
    expect((await knowledge.search("停水", scope, 1)).hits[0]?.id).toBe("资料.zip/一/停水.docx#0");
    expect(await ingest(folder)).toMatchObject({ unchanged: 1, passages: 2 });
    rmSync(join(folder, "资料.zip"));
    expect(await ingest(folder)).toMatchObject({ removed: 1, documents: 0 });
  });

  it("takes what a file beside it says of a file or of its folder, and reads it again when that changes", async () => {
    const { knowledge, ingest } = await open();
    const folder = writeFiles(temporaryFolder(), {
      "_.meta.yaml": "region: 济南\nsource: 市水务局\n",
      "停水.docx": word("周五停水。"),
      "停水.docx.meta.yaml": "valid_to: 2026-12-31\nchecked_on: 2026-11-01\nsource: 水务公告第5号\n",
    });
    expect(await ingest(folder)).toMatchObject({ documents: 1, skipped: [] });
    expect((await knowledge.article("停水.docx", "rules"))[0]).toMatchObject({
      region: "济南",
      source: "水务公告第5号",
      validTo: "2026-12-31",
      checkedOn: "2026-11-01",
    });
    writeFileSync(join(folder, "停水.docx.meta.yaml"), "region: 青岛\n");
    expect(await ingest(folder)).toMatchObject({ updated: 1 });
    expect((await knowledge.article("停水.docx", "rules"))[0]).toMatchObject({
      region: "青岛",
      source: "市水务局",
    });
    rmSync(join(folder, "停水.docx.meta.yaml"));
    expect(await ingest(folder)).toMatchObject({ updated: 1 });
    expect((await knowledge.article("停水.docx", "rules"))[0]?.region).toBe("济南");
  });

  it("does not follow links out of the folder, nor show a name that would drive the terminal", async () => {
    const { ingest } = await open();
    const outside = writeFiles(temporaryFolder(), { "secret.md": "不公开的内容。" });
    const folder = writeFiles(temporaryFolder(), { "a.md": "公开的内容。", "in/b.md": "里面的内容。" });
    symlinkSync(join(outside, "secret.md"), join(folder, "secret.md"));
    symlinkSync(join(folder, "in/b.md"), join(folder, "c.md"));
    renameSync(join(folder, "a.md"), join(folder, "a\u001b[2J.md"));
    const { skipped, added } = await ingest(folder);
    expect(added).toBe(2);
    expect(skipped.map(({ file, reason }) => [file, reason])).toEqual([
      ["a�[2J.md", "文件名里有控制字符"],
      ["secret.md", "是指向文件夹之外的链接"],
    ]);
  });

  it("keeps what it has read when it is stopped, takes nothing away, and goes on from there", async () => {
    const { knowledge, ingest } = await open();
    const names = Array.from({ length: 30 }, (_, i) => `${String(i).padStart(2, "0")}.csv`);
    const folder = writeFiles(
      temporaryFolder(),
      Object.fromEntries(names.map((name, i) => [name, `名称,电话,地址\n科室${i},${i},东楼\n`])),
    );
    await ingest(folder);
    for (const [i, name] of names.entries())
      writeFileSync(join(folder, name), `名称,电话,地址\n科室${i},${i},新的西楼\n`);
    mkdirSync(join(folder, "new"));
    const stop = new AbortController();
    const report = await knowledge.ingest(
      [folder],
      { collection: "rules", signal: stop.signal },
      ({ done }) => {
        if (done === 10) stop.abort();
      },
    );
    expect(report.updated).toBeGreaterThanOrEqual(10);
    expect(report.updated).toBeLessThan(30);
    expect(report.removed).toBe(0);
    expect((await knowledge.article("29.csv", "rules"))[0]?.text).toContain("东楼");
    expect((await knowledge.article("00.csv", "rules"))[0]?.text).toContain("西楼");
    expect(await ingest(folder)).toMatchObject({ unchanged: report.updated, updated: 30 - report.updated });
  });

  it("forgets a file that can no longer be read, and says why", async () => {
    const { knowledge, ingest } = await open();
    const folder = writeFiles(temporaryFolder(), { "停水.docx": word("周五停水。") });
    await ingest(folder);
    writeFileSync(join(folder, "停水.docx"), word("周五停水。").slice(0, 300));
    const { removed, skipped } = await ingest(folder);
    expect([removed, skipped[0]?.reason]).toEqual([1, "压缩包（或 Office 文件）损坏或不完整"]);
    expect((await knowledge.search("停水", scope, 1)).hits).toEqual([]);
  });
});
