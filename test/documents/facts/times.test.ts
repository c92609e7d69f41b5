import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysIn, readDay } from "../../../src/documents/facts/day.ts";
import { readMoment, readSpan, timesIn } from "../../../src/documents/facts/span.ts";
import { chineseNumber } from "../../../src/statutes/text/numerals.ts";

const TODAY = "2026-11-24";
const SPELLED = "〇一二三四五六七八九";
const reasonOf = (reading: { value: unknown; reason?: { zh: string } }): string | undefined =>
  reading.value === null ? reading.reason?.zh : undefined;

describe("days", () => {
  it.each([
    ["今天", "2026-11-24"],
    ["昨天", "2026-11-23"],
    ["前天", "2026-11-22"],
    ["上周五", "2026-11-20"],
    ["三天前", "2026-11-21"],
    ["本月12号", "2026-11-12"],
    ["11月3号", "2026-11-03"],
    ["二〇二六年十一月三日", "2026-11-03"],
    ["2026.11.3", "2026-11-03"],
    ["26年11月3日", "2026-11-03"],
    ["去年12月5日", "2025-12-05"],
    ["20261103", "2026-11-03"],
  ])("%s is %s", (words, day) => {
    expect(readDay(words, TODAY)).toEqual({ value: day });
  });

  it("takes a date without its year as the nearest: December in January is last year's", () => {
    expect(readDay("12月28号", "2026-01-05")).toEqual({ value: "2025-12-28" });
  });

  it("reads every day back, however it is written", () => {
    const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year = "", month = "", dayOfMonth = ""] = day.split("-");
        const [m, d] = [Number(month), Number(dayOfMonth)];
        const spelled = [...year].map((digit) => SPELLED[Number(digit)]).join("");
        const forms = [
          `${year}年${m}月${d}日`,
          `${year}.${m}.${d}`,
          `${year}-${month}-${dayOfMonth}`,
          `${year}/${m}/${d}`,
          `${spelled}年${chineseNumber(m)}月${chineseNumber(d)}日`,
        ];
        for (const form of forms) expect(readDay(form, TODAY)).toEqual({ value: day });
      }),
    );
  });

  it("refuses days that are not on the calendar, and weeks nobody named", () => {
    expect(reasonOf(readDay("2026年2月30日", TODAY))).toBe("日历上没有这一天，请核对");
    expect(reasonOf(readDay("周日", TODAY))).toContain("哪一周");
  });

  it("takes no house, batch or document number for a date", () => {
    expect(daysIn("青石路18号3号楼，批号20261001，云市监罚决〔2026〕12号，标价11.3元", TODAY)).toEqual([]);
  });
});

describe("times", () => {
  it.each([
    ["今天上午10点20到10点55", "2026-11-24T10:20", "2026-11-24T10:55"],
    ["11月3日下午3点半到4点十分", "2026-11-03T15:30", "2026-11-03T16:10"],
    ["昨天十点二十至十点五十五分", "2026-11-23T10:20", "2026-11-23T10:55"],
    ["昨天10点20到55分", "2026-11-23T10:20", "2026-11-23T10:55"],
    ["昨天上午十点半进店，十一点十分离开", "2026-11-23T10:30", "2026-11-23T11:10"],
    ["昨晚10点半到凌晨1点", "2026-11-23T22:30", "2026-11-24T01:00"],
    ["11月20日22:30到次日1点10分", "2026-11-20T22:30", "2026-11-21T01:10"],
    ["11月3日23时50分至11月4日0时30分", "2026-11-03T23:50", "2026-11-04T00:30"],
    ["2026年11月3日上午9:05—9:50", "2026-11-03T09:05", "2026-11-03T09:50"],
    ["昨天中午12点到1点", "2026-11-23T12:00", "2026-11-23T13:00"],
    ["昨天22点一刻到23点", "2026-11-23T22:15", "2026-11-23T23:00"],
  ])("%s runs from %s to %s", (words, from, to) => {
    expect(readSpan(words, TODAY)).toEqual({ value: { from, to } });
  });

  it.each([
    ["今天晚上8点多到9点", "不准确"],
    ["今天大概10点到11点", "不准确"],
    ["今天3点半到4点", "上午还是下午"],
    ["10点20到10点55", "哪一天"],
    ["今天11点到10点", "早于"],
  ])("does not guess at %s", (words, reason) => {
    expect(reasonOf(readSpan(words, TODAY))).toContain(reason);
  });

  it("reads every minute of the day back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
        const digital = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        const moment = { value: `2026-11-03T${digital}` };
        expect(readMoment(`2026年11月3日${digital}`, TODAY)).toEqual(moment);
        expect(readMoment(`2026年11月3日${hours}时${minutes}分`, TODAY)).toEqual(moment);
      }),
    );
  });

  it("takes durations, counts and prices for no time", () => {
    expect(
      timesIn("等了3小时，3点意见，9块9，2人，第10.2条", TODAY).moments.map(({ words }) => words),
    ).toEqual([]);
  });
});
