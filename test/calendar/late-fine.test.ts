import { describe, expect, it } from "vitest";
import { computeDeadline } from "../../src/calendar/deadline/compute.ts";
import { readTables } from "../../src/calendar/holidays/tables.ts";

const tables = readTables();
const late = (given: Record<string, unknown>) =>
  computeDeadline("late-fine", { from: "2026-03-02", ...given }, tables);

describe("the additional fine for late payment", () => {
  it.each([
    // fine, paid, suspended, days × per day = surcharge, by hand
    [200, "2026-03-12", undefined, 10, 6, 60],
    [1000, "2026-03-31", "2026-03-10..2026-03-19", 19, 30, 570],
    [1000, "2026-04-04", undefined, 33, 30, 990],
    [500, "2026-04-11", "20", 20, 15, 300],
    [33.33, "2026-03-03", undefined, 1, 0.9999, 0.99],
    ["50000", "2026-03-03", undefined, 1, 1500, 1500],
    [100, "2026-03-02", undefined, 0, 3, 0],
    [100, "2026-02-20", undefined, 0, 3, 0],
    // the lawsuit began before the last day for payment and went on beyond the payment
    [100, "2026-03-20", "2026-02-01..2026-05-01", 0, 3, 0],
  ])(
    "on %s yuan paid on %s without %s: %d days at %d make %d",
    (fine, paid, suspended, days, perDay, surcharge) => {
      expect(late({ fine, paid, suspended }).amount).toMatchObject({
        days,
        perDay,
        surcharge,
        isCapped: false,
      });
    },
  );

  it("stops at the fine on the 34th day, and says which day that is", () => {
    // 29 days of March and 5 of April
    expect(late({ fine: 1000, paid: "2026-04-05" }).amount).toMatchObject({
      computed: 1020,
      surcharge: 1000,
      isCapped: true,
    });
    expect(late({ fine: 1000 }).due).toBe("2026-04-05");
    expect(late({ fine: 1000, suspended: "2026-03-10..2026-03-19" }).due).toBe("2026-04-15");
  });

  it("shows the sum in words", () => {
    const { notes } = late({ fine: 1000, paid: "2026-03-31", suspended: "10" });
    expect(notes[0]?.zh).toBe("19 日（29 − 10） × 30 元（1000 元的百分之三）= 570 元；连同罚款共 1570 元。");
    expect(notes[0]?.en).toBe(
      "19 days (29 − 10) × 30 yuan (3 % of 1000) = 570 yuan; 1570 yuan with the fine.",
    );
  });

  it("needs to know the fine, in yuan and fen", () => {
    expect(() => late({ paid: "2026-03-12" })).toThrow("--fine is missing");
    expect(() => late({ fine: "3,000" })).toThrow('--fine "3,000" is wrong');
    expect(() => late({ fine: 10.005 })).toThrow("two decimals");
    expect(() => late({ fine: 0 })).toThrow("--fine");
  });
});
