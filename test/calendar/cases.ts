/**
 * Periods computed by hand from a wall calendar and the notices: the days that count, one by one, or month by month
 * with the running total. `*` marks a weekend day worked in exchange.
 */
export interface Case {
  readonly kind: string;
  readonly from: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly due: string;
  readonly nominal?: string;
  readonly safe?: string;
  readonly latest?: string;
  readonly earliest?: string;
  readonly isKept?: boolean;
  /** Days that count (2026-09-29, or 09-29 in the year of the day before it), or spans with the total: 09-01..09-30=30. */
  readonly working: string;
}

/** The eleven deadlines everything else must agree with. */
export const GOLDEN: readonly Case[] = [
  {
    kind: "evidence-preservation",
    from: "2026-09-28",
    due: "2026-10-13",
    working: "2026-09-29 09-30 10-08 10-09 10-10* 10-12 10-13",
  },
  {
    kind: "hearing-request",
    from: "2026-09-29",
    due: "2026-10-12",
    working: "2026-09-30 10-08 10-09 10-10* 10-12",
  },
  {
    kind: "service",
    from: "2026-09-30",
    due: "2026-10-15",
    working: "2026-10-08 10-09 10-10* 10-12 10-13 10-14 10-15",
  },
  {
    kind: "fine-payment",
    from: "2026-09-20",
    due: "2026-10-08",
    nominal: "2026-10-05",
    working: "2026-09-21..09-30=10 10-01..10-05=15",
  },
  {
    kind: "reconsideration",
    from: "2026-08-03",
    due: "2026-10-08",
    nominal: "2026-10-02",
    working: "2026-08-04..08-31=28 09-01..09-30=58 10-01..10-02=60",
  },
  {
    kind: "decision",
    from: "2026-09-28",
    due: "2026-12-27",
    safe: "2026-12-25",
    working: "2026-09-29..09-30=2 10-01..10-31=33 11-01..11-30=63 12-01..12-27=90",
  },
  {
    kind: "seizure",
    from: "2026-06-10",
    due: "2026-07-10",
    safe: "2026-07-10",
    latest: "2026-08-09",
    working: "2026-06-11..06-30=20 07-01..07-10=30",
  },
  {
    kind: "seizure",
    from: "2026-06-10",
    with: { extension: 30 },
    due: "2026-08-09",
    safe: "2026-08-07",
    latest: "2026-08-09",
    working: "2026-06-11..06-30=20 07-01..07-10=30 07-11..07-31=51 08-01..08-09=60",
  },
  {
    kind: "hearing-notice",
    from: "2026-10-20",
    due: "2026-10-09",
    nominal: "2026-10-10",
    working: "2026-10-19 10-16 10-15 10-14 10-13 10-12 10-10*",
  },
  {
    kind: "limitation",
    from: "2024-05-01",
    with: { found: "2026-05-02" },
    due: "2026-05-01",
    isKept: false,
    // 244 days left in 2024, 365, and 121 to the first of May
    working: "2024-05-02..2026-05-01=730",
  },
  {
    kind: "police-limitation",
    from: "2026-01-10",
    with: { found: "2026-07-11" },
    due: "2026-07-10",
    isKept: false,
    working: "2026-01-11..07-10=181",
  },
];

