import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readFinished } from "../../../src/documents/read/index.ts";
import { loadDocumentTypes } from "../../../src/documents/types/load.ts";

const { types } = loadDocumentTypes(fileURLToPath(new URL("../../../knowledge", import.meta.url)));
const sample = (name: string): string => readFileSync(new URL(`texts/${name}.md`, import.meta.url), "utf8");
const read = (name: string) => readFinished(sample(name), types);
const values = (name: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(read(name).facts).map(([field, { value }]) => [field, value]));

/** Without what a layout adds: spaces, bars, marks, full width. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\s|*#：:]/g, "");

describe("reading finished documents", () => {
  it("reads a decision of somebody else's making", () => {
    const { type, number } = read("decision");
    expect([type?.id, number]).toEqual(["penalty-decision", "平市监罚决〔2026〕45号"]);
    expect(values("decision")).toMatchObject({
      party: {
        kind: "sole_trader",
        name: "平湖区老街坊食品商店",
        operator: "王海峰",
        address: "平湖区解放路210号",
      },
      filed_on: "2026-07-06",
      found_on: "2026-07-01",
      notice_served_on: "2026-09-21",
      decided_on: "2026-09-30",
      goods_value: 150,
      illegal_gains: 36,
      penalties: [
        { kind: "没收违法所得", amount: 36 },
        { kind: "罚款", amount: 5000, capitals: "伍仟元整" },
      ],
      violated: [{ cite: "《中华人民共和国食品安全法》第三十四条第（十）项" }],
      hearing_requested: { yes: false },
    });
  });

  it("takes every value from words that stand in the text", () => {
    for (const name of ["decision", "interview", "receipt", "answer"]) {
      const text = plain(sample(name));
      const sources = Object.values(read(name).facts).flatMap((fact) => fact.sources);
      expect(sources.length).toBeGreaterThan(4);
      for (const { kind, words = "" } of sources) {
        expect(kind).toBe("document");
        for (const part of words.split(/[、\n]/)) expect(text).toContain(plain(part));
      }
    }
  });

  it("reads an interview with its officers, times and answers", () => {
    expect(read("interview").type?.id).toBe("interview-record");
    expect(values("interview")).toMatchObject({
      officers: [
        { name: "孙一平", certificate: "35010211" },
        { name: "李二春", certificate: "35010212" },
      ],
      interview_time: { from: "2026-08-03T14:05", to: "2026-08-03T15:10" },
      interviewee: { name: "周三明", sex: "男" },
    });
    expect(values("interview").dialogue).toHaveLength(2);
  });

  it("reads a receipt drawn as a table", () => {
    expect(read("receipt").type?.id).toBe("service-receipt");
    expect(values("receipt")).toMatchObject({
      served_documents: [{ name: "行政处罚决定书", number: "平市监罚决〔2026〕45号" }],
      addressee: "平湖区老街坊食品商店",
      service_method: "直接送达",
      served_at: "2026-10-09T10:30",
      served_on: "2026-10-09",
    });
  });

  it("reads an answer to a letter", () => {
    const { type, number } = read("answer");
    expect([type?.id, number]).toEqual(["official-letter", "平市监函〔2026〕12号"]);
    expect(values("answer")).toMatchObject({
      to: ["东川县市场监督管理局"],
      reply_to: [{ name: "关于商请协助调查登记情况的函", number: "东市监函〔2026〕3号" }],
      document_date: "2026-09-03",
    });
  });

  it("keeps a record that ends before it begins as it stands", () => {
    const text = "现场检查笔录\n检查时间：2026年10月9日15时30分至14时50分\n检查人员：马建军（37040015）";
    expect(readFinished(text, types).facts.inspection_time?.value).toEqual({
      from: "2026-10-09T15:30",
      to: "2026-10-09T14:50",
    });
  });

  it("names no type for what is none", () => {
    expect(readFinished("今天天气不错，下午一起去钓鱼。", types)).toEqual({
      type: null,
      facts: {},
      number: null,
    });
    expect(readFinished("", types).type).toBeNull();
  });
});
