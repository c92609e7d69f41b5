import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { computeDeadline } from "../../src/calendar/deadline/compute.ts";
import { daysOf, findImbalance, isWeekend } from "../../src/calendar/holidays/check.ts";
import { readHolidayYear } from "../../src/calendar/holidays/read.ts";
import { addYear, readTables, tablesOf } from "../../src/calendar/holidays/tables.ts";
import { isWorkingDay, statusOf } from "../../src/calendar/working-days.ts";

const tables = readTables();
const shipped = (year: number) =>
  readHolidayYear(
    new URL(`../../src/calendar/holidays/${year}.yaml`, import.meta.url).pathname,
    "config.invalid",
  );

// a table for trying things out: its dates are made up, only its form is that of a notice
const TRIAL = `
year: 2027
notice: { title: 某年放假安排, number: 试字1号, date: 2026-11-05 }
holidays:
  - name: { zh: 元旦, en: New Year's Day }
    from: 2027-01-01
    to: 2027-01-03
    legal: [2027-01-01]
  - name: { zh: 春节, en: Spring Festival }
    from: 2027-02-26
    to: 2027-03-02
    legal: [2027-03-01]
    makeUp: [2027-02-20, 2027-03-06]
`;

let folder = "";
const file = (text: string, name = "trial.yaml") => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "calendar-"));
});

