import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2021-07-15" };
const SIX_FOUR = source("penalty", "第六十四条第（二）项", "第八十五条");

/** 行政处罚法: asking for a hearing, and being told of it in time. */
export const HEARING: readonly LegalPeriod[] = [
  {
    kind: "hearing-request",
    name: { zh: "当事人要求听证", en: "asking for a hearing" },
    event: { zh: "听证告知书送达之日", en: "the day the notice of the right to a hearing was served" },
    bound: "party",
    gives: "last",
    length: 5,
    unit: "workingDay",
    sources: [source("penalty", "第六十四条第（一）项", "第八十五条")],
    inForce,
    notes: [
      {
        zh: "期满前不得作出处罚决定，当事人明确放弃的除外。陈述、申辩的期限法律没有规定天数，按部门规则或者告知书确定。",
        en: "No decision before the end unless the right is given up. The law sets no number of days for statement and defence: the field's rule or the notice does.",
      },
      {
        zh: "公安机关的告知另见 police-hearing-request。",
        en: "For notices of the police see police-hearing-request.",
      },
    ],
  },
  {
    kind: "hearing-notice",
    name: { zh: "听证通知", en: "notice of the hearing" },
    event: { zh: "举行听证之日", en: "the day of the hearing" },
    bound: "agency",
    gives: "lastBefore",
    length: 7,
    unit: "workingDay",
    sources: [SIX_FOUR],
    inForce,
    notes: [],
  },
  {
    kind: "earliest-hearing",
    name: { zh: "可以举行听证", en: "holding the hearing" },
    event: { zh: "听证通知送达之日", en: "the day the notice of the hearing was served" },
    bound: "agency",
    gives: "first",
    length: 7,
    unit: "workingDay",
    sources: [SIX_FOUR],
    inForce,
    notes: [],
  },
];
