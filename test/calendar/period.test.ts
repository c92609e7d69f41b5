import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, partsOf, weekdayOf } from "../../src/calendar/day.ts";
import { addPeriod, daysAfter } from "../../src/calendar/period.ts";

const due = (from: string, amount: number, unit: "day" | "month" | "year") =>
  addPeriod(from, amount, unit)?.due;

const days = fc
  .tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => dayOf(year, month, day) ?? "");

describe("a period by the calendar", () => {
  it("does not count the day it starts from", () => {
    expect(addPeriod("2026-11-03", 15, "day")).toEqual({
      from: "2026-11-03",
      firstDay: "2026-11-04",
      due: "2026-11-18",
      isMonthEnd: false,
    });
  });

  it("of months ends on the day of the same number", () => {
    expect(due("2026-11-03", 1, "month")).toBe("2026-12-03");
    expect(due("2026-08-15", 6, "month")).toBe("2027-02-15");
    expect(due("2026-12-31", 1, "month")).toBe("2027-01-31");
  });

  it("of months ends with the month where the day is missing", () => {
    expect(addPeriod("2026-01-31", 1, "month")).toMatchObject({ due: "2026-02-28", isMonthEnd: true });
    expect(due("2027-08-31", 6, "month")).toBe("2028-02-29");
    expect(due("2026-03-31", 1, "month")).toBe("2026-04-30");
  });

  it("of years turns the leap day into the last of February", () => {
    expect(due("2024-02-29", 1, "year")).toBe("2025-02-28");
    expect(due("2024-02-29", 4, "year")).toBe("2028-02-29");
    expect(due("2026-11-23", 20, "year")).toBe("2046-11-23");
  });

  it("cannot be counted from no day, or for no whole number of units", () => {
    expect(addPeriod("2026-02-30", 1, "day")).toBeNull();
    expect(addPeriod("2026-2-3", 1, "day")).toBeNull();
    expect(addPeriod("heute", 1, "day")).toBeNull();
    expect(addPeriod("2026-11-23", 0, "month")).toBeNull();
    expect(addPeriod("2026-11-23", 1.5, "month")).toBeNull();
    expect(addPeriod("2026-11-23", 99_999, "year")).toBeNull();
  });

  it("of twelve months is one of a year, and days add up", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 400 }),
        (from, n, more) => {
          expect(due(from, n * 12, "month")).toBe(due(from, n, "year"));
          expect(due(due(from, n, "day") ?? "", more, "day")).toBe(due(from, n + more, "day"));
          expect(daysAfter(due(from, more, "day") ?? "", -more)).toBe(from);
        },
      ),
    );
  });
});

describe("a day", () => {
  it("is known by its weekday", () => {
    expect(weekdayOf("2026-11-23")).toBe(1);
    expect(weekdayOf("2026-11-29")).toBe(0);
  });

  it("must exist", () => {
    expect(partsOf("2028-02-29")).toEqual([2028, 2, 29]);
    expect(partsOf("2027-02-29")).toBeNull();
    expect(dayOf(2026, 13, 1)).toBeNull();
  });
});
