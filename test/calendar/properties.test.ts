import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { computeDeadline } from "../../src/calendar/deadline/compute.ts";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import { PERIODS } from "../../src/calendar/periods/index.ts";
import { daysBetween, step } from "../../src/calendar/step.ts";
import {
  addWorkingDays,
  isWorkingDay,
  workingDayFrom,
  workingDayUpTo,
} from "../../src/calendar/working-days.ts";

const tables = readTables();

// room on both sides, so that no period below leaves the tables
const FIRST = "2024-03-01";
const LAST = "2026-03-31";
const days = fc.integer({ min: 0, max: daysBetween(FIRST, LAST) }).map((offset) => step(FIRST, offset));
const counts = fc.integer({ min: 1, max: 40 });

const kindsOf = (is: (period: (typeof PERIODS)[number]) => boolean) => [
  ...new Set(
    PERIODS.filter((period) => is(period) && period.inForce.to === undefined).map(({ kind }) => kind),
  ),
];
const forward = kindsOf(({ unit, gives }) => unit === "workingDay" && gives === "last");
const rolled = kindsOf(
  ({ unit, gives, bound }) => unit !== "workingDay" && gives === "last" && bound === "party",
);
const binding = kindsOf(({ gives, bound, unit, isLimitation }) => {
  return gives === "last" && bound === "agency" && unit !== "workingDay" && unit !== "hour" && !isLimitation;
});

const due = (kind: string, from: string, more = {}) => computeDeadline(kind, { from, ...more }, tables);

describe("working days", () => {
  it("never end on a day of rest, and as many as asked for lie in between", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const end = addWorkingDays(from, count, tables);
        expect(isWorkingDay(end, tables)).toBe(true);
        const between = Array.from({ length: daysBetween(from, end) }, (_, index) => step(from, index + 1));
        expect(between.filter((day) => isWorkingDay(day, tables))).toHaveLength(count);
      }),
    );
  });

  it("end later for a later start and for more days", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const end = addWorkingDays(from, count, tables);
        expect(addWorkingDays(step(from, 1), count, tables) >= end).toBe(true);
        expect(addWorkingDays(from, count + 1, tables) > end).toBe(true);
      }),
    );
  });

  it("counted back from their end lead to the start, or the last working day before it", () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        const end = addWorkingDays(from, count, tables);
        expect(addWorkingDays(end, -count, tables)).toBe(workingDayUpTo(from, tables));
        expect(addWorkingDays(from, -count, tables) < from).toBe(true);
      }),
    );
  });

  it("are the nearest ones on either side of a day", () => {
    fc.assert(
      fc.property(days, (day) => {
        const [before, after] = [workingDayUpTo(day, tables), workingDayFrom(day, tables)];
        expect(before <= day && day <= after).toBe(true);
        expect(before === day).toBe(isWorkingDay(day, tables));
        expect(addWorkingDays(before, 1, tables) >= after).toBe(true);
      }),
    );
  });
});

describe("every period", () => {
  it.each(forward)("%s: ends on a working day, later for a later start", (kind) => {
    fc.assert(
      fc.property(days, (from) => {
        const answer = due(kind, from);
        expect(isWorkingDay(answer.due, tables)).toBe(true);
        const counted = answer.working.filter(({ mark }) => mark === "counted");
        expect(counted.map(({ count }) => count)).toEqual(counted.map((_, index) => index + 1));
        expect(due(kind, step(from, 1)).due >= answer.due).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it.each(rolled)("%s: is never before the day the calendar gives, and ends on a working day", (kind) => {
    fc.assert(
      fc.property(days, (from) => {
        const answer = due(kind, from);
        expect(isWorkingDay(answer.due, tables)).toBe(true);
        expect(answer.due >= (answer.nominal ?? answer.due)).toBe(true);
        expect(workingDayFrom(answer.nominal ?? answer.due, tables)).toBe(answer.due);
        expect(due(kind, step(from, 1)).due >= answer.due).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it.each(binding)(
    "%s: stands as the calendar gives it, with a working day to plan for on or before it",
    (kind) => {
      fc.assert(
        fc.property(days, (from) => {
          const answer = due(kind, from);
          expect(answer.nominal).toBeUndefined();
          if (answer.safe === undefined) return;
          expect(answer.safe).toBe(workingDayUpTo(answer.due, tables));
          expect(answer.safe >= from).toBe(true);
        }),
        { numRuns: 25 },
      );
    },
  );
});

describe("hearings", () => {
  it("counting back from a hearing undoes counting forward from its notice", () => {
    fc.assert(
      fc.property(days, (day) => {
        const hearing = workingDayFrom(day, tables);
        const notice = due("hearing-notice", hearing);
        expect(due("earliest-hearing", notice.due).due).toBe(hearing);
        expect(due("earliest-hearing", notice.nominal ?? "").due > hearing).toBe(true);
      }),
    );
  });
});

describe("time that is not counted", () => {
  it("moves the end by just as many days, given as dates or as a number", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 30 }),
        (from, at, length) => {
          const plain = due("seizure", from).due;
          const span = `${step(from, at)}..${step(from, at + length - 1)}`;
          expect(due("seizure", from, { suspended: span }).due).toBe(step(plain, length));
          expect(due("seizure", from, { suspended: length }).due).toBe(step(plain, length));
        },
      ),
    );
  });

  it("moves months as well", () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 30 }),
        (from, at, length) => {
          const plain = due("lawsuit", from);
          const span = `${step(from, at)}..${step(from, at + length - 1)}`;
          const moved = due("lawsuit", from, { suspended: span });
          expect(moved.nominal ?? moved.due).toBe(step(plain.nominal ?? plain.due, length));
        },
      ),
    );
  });
});

describe("the working", () => {
  const shown = [...forward, ...binding, ...rolled].filter((kind) => {
    const unit = PERIODS.find((period) => period.kind === kind)?.unit;
    return unit === "workingDay" || unit === "day";
  });

  it.each(shown)("of %s leaves out no day between start and end, and its numbers add up", (kind) => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 9 }), (from, at) => {
        const suspended = kind === "seizure" ? `${step(from, at)}..${step(from, at + 7)}` : undefined;
        const answer = due(kind, from, { suspended });
        const lines = answer.working.filter(({ mark }) => !["start", "end", "rolled"].includes(mark));
        const ends = lines.map((line) => line.to);
        expect(lines.map((line) => line.from)).toEqual(
          [from, ...ends.slice(0, -1)].map((day) => step(day, 1)),
        );
        expect(ends.at(-1)).toBe(answer.nominal ?? answer.due);
        let sum = 0;
        for (const line of lines) {
          sum += line.days;
          expect(line.count).toBe(sum);
          expect(line.days === 0 || line.days === daysBetween(line.from, line.to) + 1).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});
