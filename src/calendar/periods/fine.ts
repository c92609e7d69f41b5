import { BY_ANALOGY, ROLL_BY_ANALOGY } from "./counting.ts";
import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2021-07-15" };

/** Paying fines and handing them in. */
export const FINE: readonly LegalPeriod[] = [
  {
    kind: "fine-payment",
    name: { zh: "缴纳罚款", en: "paying the fine" },
    event: { zh: "收到行政处罚决定书之日", en: "the day the penalty decision was received" },
    bound: "party",
    gives: "last",
    length: 15,
    unit: "day",
    sources: [source("penalty", "第六十七条第三款")],
    inForce,
    rollBy: ROLL_BY_ANALOGY,
    notes: [
      BY_ANALOGY,
      {
        zh: "经批准延期或者分期缴纳的，以批准的期限为准（第六十六条第二款）。",
        en: "A postponement or instalments that were approved take its place (article 66, paragraph 2).",
      },
    ],
  },
  {
    kind: "late-fine",
    name: { zh: "加处罚款", en: "additional fine for late payment" },
    event: { zh: "缴纳罚款的期满日", en: "the last day for paying the fine" },
    bound: "party",
    gives: "ends",
    // 34 days of 3 % are the first to reach the whole fine
    length: 34,
    unit: "day",
    sources: [
      source("penalty", "第七十二条第一款第（一）项", "第七十三条第三款"),
      source("compulsion", "第四十五条"),
    ],
    inForce,
    suspension: {
      zh: "行政复议或者行政诉讼期间不予计算（第七十三条第三款）",
      en: "time of reconsideration or litigation is not counted (article 73, paragraph 3)",
    },
    isLateFine: true,
    notes: [
      {
        zh: "加处罚款是“可以”采取的措施，标准应当事先告知当事人（行政强制法第四十五条）。",
        en: "The agency may add it; the rate must have been told to the party (compulsion law, article 45).",
      },
    ],
  },
  {
    kind: "collected-fine",
    name: { zh: "当场收缴的罚款交至行政机关", en: "handing a fine collected on the spot to the agency" },
    event: {
      zh: "收缴罚款之日（水上收缴的，为抵岸之日）",
      en: "the day it was collected; on water, the day of landing",
    },
    bound: "agency",
    gives: "last",
    length: 2,
    unit: "workingDay",
    sources: [source("penalty", "第七十一条", "第八十五条")],
    inForce,
    notes: [
      {
        zh: "当场收缴只限：一百元以下罚款；不当场收缴事后难以执行；边远、水上、交通不便地区经当事人提出（第六十八条、第六十九条）。",
        en: "On-the-spot collection only: fines up to 100 yuan, those hard to enforce later, or remote places at the party's request (articles 68, 69).",
      },
    ],
  },
  {
    kind: "fine-to-bank",
    name: { zh: "行政机关将罚款缴付银行", en: "the agency paying a collected fine to the bank" },
    event: { zh: "行政机关收到罚款之日", en: "the day the agency received the fine" },
    bound: "agency",
    gives: "last",
    length: 2,
    unit: "workingDay",
    sources: [source("penalty", "第七十一条", "第八十五条")],
    inForce,
    notes: [],
  },
];