/** Working days, forward and back. */
export const WORKING_DAYS: readonly Case[] = [
  {
    kind: "evidence-preservation",
    from: "2026-02-12",
    due: "2026-02-28",
    working: "2026-02-13 02-14* 02-24 02-25 02-26 02-27 02-28*",
  },
  {
    kind: "service",
    from: "2026-02-13",
    due: "2026-03-02",
    working: "2026-02-14* 02-24 02-25 02-26 02-27 02-28* 03-02",
  },
  {
    kind: "hearing-request",
    from: "2026-04-02",
    due: "2026-04-10",
    working: "2026-04-03 04-07 04-08 04-09 04-10",
  },
  {
    kind: "hearing-request",
    from: "2026-04-30",
    due: "2026-05-11",
    working: "2026-05-06 05-07 05-08 05-09* 05-11",
  },
  { kind: "withdraw-publication", from: "2026-06-17", due: "2026-06-23", working: "2026-06-18 06-22 06-23" },
  { kind: "collected-fine", from: "2026-09-18", due: "2026-09-21", working: "2026-09-20* 09-21" },
  { kind: "fine-to-bank", from: "2026-09-24", due: "2026-09-29", working: "2026-09-28 09-29" },
  {
    kind: "reconsideration-answer",
    from: "2026-09-16",
    due: "2026-09-30",
    working: "2026-09-17 09-18 09-20* 09-21 09-22 09-23 09-24 09-28 09-29 09-30",
  },
  {
    kind: "reconsideration-answer",
    from: "2026-01-01",
    with: { simple: true },
    due: "2026-01-08",
    working: "2026-01-04* 01-05 01-06 01-07 01-08",
  },
  { kind: "freeze-notice", from: "2025-01-24", due: "2025-02-05", working: "2025-01-26* 01-27 02-05" },
  {
    kind: "evidence-preservation",
    from: "2025-01-27",
    due: "2025-02-12",
    working: "2025-02-05 02-06 02-07 02-08* 02-10 02-11 02-12",
  },
  {
    kind: "service",
    from: "2025-04-24",
    due: "2025-05-07",
    working: "2025-04-25 04-27* 04-28 04-29 04-30 05-06 05-07",
  },
  {
    kind: "hearing-request",
    from: "2025-09-26",
    due: "2025-10-10",
    working: "2025-09-28* 09-29 09-30 10-09 10-10",
  },
  {
    kind: "reconsideration-supplement",
    from: "2025-09-28",
    due: "2025-10-17",
    working: "2025-09-29 09-30 10-09 10-10 10-11* 10-13 10-14 10-15 10-16 10-17",
  },
  {
    kind: "reconsideration-review",
    from: "2025-05-30",
    due: "2025-06-09",
    working: "2025-06-03 06-04 06-05 06-06 06-09",
  },
  {
    kind: "reconsideration-forward",
    from: "2024-02-02",
    due: "2024-02-08",
    working: "2024-02-04* 02-05 02-06 02-07 02-08",
  },
  {
    // the eve of the Spring Festival was a working day in 2024
    kind: "reconsideration-copy",
    from: "2024-02-08",
    due: "2024-02-23",
    working: "2024-02-09 02-18* 02-19 02-20 02-21 02-22 02-23",
  },
  {
    kind: "reconsideration-copy",
    from: "2024-04-03",
    with: { simple: true },
    due: "2024-04-09",
    working: "2024-04-07* 04-08 04-09",
  },
  {
    kind: "evidence-preservation",
    from: "2024-04-26",
    due: "2024-05-09",
    working: "2024-04-28* 04-29 04-30 05-06 05-07 05-08 05-09",
  },
  { kind: "collected-fine", from: "2024-05-10", due: "2024-05-13", working: "2024-05-11* 05-13" },
  { kind: "withdraw-publication", from: "2024-06-06", due: "2024-06-12", working: "2024-06-07 06-11 06-12" },
  {
    kind: "hearing-request",
    from: "2024-09-13",
    due: "2024-09-23",
    working: "2024-09-14* 09-18 09-19 09-20 09-23",
  },
  {
    kind: "service",
    from: "2024-09-27",
    due: "2024-10-12",
    working: "2024-09-29* 09-30 10-08 10-09 10-10 10-11 10-12*",
  },
  {
    kind: "market-publication",
    from: "2026-09-15",
    due: "2026-10-19",
    working:
      "2026-09-16 09-17 09-18 09-20* 09-21 09-22 09-23 09-24 09-28 09-29 09-30 " +
      "10-08 10-09 10-10* 10-12 10-13 10-14 10-15 10-16 10-19",
  },
  {
    kind: "market-push",
    from: "2025-12-30",
    due: "2026-01-14",
    working: "2025-12-31 2026-01-04* 01-05 01-06 01-07 01-08 01-09 01-12 01-13 01-14",
  },
  {
    kind: "market-publication-elsewhere",
    from: "2026-07-01",
    due: "2026-07-15",
    working: "2026-07-02 07-03 07-06 07-07 07-08 07-09 07-10 07-13 07-14 07-15",
  },
  { kind: "market-withdraw", from: "2026-05-07", due: "2026-05-11", working: "2026-05-08 05-09* 05-11" },
  {
    kind: "enforcement-demand",
    from: "2026-03-04",
    due: "2026-03-19",
    nominal: "2026-03-18",
    working: "2026-03-05 03-06 03-09 03-10 03-11 03-12 03-13 03-16 03-17 03-18",
  },
  {
    kind: "enforcement-demand",
    from: "2026-09-23",
    due: "2026-10-15",
    nominal: "2026-10-14",
    working: "2026-09-24 09-28 09-29 09-30 10-08 10-09 10-10* 10-12 10-13 10-14",
  },
  {
    kind: "earliest-hearing",
    from: "2026-10-09",
    due: "2026-10-20",
    nominal: "2026-10-19",
    working: "2026-10-10* 10-12 10-13 10-14 10-15 10-16 10-19",
  },
  {
    kind: "earliest-hearing",
    from: "2026-09-30",
    due: "2026-10-16",
    nominal: "2026-10-15",
    working: "2026-10-08 10-09 10-10* 10-12 10-13 10-14 10-15",
  },
  {
    kind: "hearing-notice",
    from: "2026-10-16",
    due: "2026-09-30",
    nominal: "2026-10-08",
    working: "2026-10-15 10-14 10-13 10-12 10-10* 10-09 10-08",
  },
  {
    kind: "hearing-notice",
    from: "2026-03-05",
    due: "2026-02-24",
    nominal: "2026-02-25",
    working: "2026-03-04 03-03 03-02 02-28* 02-27 02-26 02-25",
  },
  {
    kind: "reconsideration-hearing-notice",
    from: "2026-05-13",
    due: "2026-05-06",
    nominal: "2026-05-07",
    working: "2026-05-12 05-11 05-09* 05-08 05-07",
  },
  {
    kind: "substitute-demand",
    from: "2026-06-23",
    due: "2026-06-16",
    nominal: "2026-06-17",
    working: "2026-06-22 06-18 06-17",
  },
];

