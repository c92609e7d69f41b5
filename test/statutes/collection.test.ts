import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  ingestStatutes,
  openStatutes,
  openStatuteStore,
  sayCitations,
  sayStatute,
} from "../../src/statutes/index.ts";
import { LANTERN_2024, ownLaws } from "./own-laws.ts";

const TODAY = "2026-11-23";
const folder = ownLaws();
const store = openStatuteStore(join(mkdtempSync(join(tmpdir(), "bangban-statutes-")), "statutes.db"));
const first = ingestStatutes(folder, store, { collection: "灯会", today: TODAY });
const desk = openStatutes(store);
afterAll(() => store.close());

const said = (text: string, days: { on?: string; actOn?: string } = {}) =>
  desk.cite(text, { on: TODAY, ...days }).citations.map(({ status, suggestion }) => [status, suggestion]);
const detailOf = (text: string, lang: "zh" | "en" = "zh"): string =>
  desk.cite(text, { on: TODAY, lang }).citations[0]?.detail ?? "";

describe("a collection that is read in", () => {
  it("keeps every file character for character", () => {
    expect(first).toMatchObject({
      documents: 3,
      passages: 14,
      added: 3,
      updated: 0,
      removed: 0,
      skipped: [],
    });
    expect(store.file("灯会", "行政法/灯笼管理法(2024-06-01).md")).toBe(LANTERN_2024);
  });

  it("is not read twice, and a changed file only once", () => {
    const other = ownLaws();
    const path = join(mkdtempSync(join(tmpdir(), "bangban-statutes-")), "statutes.db");
    const own = openStatuteStore(path);
    const read = () => ingestStatutes(other, own, { collection: "灯会", today: TODAY });
    read();
    expect(read()).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    writeFileSync(join(other, "行政法/灯笼管理法(2024-06-01).md"), LANTERN_2024.replace("两寸", "三寸"));
    rmSync(join(other, "部门规章"), { recursive: true });
    expect(read()).toMatchObject({ updated: 1, removed: 1, unchanged: 1 });
    expect(openStatutes(own).statute("灯笼管理法", { article: "3", on: TODAY }).text).toContain("三寸");
    own.close();
  });

  it("knows each edition by its days, and what a law repealed", () => {
    expect(desk.statute("灯笼管理法", { on: TODAY }).versions).toEqual([
      { publishedOn: "2019-03-01", validFrom: "2019-05-01", validTo: "2024-09-01" },
      { publishedOn: "2024-06-01", validFrom: "2024-09-01", validTo: null },
    ]);
    expect(said("《灯笼悬挂暂行规则》第三条")).toEqual([["repealed", "《中华人民共和国灯笼管理法》"]]);
  });

  it("says that it holds no laws, or that there is no folder", () => {
    const empty = mkdtempSync(join(tmpdir(), "bangban-laws-"));
    expect(() => ingestStatutes(empty, store, { today: TODAY })).toThrow(/no Markdown law file/);
    expect(() => ingestStatutes(join(empty, "gone"), store, { today: TODAY })).toThrow(/there is no folder/);
  });
});

describe("with the words of the law", () => {
  it("passes an exact quotation, marks and spaces aside", () => {
    expect(said("《灯笼管理法》第四条规定：“悬挂灯笼应当距离屋檐 三尺以上, 并由挂灯人签字登记”。")).toEqual([
      ["ok", undefined],
    ]);
  });

  it("shows where a quotation differs", () => {
    const text = "《灯笼管理法》第四条规定：“悬挂灯笼应当距离屋檐五尺以上，并由挂灯人签字登记。”";
    expect(said(text)[0]?.[0]).toBe("quote_differs");
    expect(detailOf(text)).toContain("［-三-］［+五+］");
    expect(detailOf(text, "en")).toContain("The quotation differs");
  });

  it("says in which article quoted words stand", () => {
    expect(said("“灯笼的制作应当符合防火标准”（《灯笼管理法》第四条）")).toEqual([
      ["does_not_say_so", "《中华人民共和国灯笼管理法》第三条"],
    ]);
  });

  it("knows the old number by what the older edition said under it", () => {
    expect(
      said("依据《灯笼管理法》第三条的规定，悬挂灯笼应当距离屋檐三尺以上，并由挂灯人签字登记。"),
    ).toEqual([["stale_number", "《中华人民共和国灯笼管理法》第四条"]]);
    expect(said("依据《灯笼管理法》第三条，悬挂灯笼应当距离屋檐三尺以上。", { actOn: "2023-02-01" })).toEqual(
      [["ok", undefined]],
    );
  });

  it("asks for a penalty behind a penalty", () => {
    expect(said("依据《灯笼管理法》第三条之一的规定，决定处以二百文罚款。")[0]?.[0]).toBe("does_not_say_so");
    expect(said("依据《灯笼管理法》第五条的规定，决定处以二百文罚款。")[0]?.[0]).toBe("ok");
  });

  it("holds a place against the edition of the act's day", () => {
    expect(said("《灯笼管理法》第二条第一款第（三）项")[0]?.[0]).toBe("ok");
    expect(said("《灯笼管理法》第二条第一款第（三）项", { actOn: "2023-02-01" })[0]?.[0]).toBe(
      "not_yet_in_force",
    );
    expect(said("《灯笼管理法》第二条", { actOn: "2018-01-01" })[0]?.[0]).toBe("not_yet_in_force");
  });

  it("puts its findings in words for a person", () => {
    const { citations } = desk.cite("《灯笼管理法》第九条", { on: TODAY, lang: "en" });
    expect(sayCitations(citations, "en")).toMatch(/^✗ 《灯笼管理法》第九条 · no such article/);
    expect(sayCitations([], "zh")).toBe("没有找到法律引用。");
  });
});

describe("a look-up", () => {
  it("shows the article in force on the day, its 款 and 项, and what changed", () => {
    const now = desk.statute("灯笼管理法", { article: "二", on: TODAY });
    expect(now.paragraphs?.[0]?.items).toEqual(["（一）纸灯笼；", "（二）纱灯笼；", "（三）冰灯笼。"]);
    expect(sayStatute(now, "zh")).toContain("［-两-］［+三+］类");
    const then = desk.statute("灯笼管理法", { article: "2", on: "2020-01-01" });
    expect(then.text).toContain("前款所称纸灯笼，不包括孔明灯。");
  });

  it("compares two editions of an article", () => {
    expect(desk.statute.compare("灯笼管理法", "1", "2020-01-01", TODAY).changes).toEqual([
      { kind: "same", text: "为了规范灯笼的悬挂，制定本法。" },
    ]);
  });

  it("says where it looked for a law it does not know, and how new that is", () => {
    expect(() => desk.statute("灯笼管理条例", { on: TODAY })).toThrow(/灯会 \(2 laws, newest 2024-06-01\)/);
    expect(() => desk.statute("灯笼管理法", { article: "99", on: TODAY })).toThrow(/has no article "99"/);
  });
});