describe("the tables that ship", () => {
  it.each([
    [2024, "国办发明电〔2023〕7号", 28, 8],
    [2025, "国办发明电〔2024〕12号", 28, 5],
    [2026, "国办发明电〔2025〕7号", 33, 6],
  ])("%d follows %s: %d days off, %d worked in exchange", (year, number, off, worked) => {
    const { notice, holidays } = shipped(year);
    expect(notice.number).toBe(number);
    expect(notice.title).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`);
    expect(holidays.flatMap(({ from, to }) => daysOf(from, to))).toHaveLength(off);
    expect(holidays.flatMap(({ makeUp }) => makeUp)).toHaveLength(worked);
  });

  it.each([
    [2024, 11],
    [2025, 13],
    [2026, 13],
  ])("%d has %2$d legal holidays, and its weekdays off are paid for one by one", (year, legal) => {
    const table = shipped(year);
    expect(table.holidays.flatMap((holiday) => holiday.legal)).toHaveLength(legal);
    expect(findImbalance(table)).toBeNull();
  });

  it.each([
    // weekdays of the year less weekdays off, plus days worked in exchange: the count pay offices publish
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])("%d has %d working days", (year, count) => {
    const days = daysOf(`${year}-01-01`, `${year}-12-31`).filter((day) => isWorkingDay(day, tables));
    expect(days).toHaveLength(count);
  });

  it("tell a holiday from rest moved to it, a weekend and a day worked in exchange", () => {
    expect(statusOf("2026-10-01", tables)).toMatchObject({ kind: "holiday", isWorking: false });
    expect(tables.marks.get("2026-10-01")?.isLegal).toBe(true);
    expect(tables.marks.get("2026-10-07")?.isLegal).toBe(false);
    expect(statusOf("2026-10-10", tables)).toMatchObject({ kind: "makeUp", isWorking: true });
    expect(statusOf("2026-10-11", tables)).toMatchObject({ kind: "weekend", isWorking: false });
    expect(isWeekend("2026-10-10")).toBe(true);
  });

  it("know nothing of a year without a notice: no guess, either way", () => {
    for (const day of ["2027-01-01", "2027-06-16", "2023-12-29"]) {
      expect(() => isWorkingDay(day, tables)).toThrow(expect.objectContaining({ code: "calendar.unknown" }));
    }
    expect(() => isWorkingDay("2027-01-01", tables)).toThrow(
      expect.objectContaining({
        detail: expect.objectContaining({ remedy: expect.stringContaining("--add-year") }),
      }),
    );
  });
});

describe("adding a year", () => {
  it("makes its days countable", () => {
    const data = join(folder, "data", "calendar");
    expect(addYear(file(TRIAL), data)).toEqual({ year: 2027, isReplaced: false, remarks: [] });
    const later = readTables(data);
    expect(later.years).toEqual([2024, 2025, 2026, 2027]);
    expect(later.notices.get(2027)?.number).toBe("试字1号");
    const answer = computeDeadline("lawsuit", { from: "2026-08-31" }, later);
    // Sunday 2027-02-28 lies in the made-up holiday, which ends on 2 March
    expect([answer.nominal, answer.due]).toEqual(["2027-02-28", "2027-03-03"]);
    expect(readdirSync(data)).toEqual(["2027.yaml"]);
  });

  it("with an ordinary week around it, six months from 2026-08-31 end on Monday 2027-03-01", () => {
    const plain = TRIAL.slice(0, TRIAL.indexOf("  - name: { zh: 春节"));
    const later = tablesOf([shipped(2026), readHolidayYear(file(plain), "usage.invalid")]);
    const answer = computeDeadline("lawsuit", { from: "2026-08-31" }, later);
    expect([answer.nominal, answer.due]).toEqual(["2027-02-28", "2027-03-01"]);
  });

  it("takes JSON as well, and a second table of the year takes the place of the first", () => {
    const data = join(folder, "data");
    addYear(file(TRIAL), data);
    const json = JSON.stringify({
      year: 2027,
      notice: { title: "t", number: "n", date: "2026-11-05" },
      holidays: [
        { name: { zh: "元旦", en: "New Year" }, from: "2027-01-01", to: "2027-01-01", legal: ["2027-01-01"] },
      ],
    });
    expect(addYear(file(json, "trial.json"), data)).toMatchObject({ isReplaced: true });
    expect(isWorkingDay("2027-03-01", readTables(data))).toBe(true);
  });

  it("may move the last days of the December before", () => {
    const table = TRIAL.replace("makeUp: [2027-02-20, 2027-03-06]", "makeUp: [2026-12-27, 2027-03-06]");
    const later = tablesOf([shipped(2026), readHolidayYear(file(table), "usage.invalid")]);
    expect(isWorkingDay("2026-12-27", later)).toBe(true);
    expect(isWorkingDay("2026-12-27", tables)).toBe(false);
  });

  it("remarks on a sum that does not close", () => {
    const table = TRIAL.replace("makeUp: [2027-02-20, 2027-03-06]", "makeUp: [2027-02-20]");
    const { remarks } = addYear(file(table), join(folder, "data"));
    expect(remarks[0]?.zh).toBe("春节：放假的工作日 3 天，法定节日 1 天加调休上班 1 天，请核对");
  });

  it.each([
    ["year: 2027", "year: 27", "year", "四位年份"],
    ["2027-02-26", "2027-02-30", "holidays.1.from", "日期 YYYY-MM-DD"],
    ["to: 2027-03-02", "to: 2027-02-01", "holidays.1", "2027-02-26 晚于 2027-02-01"],
    ["2027-03-06", "2027-03-05", "holidays.1", "2027-03-05 不是周六或周日"],
    ["2027-03-06", "2027-02-27", "holidays.1", "2027-02-27 出现了两次"],
    ["legal: [2027-03-01]", "legal: [2027-03-09]", "holidays.1", "2027-03-09 不在放假日期内"],
    ["to: 2027-01-03", "to: 2028-01-03", "holidays.0", "2028-01-03 不属于 2027 年的安排"],
    ["number: 试字1号, ", "", "notice.number", "缺少内容"],
    ["makeUp:", "makeup:", "holidays.1.makeup", "没有这个字段"],
  ])("refuses %s turned into %s, names %s, and keeps nothing", (from, to, field, words) => {
    const data = join(folder, "data");
    const refused = expect.objectContaining({
      code: "usage.invalid",
      detail: expect.objectContaining({
        field,
        forUser: expect.objectContaining({ zh: expect.stringContaining(words) }),
      }),
    });
    expect(() => addYear(file(TRIAL.replace(from, to)), data)).toThrow(refused);
    expect(readTables(data).years).toEqual([2024, 2025, 2026]);
  });

  it.each([
    ["no such file", "missing.yaml", null],
    ["no YAML", "trial.yaml", "{ year: [ }"],
    ["no table", "trial.yaml", "just words"],
    ["nothing", "trial.yaml", ""],
  ])("refuses %s in one sentence", (_, name, text) => {
    const path = text === null ? join(folder, name) : file(text, name);
    expect(() => addYear(path, join(folder, "data"))).toThrow(/^holiday table \w+\.yaml/);
  });

  it("names a faulty table that is already kept", () => {
    writeFileSync(join(folder, "2027.yaml"), TRIAL.replace("to: 2027-03-02", "to: soon"));
    expect(() => readTables(folder)).toThrow(
      expect.objectContaining({
        code: "config.invalid",
        detail: expect.objectContaining({ field: "holidays.1.to" }),
      }),
    );
  });
});