/** Calendar days, months and years that bind the agency: never rolled over. */
export const AGENCY: readonly Case[] = [
  {
    kind: "decision",
    from: "2026-01-05",
    due: "2026-04-05",
    safe: "2026-04-03",
    working: "2026-01-06..01-31=26 02-01..02-28=54 03-01..03-31=85 04-01..04-05=90",
  },
  {
    kind: "decision",
    from: "2025-07-04",
    due: "2025-10-02",
    safe: "2025-09-30",
    working: "2025-07-05..07-31=27 08-01..08-31=58 09-01..09-30=88 10-01..10-02=90",
  },
  {
    kind: "decision",
    from: "2026-03-10",
    with: { extension: "30", basis: "市场监管程序规定" },
    due: "2026-07-08",
    safe: "2026-07-08",
    working:
      "2026-03-11..03-31=21 04-01..04-30=51 05-01..05-31=82 06-01..06-08=90 06-09..06-30=112 07-01..07-08=120",
  },
  {
    kind: "decision",
    from: "2026-03-10",
    with: { suspended: "2026-04-01..2026-04-10", basis: "部门规章" },
    due: "2026-06-18",
    safe: "2026-06-18",
    working: "2026-03-11..03-31=21 04-11..04-30=41 05-01..05-31=72 06-01..06-18=90",
  },
  {
    kind: "seizure",
    from: "2026-02-01",
    due: "2026-03-03",
    safe: "2026-03-03",
    latest: "2026-04-02",
    working: "2026-02-02..02-28=27 03-01..03-03=30",
  },
  {
    kind: "seizure",
    from: "2026-04-05",
    with: { extension: 15 },
    due: "2026-05-20",
    safe: "2026-05-20",
    latest: "2026-06-04",
    working: "2026-04-06..04-30=25 05-01..05-05=30 05-06..05-20=45",
  },
  {
    kind: "seizure",
    from: "2026-06-10",
    with: { suspended: "2026-06-15..2026-06-24" },
    due: "2026-07-20",
    safe: "2026-07-20",
    latest: "2026-08-19",
    working: "2026-06-11..06-14=4 06-25..06-30=10 07-01..07-20=30",
  },
  {
    kind: "seizure",
    from: "2026-06-10",
    with: { suspended: "12" },
    due: "2026-07-22",
    safe: "2026-07-22",
    latest: "2026-08-21",
    working: "2026-06-11..06-30=20 07-01..07-10=30 07-11..07-22=42",
  },
  {
    kind: "seizure",
    from: "2026-06-10",
    // two spans that share two days: 06-15 to 06-24 is left out once
    with: { suspended: ["2026-06-15..2026-06-20", "2026-06-19..2026-06-24"] },
    due: "2026-07-20",
    safe: "2026-07-20",
    latest: "2026-08-19",
    working: "2026-06-11..06-14=4 06-25..06-30=10 07-01..07-20=30",
  },
  {
    kind: "freeze",
    from: "2026-08-31",
    due: "2026-09-30",
    safe: "2026-09-30",
    latest: "2026-10-30",
    working: "2026-09-01..09-30=30",
  },
  {
    kind: "lawsuit-answer",
    from: "2026-09-12",
    due: "2026-09-27",
    safe: "2026-09-24",
    working: "2026-09-13..09-27=15",
  },
  {
    kind: "police-decision",
    from: "2026-01-20",
    due: "2026-02-19",
    safe: "2026-02-14",
    latest: "2026-04-20",
    working: "2026-01-21..01-31=11 02-01..02-19=30",
  },
  {
    kind: "police-decision",
    from: "2026-01-20",
    with: { extension: 60 },
    due: "2026-04-20",
    safe: "2026-04-20",
    latest: "2026-04-20",
    working: "2026-01-21..01-31=11 02-01..02-19=30 02-20..02-28=39 03-01..03-31=70 04-01..04-20=90",
  },
  {
    kind: "police-decision",
    from: "2026-01-20",
    with: { suspended: "2026-02-02..2026-02-11" },
    due: "2026-03-01",
    safe: "2026-02-28",
    latest: "2026-04-30",
    working: "2026-01-21..01-31=11 02-01=12 02-12..02-28=29 03-01=30",
  },
  {
    kind: "police-decision",
    from: "2025-11-10",
    due: "2025-12-10",
    safe: "2025-12-10",
    latest: "2026-01-09",
    working: "2025-11-11..11-30=20 12-01..12-10=30",
  },
  {
    kind: "police-service",
    from: "2026-04-30",
    due: "2026-05-02",
    safe: "2026-04-30",
    working: "2026-05-01..05-02=2",
  },
  {
    kind: "police-service",
    from: "2026-03-03",
    due: "2026-03-05",
    safe: "2026-03-05",
    working: "2026-03-04..03-05=2",
  },
  {
    kind: "police-collected-fine",
    from: "2026-09-24",
    due: "2026-09-26",
    safe: "2026-09-24",
    working: "2026-09-25..09-26=2",
  },
  {
    kind: "transfer-decision",
    from: "2026-09-23",
    due: "2026-09-26",
    safe: "2026-09-24",
    working: "2026-09-24..09-26=3",
  },
  {
    kind: "transfer-handover",
    from: "2026-07-07",
    due: "2026-07-10",
    safe: "2026-07-10",
    working: "2026-07-08..07-10=3",
  },
  {
    kind: "reconsideration-decision",
    from: "2026-08-10",
    due: "2026-10-09",
    safe: "2026-10-09",
    latest: "2026-11-08",
    working: "2026-08-11..08-31=21 09-01..09-30=51 10-01..10-09=60",
  },
  {
    kind: "reconsideration-decision",
    from: "2026-09-01",
    with: { simple: true },
    due: "2026-10-01",
    safe: "2026-09-30",
    working: "2026-09-02..09-30=29 10-01=30",
  },
  {
    // December, January and February: 31 + 31 + 28; the end lies beyond the tables, the legal day stands without them
    kind: "court-enforcement",
    from: "2026-11-30",
    due: "2027-02-28",
    working: "2026-12-01..2027-02-28=90",
  },
  {
    kind: "court-enforcement",
    from: "2026-03-02",
    with: { demandServed: "2026-03-04" },
    due: "2026-06-02",
    safe: "2026-06-02",
    earliest: "2026-03-19",
    working: "2026-03-03..06-02=92",
  },
  {
    kind: "forced-payment",
    from: "2026-10-08",
    due: "2026-11-08",
    nominal: "2026-11-07",
    working: "2026-10-09..10-31=23 11-01..11-07=30",
  },
  {
    kind: "announcement-service",
    from: "2026-03-16",
    due: "2026-04-15",
    working: "2026-03-17..03-31=15 04-01..04-15=30",
  },
  {
    kind: "police-announcement-service",
    from: "2026-03-16",
    due: "2026-05-15",
    working: "2026-03-17..03-31=15 04-01..04-30=45 05-01..05-15=60",
  },
  {
    kind: "market-publication-end",
    from: "2026-05-31",
    with: { minor: true },
    due: "2026-08-31",
    working: "2026-06-01..08-31=92",
  },
  {
    kind: "police-limitation",
    from: "2026-02-28",
    with: { found: "2026-08-28" },
    due: "2026-08-28",
    isKept: true,
    working: "2026-03-01..08-28=181",
  },
  {
    kind: "police-limitation",
    from: "2025-08-31",
    with: { found: "2026-03-01" },
    due: "2026-02-28",
    isKept: false,
    working: "2025-09-01..2026-02-28=181",
  },
  {
    kind: "limitation",
    from: "2024-02-29",
    with: { found: "2026-02-28" },
    due: "2026-02-28",
    isKept: true,
    // 306 days of 2024, 365, 59
    working: "2024-03-01..2026-02-28=730",
  },
  {
    kind: "limitation",
    from: "2021-08-01",
    with: { harm: true },
    due: "2026-08-01",
    // five years with one leap day
    working: "2021-08-02..2026-08-01=1826",
  },
];

