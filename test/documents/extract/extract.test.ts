import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inventedIn } from "../../../bench/draft/extract-invented.ts";
import { scoreTalks } from "../../../bench/draft/extract-score.ts";
import { extractFacts } from "../../../src/documents/extract/index.ts";
import { fieldsOf, read, talkOf, TENANT, TODAY, valuesOf } from "./desk.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe("facts from talk", () => {
  it("reads an inspection told in one breath, each value with the words it stands in", () => {
    const told = read("inspection-record", [
      "/report 现场检查笔录",
      "今天上午10点20到10点55，我和检查员乙去云溪区青石路18号的鲜到家超市查的，老板负责人丙在场。" +
        "冷柜里有6盒过期酸奶，生产批号20261001，保质期21天，价签9块9。拍了12张照片，老板认，让他下架了。",
    ]);
    expect(valuesOf(told)).toEqual({
      inspection_time: { from: "2026-11-23T10:20", to: "2026-11-23T10:55" },
      inspection_place: "云溪区青石路18号",
      party: { kind: "unit", name: "鲜到家超市" },
      site_person: { name: "负责人丙", role: "老板" },
      officers: [
        { name: "检查员甲", certificate: "12030117" },
        { name: "检查员乙", certificate: "12030142" },
      ],
      photos: { count: 12 },
      observations: "冷柜里有6盒过期酸奶，生产批号20261001，保质期21天，价签9块9。",
      party_opinion: "老板认",
      measures_taken: "让他下架了。",
    });
    expect(told.facts.inspection_time?.sources).toEqual([
      { kind: "message", ref: "消息 2", words: "今天上午10点20到10点55" },
    ]);
  });

  it("keeps a wrong check digit out of the facts and says so, without saying the right one", () => {
    const told = read("inspection-record", ["负责人李明，身份证号340104198503021510"]);
    expect(told.facts.site_person?.value).toEqual({ name: "李明", role: "负责人" });
    expect(told.rejected.map(({ name, words, reason }) => [name, words, reason.zh])).toEqual([
      ["site_person", "340104198503021510", "身份证号校验位不对，可能有一位打错"],
    ]);
  });

  it("takes none of two times that cannot both be true", () => {
    const told = read("inspection-record", [
      "11月12号上午9点到9点40查的",
      "检查时间11月12日上午9点10分到9点40分",
    ]);
    expect(told.facts.inspection_time).toBeUndefined();
    expect(told.contradictions).toMatchObject([
      {
        name: "inspection_time",
        values: [{ sources: [{ ref: "消息 1" }] }, { sources: [{ ref: "消息 2" }] }],
      },
    ]);
  });

  it("tells when a message contradicts what the case has, and follows a correction", () => {
    const { facts } = read("inspection-record", ["负责人李明，11月20日9:00到9:30"]);
    const against = read("inspection-record", ["现场负责人：赵敏"], facts);
    expect(against.contradictions.map(({ name }) => name)).toEqual(["site_person"]);
    const corrected = read("inspection-record", ["应该是9:10到9:40，前面写错了"], facts);
    expect(corrected.contradictions).toEqual([]);
    expect(valuesOf(corrected)).toEqual({
      inspection_time: { from: "2026-11-20T09:10", to: "2026-11-20T09:40" },
    });
  });

  it("does not know who 我 is when the roster does not", () => {
    const [message] = talkOf(["我和检查员乙去查的"]);
    const told = extractFacts(message === undefined ? [] : [{ ...message, author: "slack:U9" }], {
      fields: fieldsOf("inspection-record"),
      tenant: TENANT,
      today: TODAY,
    });
    expect(told.facts.officers?.value).toEqual([{ name: "检查员乙", certificate: "12030142" }]);
    expect(told.rejected.map(({ words }) => words)).toEqual(["我"]);
  });

  it.each(["你好", "帮我写一份现场检查笔录", "谢谢，辛苦了", "好的", ""])("reads nothing from %j", (text) => {
    expect(read("inspection-record", [text])).toEqual({ facts: {}, contradictions: [], rejected: [] });
  });

  it("takes a question for no answer", () => {
    expect(valuesOf(read("inspection-record", ["是否出示证件？有没有申请回避？"]))).not.toHaveProperty(
      "recusal",
    );
  });
});

describe("the set of talks", () => {
  const scores = scoreTalks(here("talks.jsonl"), here("../../../knowledge"));

  it("is read as a careful reader would, nearly everywhere", () => {
    const sum = (of: (score: (typeof scores)[number]) => number): number =>
      scores.reduce((total, score) => total + of(score), 0);
    const [right, wrong, missed] = [
      sum(({ right }) => right),
      sum(({ wrong }) => wrong),
      sum(({ missed }) => missed),
    ];
    expect(scores.length).toBeGreaterThanOrEqual(60);
    expect((2 * right) / (2 * right + wrong + missed)).toBeGreaterThan(0.97);
  });

  it("yields nothing that the officer did not say", () => {
    expect(scores.flatMap(({ id, invented }) => invented.map((words) => `${id} ${words}`))).toEqual([]);
  });
});

describe("any talk", () => {
  const pieces = fc.constantFrom(
    ..."今天 昨天 11月3号 上午10点20 到10点55 下午3点 9块9 三千元 罚款 负责人丙 店长王某某 当事人 鲜到家超市".split(
      " ",
    ),
    ..."青石路18号 检查时间： 地点： 照片 12张 6盒 酸奶 出示了证件 没申请回避 ， 。 \n 问： 答： 在 的 改成 不是 是 ①".split(
      " ",
    ),
    ..."340104198503021510 91340100MA2NQ7YT0X 皖A12345 〔2026〕12号 拟 给予警告 送达 立案 我和检查员乙 2月30日".split(
      " ",
    ),
  );
  const texts = fc.array(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")),
    { maxLength: 3 },
  );

  it("never makes a fact that is not in its words, whatever is thrown together", () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom("inspection-record", "penalty-decision", "interview-record"),
        (said, type) => {
          const { facts } = read(type, said);
          expect(inventedIn(facts, talkOf(said), TENANT, TODAY)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("reads a long paste quickly", () => {
    const paste = "今天上午10点20到10点55我和检查员乙在青石路18号鲜到家超市发现6盒酸奶".repeat(150);
    const started = performance.now();
    read("inspection-record", [paste]);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
