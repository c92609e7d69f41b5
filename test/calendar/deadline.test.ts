import { describe, expect, it } from "vitest";
import { computeDeadline } from "../../src/calendar/deadline/compute.ts";
import type { Deadline } from "../../src/calendar/deadline/deadline.ts";
import { readTables } from "../../src/calendar/holidays/tables.ts";
import { AGENCY, GOLDEN, PARTY, WORKING_DAYS, type Case } from "./cases.ts";

const tables = readTables();

const COUNTS = new Set(["counted", "extended", "madeUp"]);

/** The days that count in the form the cases are written in. */
function workingOf({ working }: Deadline, isSpans: boolean): string {
  let year = "";
  const short = (day: string) => {
    const text = day.startsWith(year) && year !== "" ? day.slice(5) : day;
    year = day.slice(0, 5);
    return text;
  };
  return working
    .filter(({ mark }) => COUNTS.has(mark))
    .map(({ from, to, count, text }) => {
      const span = from === to ? short(from) : `${short(from)}..${short(to)}`;
      return isSpans ? `${span}=${count}` : `${span}${text.zh.includes("调休上班") ? "*" : ""}`;
    })
    .join(" ");
}

const title = ({ kind, from, with: more }: Case) =>
  `${kind} from ${from} ${more ? JSON.stringify(more) : ""}`;

function check(each: Case): void {
  const answer = computeDeadline(each.kind, { from: each.from, ...each.with }, tables);
  const { due, nominal, safe, latest, earliest, isKept } = each;
  expect({
    due: answer.due,
    nominal: answer.nominal,
    safe: answer.safe,
    latest: answer.latest,
    earliest: answer.earliest,
    isKept: answer.isKept,
    working: workingOf(answer, each.working.includes("=")),
  }).toEqual({ due, nominal, safe, latest, earliest, isKept, working: each.working });
}

describe("the golden deadlines", () => {
  it.each(GOLDEN.map((each) => [title(each), each] as const))("%s", (_, each) => check(each));

  it("six months that end on a Sunday in 2027 cannot be rolled over without that year's table", () => {
    const ask = () => computeDeadline("lawsuit", { from: "2026-08-31" }, tables);
    expect(ask).toThrow(expect.objectContaining({ code: "calendar.unknown" }));
    expect(ask).toThrow(/2027-02-28/);
  });

  it("43 days late on a fine of 3,000 cost 3,000, not 3,870", () => {
    const late = { from: "2026-10-08", fine: 3000, paid: "2026-11-20" };
    expect(computeDeadline("late-fine", late, tables).amount).toEqual({
      fine: 3000,
      days: 43,
      perDay: 90,
      computed: 3870,
      surcharge: 3000,
      isCapped: true,
      total: 6000,
    });
  });

  it("the hearing on 2026-10-20: notice on the 10th is arguable, and said to be", () => {
    const { notes } = computeDeadline("hearing-notice", { from: "2026-10-20" }, tables);
    expect(notes.map(({ zh }) => zh).join("")).toContain("2026-10-10 通知，只在通知之日也计入时才够，有争议");
  });

  it("two years passed: the five-year branch is named", () => {
    const { notes } = computeDeadline("limitation", { from: "2024-05-01", found: "2026-05-02" }, tables);
    expect(notes.map(({ zh }) => zh).join("")).toMatch(/不再给予处罚.*为5年（--harm）/);
  });
});

describe.each([
  ["working days", WORKING_DAYS],
  ["calendar periods that bind the agency", AGENCY],
  ["calendar periods of the party", PARTY],
])("%s, counted by hand", (_, cases) => {
  it.each(cases.map((each) => [title(each), each] as const))("%s", (_, each) => check(each));
});

describe("periods in hours", () => {
  it.each([
    ["measure-report", { from: "2026-09-30T17:20" }, "2026-10-01T17:20"],
    ["measure-report", { from: "2026-09-30", time: "17:20" }, "2026-10-01T17:20"],
    ["police-interview", { from: "2026-03-01T22:30" }, "2026-03-02T06:30"],
    ["police-interview", { from: "2026-12-31T20:00", many: true }, "2027-01-01T08:00"],
    ["police-interview", { from: "2026-03-01T22:30", many: true, detention: true }, "2026-03-02T22:30"],
    ["transfer", { from: "2024-02-28T09:05" }, "2024-02-29T09:05"],
    ["police-spot-report", { from: "2026-02-28 23:59" }, "2026-03-01T23:59"],
  ])("%s %j end at %s", (kind, given, due) => {
    expect(computeDeadline(kind, given, tables).due).toBe(due);
  });

  it("judge the minute", () => {
    const report = (done: string) =>
      computeDeadline("measure-report", { from: "2026-09-30T17:20", done }, tables).isKept;
    expect(report("2026-10-01T17:20")).toBe(true);
    expect(report("2026-10-01T17:21")).toBe(false);
  });
});