/** Calendar periods of the party: a last day of rest rolls over. */
export const PARTY: readonly Case[] = [
  {
    kind: "fine-payment",
    from: "2026-04-20",
    due: "2026-05-06",
    nominal: "2026-05-05",
    working: "2026-04-21..04-30=10 05-01..05-05=15",
  },
  {
    // the last day is a Saturday worked in exchange: no roll-over
    kind: "fine-payment",
    from: "2026-04-24",
    due: "2026-05-09",
    working: "2026-04-25..04-30=6 05-01..05-09=15",
  },
  { kind: "fine-payment", from: "2026-09-05", due: "2026-09-20", working: "2026-09-06..09-20=15" },
  {
    kind: "fine-payment",
    from: "2025-01-13",
    due: "2025-02-05",
    nominal: "2025-01-28",
    working: "2025-01-14..01-28=15",
  },
  {
    kind: "police-fine-payment",
    from: "2026-10-17",
    due: "2026-11-02",
    nominal: "2026-11-01",
    working: "2026-10-18..10-31=14 11-01=15",
  },
  {
    kind: "reconsideration",
    from: "2026-07-06",
    due: "2026-09-04",
    working: "2026-07-07..07-31=25 08-01..08-31=56 09-01..09-04=60",
  },
  {
    kind: "reconsideration",
    from: "2026-04-27",
    due: "2026-06-26",
    working: "2026-04-28..04-30=3 05-01..05-31=34 06-01..06-26=60",
  },
  {
    kind: "reconsideration",
    from: "2026-01-05",
    with: { informedOn: "2026-03-02" },
    due: "2026-05-06",
    nominal: "2026-05-01",
    working: "2026-03-03..03-31=29 04-01..04-30=59 05-01=60",
  },
  {
    // sixty days would end on 2026-04-11; a year from knowing the act ends first
    kind: "reconsideration",
    from: "2025-03-03",
    with: { informedOn: "2026-02-10" },
    due: "2026-03-03",
    working: "2026-02-11..02-28=18 03-01..03-31=49 04-01..04-11=60",
  },
  {
    // five years from the act end on Sunday 2026-08-02
    kind: "reconsideration",
    from: "2026-07-06",
    with: { actOn: "2021-08-02" },
    due: "2026-08-03",
    nominal: "2026-08-02",
    working: "2026-07-07..07-31=25 08-01..08-31=56 09-01..09-04=60",
  },
  {
    kind: "reconsideration",
    from: "2026-07-06",
    with: { actOn: "2021-08-02", realEstate: true },
    due: "2026-09-04",
    working: "2026-07-07..07-31=25 08-01..08-31=56 09-01..09-04=60",
  },
  {
    // announced on 3 August, run out on 2 September
    kind: "reconsideration",
    from: "2026-08-03",
    with: { service: "announcement" },
    due: "2026-11-02",
    nominal: "2026-11-01",
    working: "2026-09-03..09-30=28 10-01..10-31=59 11-01=60",
  },
  {
    kind: "reconsideration",
    from: "2026-07-01",
    with: { service: "announcement", announcedDays: 60 },
    // announced 60 days: 30 in July, 30 in August
    due: "2026-10-29",
    working: "2026-08-31=1 09-01..09-30=31 10-01..10-29=60",
  },
  {
    kind: "reconsideration",
    from: "2026-07-06",
    with: { days: 90, basis: "某法第几条" },
    due: "2026-10-08",
    nominal: "2026-10-04",
    working: "2026-07-07..07-31=25 08-01..08-31=56 09-01..09-30=86 10-01..10-04=90",
  },
  { kind: "lawsuit", from: "2026-03-31", due: "2026-09-30", working: "2026-04-01..09-30=183" },
  {
    // no 31 February; the 28th is a Saturday worked in exchange
    kind: "lawsuit",
    from: "2025-08-31",
    due: "2026-02-28",
    working: "2025-09-01..2026-02-28=181",
  },
  {
    kind: "lawsuit",
    from: "2026-04-04",
    due: "2026-10-08",
    nominal: "2026-10-04",
    working: "2026-04-05..10-04=183",
  },
  {
    kind: "lawsuit",
    from: "2026-02-03",
    with: { suspended: "2026-03-01..2026-03-10" },
    due: "2026-08-13",
    working: "2026-02-04..08-03=181 08-04..08-13=191",
  },
  {
    kind: "lawsuit-after-reconsideration",
    from: "2026-06-04",
    due: "2026-06-22",
    nominal: "2026-06-19",
    working: "2026-06-05..06-19=15",
  },
  {
    kind: "police-hearing-request",
    from: "2026-09-29",
    due: "2026-10-08",
    nominal: "2026-10-02",
    working: "2026-09-30=1 10-01..10-02=3",
  },
];
