import { describe, expect, it } from "vitest";
import { readTables, type HolidayTables } from "../../../src/calendar/holidays/tables.ts";
import { factOf } from "../../../src/documents/facts/fact.ts";
import { approvedBy, openOffice, type Office } from "./office.ts";
import { date, 乙, 审, 市民, 批, 甲 } from "./people.ts";

async function issued(
  office: Office,
  type: string,
  facts: Parameters<Office["cases"]["setFacts"]>[0]["set"] = {},
) {
  const where = await approvedBy(office, 批, type);
  const { started } = await office.cases.issue({ ...where, by: 甲 });
  await office.cases.setFacts({ ...where, by: 甲, set: facts });
  return { ...where, started };
}

describe("periods of a case", () => {
  it("start with service, are counted by the calendar, and are listed with the days left", async () => {
    const office = openOffice();
    const where = await issued(office, "penalty-decision");
    expect(where.started).toEqual([]);
    const { started } = await office.cases.serve({ ...where, by: 甲, on: "2026-09-20", method: "直接送达" });
    // domain: fifteen days end within the holiday and roll over for the party
    expect(started).toMatchObject([
      { due: "2026-10-08", from: "2026-09-20", article: expect.stringContaining("六十七条") },
    ]);
    const due = await office.cases.due({ by: 甲, today: "2026-10-10" });
    expect(due).toMatchObject([
      { id: "d1:fine-payment", caseId: where.caseId, due: "2026-10-08", daysLeft: -2 },
    ]);
  });

  it("that bind the agency come with the safe day", async () => {
    const office = openOffice();
    await issued(office, "case-filing", { filed_on: date("2026-09-28") });
    const [decision] = await office.cases.due({ by: 甲, today: "2026-11-24" });
    expect(decision).toMatchObject({ due: "2026-12-27", safe: "2026-12-25", bound: "agency", daysLeft: 33 });
  });

  it("follow their day when it is corrected, and go when it is taken back", async () => {
    const office = openOffice();
    const where = await issued(office, "case-filing", { filed_on: date("2026-09-28") });
    const again = await office.cases.setFacts({ ...where, by: 甲, set: { filed_on: date("2026-09-29") } });
    expect(again.deadlines.map(({ due }) => due)).toEqual(["2026-12-28"]);
    const gone = await office.cases.setFacts({ ...where, by: 甲, withdraw: ["filed_on"] });
    expect(gone.deadlines).toEqual([]);
    expect(await office.cases.due({ by: 甲, today: "2026-11-24" })).toEqual([]);
  });

  it("beyond the table say that they cannot be computed, stand last, and are counted once the table is there", async () => {
    const year = readTables();
    let tables: HolidayTables = { ...year, years: [2024, 2025] };
    const office = openOffice({ holidays: () => tables });
    await issued(office, "case-filing", { filed_on: date("2026-09-28") });
    const where = await issued(office, "penalty-decision");
    await office.cases.serve({ ...where, by: 甲, on: "2026-11-20", method: "直接送达" });
    const before = await office.cases.due({ by: 甲, today: "2026-11-24" });
    expect(before.at(-1)).toMatchObject({
      kind: "fine-payment",
      due: null,
      daysLeft: null,
      reason: { zh: expect.stringContaining("无法计算"), en: expect.any(String) },
    });
    tables = year;
    const after = await office.cases.due({ by: 甲, today: "2026-11-24" });
    expect(after.map(({ due, reason }) => [due, reason])).toEqual([
      ["2026-12-07", null],
      ["2026-12-27", null],
    ]);
  });

  it("in hours run from the minute", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await issued(office, "correction-order");
    // an issued document takes no new words of its own
    const acted = factOf("moment", "2026-11-24T10:20", { kind: "message", ref: "消息 9" });
    await expect(cases.setFacts({ ...where, by: 甲, set: { acted_at: acted } })).rejects.toMatchObject({
      code: "case.state",
    });
    const noted = factOf("moment", "2026-11-24T10:20", { kind: "document", ref: "现场检查笔录" });
    const file = await cases.setFacts({ ...where, by: 甲, set: { acted_at: noted } });
    expect(file.deadlines).toMatchObject([{ kind: "measure-report", due: "2026-11-25T10:20" }]);
    expect(await cases.due({ by: 甲, today: "2026-11-24" })).toMatchObject([{ daysLeft: 1 }]);
  });

  it("leave the list when they are met, and are shown to those of the case and its overseers only", async () => {
    const office = openOffice();
    const { cases } = office;
    const where = await issued(office, "case-filing", { filed_on: date("2026-09-28") });
    for (const [by, count] of [
      [甲, 1],
      [批, 1],
      [审, 1],
      [乙, 0],
      [市民, 0],
    ] as const) {
      expect(await cases.due({ by, today: "2026-11-24" })).toHaveLength(count);
    }
    const met = { caseId: where.caseId, by: 甲, on: "2026-11-24" };
    await expect(cases.meet({ ...met, deadline: "d9:x" })).rejects.toMatchObject({ code: "input.invalid" });
    const file = await cases.meet({ ...met, deadline: "d1:decision" });
    expect(file.deadlines).toMatchObject([{ metOn: "2026-11-24" }]);
    expect(await cases.due({ by: 甲, today: "2026-11-24" })).toEqual([]);
  });
});
