import { describe, expect, it } from "vitest";
import {
  answerDeadline,
  answerList,
  commandOptions,
  pickOptions,
} from "../../src/calendar/deadline/command.ts";
import { computeDeadline } from "../../src/calendar/deadline/compute.ts";
import { listPeriods } from "../../src/calendar/deadline/list.ts";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import { PERIODS } from "../../src/calendar/periods/index.ts";
import { BotError } from "../../src/core/errors.ts";

const tables = readTables();
const ask = (kind: string, given: Record<string, unknown>) => computeDeadline(kind, given, tables);

function refusal(kind: string, given: Record<string, unknown>): BotError {
  try {
    ask(kind, given);
  } catch (error) {
    if (error instanceof BotError) return error;
    throw error;
  }
  throw new Error("it was answered");
}

describe("a wrong question", () => {
  it.each([
    ["nonsense", {}, "kind", "没有“nonsense”这种期限。"],
    ["service", {}, "from", "缺少 --from：宣告决定之日（当事人不在场）。"],
    ["service", { from: "2026-02-30" }, "from", "--from 的“2026-02-30”不对"],
    ["service", { from: "30.9.2026" }, "from", "应为日期"],
    ["service", { from: 20260930 }, "from", "应为日期"],
    ["service", { from: "2026-09-30T17:20" }, "from", "service 不按小时计算，--from 只写日期。"],
    ["measure-report", { from: "2026-09-30" }, "time", "请写明时刻 --time HH:MM"],
    ["measure-report", { from: "2026-09-30T24:20" }, "from", "--from 的“2026-09-30T24:20”不对"],
    ["measure-report", { from: "2026-09-30T10:00", time: "11:00" }, "time", "不一致"],
    ["measure-report", { from: "2026-09-30T10:00", done: "2026-10-01" }, "done", "--done 也须写明时刻"],
    [
      "service",
      { from: "2026-09-30", fine: 300 },
      "fine",
      "service 没有选项 --fine，可用的有：--from --done。",
    ],
    ["service", { from: "2026-09-30", actOn: "2026-01-01" }, "actOn", "没有选项 --act-on"],
    [
      "service",
      { from: "2026-09-30", done: "2026-09-29" },
      "done",
      "--done 2026-09-29 早于 --from 2026-09-30",
    ],
    [
      "hearing-notice",
      { from: "2026-10-20", done: "2026-10-21" },
      "done",
      "--from 2026-10-20 早于 --done 2026-10-21",
    ],
    ["limitation", { from: "2026-05-01", found: "2026-04-01" }, "found", "前后矛盾"],
    ["seizure", { from: "2026-06-10", extension: 31 }, "extension", "最多延长 30 日"],
    ["seizure", { from: "2026-06-10", extension: -3 }, "extension", "应为 1 到 3650 的整数"],
    ["seizure", { from: "2026-06-10", extension: "2.5" }, "extension", "应为 1 到 3650 的整数"],
    ["police-decision", { from: "2026-06-10", extension: 61 }, "extension", "最多延长 60 日"],
    ["police-decision", { from: "2025-06-10", extension: 60 }, "extension", "最多延长 30 日"],
    ["seizure", { from: "2026-06-10", suspended: "2026-06-20..2026-06-15" }, "suspended", "止日不早于起日"],
    ["seizure", { from: "2026-06-10", suspended: "2026-06-15.." }, "suspended", "尚未结束的不能计算"],
    ["seizure", { from: "2026-06-10", suspended: "2026-06-01..2026-06-15" }, "suspended", "早于起算日"],
    [
      "seizure",
      { from: "2026-06-10", suspended: "2026-07-20..2026-07-25" },
      "suspended",
      "晚于期满日 2026-07-10",
    ],
    ["seizure", { from: "2026-06-10", days: 60 }, "basis", "请用 --basis 写明"],
    ["decision", { from: "2026-06-10", extension: 30 }, "basis", "请用 --basis 写明"],
    ["decision", { from: "2026-06-10", suspended: 30 }, "basis", "请用 --basis 写明"],
    ["reconsideration", { from: "2026-07-06", days: 30, basis: "某法" }, "days", "超过六十日"],
    ["reconsideration-decision", { from: "2026-07-06", days: 90, basis: "某法" }, "days", "少于六十日"],
    [
      "reconsideration-decision",
      { from: "2026-07-06", simple: true, extension: 10 },
      "extension",
      "不能延长",
    ],
    ["reconsideration", { from: "2026-07-06", informedOn: "2026-07-01" }, "informedOn", "前后矛盾"],
    ["reconsideration", { from: "2026-07-06", actOn: "2026-07-07" }, "actOn", "前后矛盾"],
    ["reconsideration", { from: "2026-07-06", realEstate: true }, "actOn", "须同时写明"],
    ["reconsideration", { from: "2026-07-06", service: "pigeon" }, "service", "announcement（公告）"],
    ["reconsideration", { from: "2026-07-06", announcedDays: 60 }, "announcedDays", "只用于公告送达"],
    [
      "reconsideration",
      { from: "2026-07-06", service: "announcement", informedOn: "2026-08-01" },
      "informedOn",
      "不能同时",
    ],
    ["limitation", { from: "2026-07-06", harm: "perhaps" }, "harm", "是开关"],
  ])("%s %j is refused at %s: %s", (kind, given, field, words) => {
    const { code, message, detail } = refusal(kind, given);
    expect({ code, field: detail.field }).toEqual({ code: "usage.invalid", field });
    expect(detail.forUser.zh).toContain(words);
    expect(message).toBe(detail.forUser.en);
    expect(message).not.toMatch(/[\n{]/);
    expect(detail.remedy).not.toBe("");
  });

  it("names the periods that come near", () => {
    expect(refusal("听证", { from: "2026-09-29" }).detail.forUser.zh).toContain("hearing-notice（听证通知）");
    expect(refusal("hearing", {}).message).toContain("hearing-request");
  });
});

describe("what cannot be known", () => {
  it.each([
    ["service", { from: "2026-12-30" }, "没有 2027 年的节假日安排表"],
    ["service", { from: "2023-12-27" }, "没有 2023 年的节假日安排表"],
    ["fine-payment", { from: "2026-12-20" }, "按历日的期满日是 2027-01-04"],
    ["hearing-notice", { from: "2027-01-06" }, "没有 2027 年的节假日安排表"],
    ["service", { from: "2020-05-01" }, "自 2021-07-15 起施行"],
    ["reconsideration", { from: "2023-11-01" }, "自 2024-01-01 起施行"],
    ["limitation", { from: "2020-05-01", harm: true }, "须查当时的法律"],
    ["seizure", { from: "9999-12-20" }, "超出日历"],
  ])("%s %j: %s", (kind, given, words) => {
    const { code, detail } = refusal(kind, given);
    expect(code).toBe("calendar.unknown");
    expect(detail.forUser.zh).toContain("无法计算");
    expect(detail.forUser.zh).toContain(words);
  });

  it("a legal day that needs no table is given, and the day to plan for is left out", () => {
    const answer = ask("seizure", { from: "2026-12-10" });
    expect([answer.due, answer.safe]).toEqual(["2027-01-09", undefined]);
    expect(answer.notes[0]?.zh).toContain("没有 2027 年的节假日安排表，无法给出稳妥的内部日期");
  });

  it("late December is given with a warning while the next notice is not out", () => {
    const late = ask("service", { from: "2026-12-18" });
    expect(late.due).toBe("2026-12-29");
    expect(late.notes.at(-1)?.zh).toContain("2027 年的放假通知可能调整 2026 年最后几天");
    expect(
      ask("service", { from: "2025-12-18" })
        .notes.map(({ zh }) => zh)
        .join(),
    ).not.toContain("可能调整");
  });
});

describe("the law that applies", () => {
  it("is the one in force when the period starts", () => {
    expect(ask("police-decision", { from: "2025-12-31" }).article).toContain("（2012年修正）第九十九条");
    expect(ask("police-decision", { from: "2026-01-01" }).article).toBe(
      "《中华人民共和国治安管理处罚法》第一百一十八条",
    );
    expect(ask("reconsideration", { from: "2026-06-30" }).article).toContain("（2007年）第十五条");
    expect(ask("reconsideration", { from: "2026-07-01" }).article).toContain("实施条例》第二十三条");
  });

  it("for an old act is said to be another one", () => {
    const { notes } = ask("limitation", { from: "2021-07-14" });
    expect(notes.map(({ zh }) => zh).join()).toContain("此前的行为适用行为发生时的法律");
  });

  it("turns days into working days only where it says so", () => {
    const units = new Map(PERIODS.map(({ kind, unit }) => [kind, unit]));
    for (const period of PERIODS.filter(({ unit }) => unit === "workingDay")) {
      const cited = period.sources.flatMap(({ law, at }) => at.map((article) => law + article)).join();
      expect(cited).toMatch(
        /行政处罚法第八十五条|行政处罚法.*第八十五条|行政强制法.*第六十九条|行政复议法.*第八十八条第二款|公示规定/,
      );
    }
    for (const kind of ["police-service", "police-fine-to-bank", "transfer-decision", "lawsuit-answer"]) {
      expect(units.get(kind)).toBe("day");
    }
  });

  it("is said beside the other reading, where two provisions meet", () => {
    const { due, notes } = ask("police-hearing-request", { from: "2026-09-29" });
    expect(due).toBe("2026-10-08");
    expect(notes.map(({ zh }) => zh).join()).toContain("另按5个工作日计算为 2026-10-12");
  });
});

describe("the answer", () => {
  it("is found by its Chinese name as well", () => {
    expect(ask("查封、扣押", { from: "2026-06-10" }).kind).toBe("seizure");
  });

  it("judges what was done", () => {
    expect(ask("service", { from: "2026-09-30", done: "2026-10-15" }).isKept).toBe(true);
    expect(ask("service", { from: "2026-09-30", done: "2026-10-16" }).isKept).toBe(false);
    expect(ask("hearing-notice", { from: "2026-10-20", done: "2026-10-09" }).isKept).toBe(true);
    const arguable = ask("hearing-notice", { from: "2026-10-20", done: "2026-10-10" });
    expect(arguable.isKept).toBe(false);
    expect(arguable.notes[0]?.zh).toContain("有争议");
    expect(ask("earliest-hearing", { from: "2026-10-09", done: "2026-10-19" }).notes[0]?.zh).toContain(
      "早了 1 日",
    );
  });

  it("is JSON with the fields scripts rely on, in the language asked for", () => {
    const { json } = answerDeadline("fine-payment", { from: "2026-09-20" }, tables, "en");
    expect(json).toMatchObject({
      kind: "fine-payment",
      from: "2026-09-20",
      due: "2026-10-08",
      nominal: "2026-10-05",
      article: "《中华人民共和国行政处罚法》第六十七条第三款",
      rule: expect.stringMatching(/^within 15 days of the day the penalty decision was received/),
      working: expect.arrayContaining([
        expect.objectContaining({
          from: "2026-10-05",
          to: "2026-10-07",
          mark: "rolled",
          text: expect.any(String),
        }),
      ]),
      notes: expect.arrayContaining([expect.any(String)]),
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it("is read line by line by a person", () => {
    const { text } = answerDeadline("collected-fine", { from: "2026-09-18" }, tables, "zh");
    expect(text).toBe(
      [
        "当场收缴的罚款交至行政机关 · 约束行政机关",
        "起算：2026-09-18 周五",
        "期满日：2026-09-21 周一",
        "依据：《中华人民共和国行政处罚法》第七十一条、第八十五条",
        "规则：自收缴罚款之日（水上收缴的，为抵岸之日）起2个工作日内；开始之日不计；按工作日计，不含周末和法定节假日，调休上班日计入。",
        "逐日计算：",
        "  2026-09-18 周五 起算日，不计入",
        "  2026-09-19 周六 周末，不计",
        "  2026-09-20 周日 第1个工作日（国庆节调休上班）",
        "  2026-09-21 周一 第2个工作日，期满日",
        "说明：",
        "  · 当场收缴只限：一百元以下罚款；不当场收缴事后难以执行；边远、水上、交通不便地区经当事人提出（第六十八条、第六十九条）。",
      ].join("\n"),
    );
  });

  it("has no Chinese in its English sentences but names of laws", () => {
    for (const { kind, unit, isLateFine, inForce } of PERIODS) {
      const from = inForce.to ?? (inForce.from > "2026-03-02" ? inForce.from : "2026-03-02");
      const fine = isLateFine ? { fine: 100, paid: "2026-08-01" } : {};
      const { text } = answerDeadline(
        kind,
        { from, ...fine, ...(unit === "hour" ? { time: "10:00" } : {}) },
        tables,
        "en",
      );
      expect(text.replace(/《[^》]*》[^a-z\n)]*/g, "")).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("the list", () => {
  it("names every kind once, with article, length and options", () => {
    const list = listPeriods("zh");
    expect(new Set(list.map(({ kind }) => kind)).size).toBe(list.length);
    expect(new Set(PERIODS.map(({ kind }) => kind)).size).toBe(list.length);
    expect(list.find(({ kind }) => kind === "seizure")).toMatchObject({
      from: "查封、扣押之日",
      length: "30日",
      article: "《中华人民共和国行政强制法》第二十五条、第二十七条",
      options: expect.arrayContaining([expect.objectContaining({ flag: "--suspended", value: "A..B" })]),
    });
    expect(answerList("en").text).toContain("reconsideration-copy");
  });

  it("has Chinese names that tell the kinds apart", () => {
    const names = listPeriods("zh").map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("gives the command line its options, and takes only its own back", () => {
    expect(commandOptions("en").map(({ flags }) => flags)).toContain("--act-on <DATE>");
    expect(pickOptions({ from: "2026-01-01", json: true, data: "x", harm: true })).toEqual({
      from: "2026-01-01",
      harm: true,
    });
  });
});
