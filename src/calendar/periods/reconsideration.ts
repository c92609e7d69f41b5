import { BY_POST, ROLL_RECONSIDERATION } from "./counting.ts";
import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const TWENTY = source("reconsideration", "第二十条");

const APPLICATION: LegalPeriod = {
  kind: "reconsideration",
  name: { zh: "申请行政复议", en: "applying for administrative reconsideration" },
  event: { zh: "知道或者应当知道行政行为之日", en: "the day the act became known, or should have" },
  bound: "party",
  gives: "last",
  length: 60,
  unit: "day",
  sources: [TWENTY, source("regulation", "第二十三条")],
  inForce: { from: "2026-07-01" },
  otherwise: {
    words: { zh: "法律规定的申请期限超过六十日", en: "a law gives more than sixty days" },
    atLeast: 61,
  },
  suspension: {
    zh: "不可抗力或者其他正当理由耽误的时间（第二十条第二款）；未告知复议前置而误先起诉的时间（实施条例第二十六条）；处罚机关自行纠正的时间（实施条例第三十八条）",
    en: "time lost by force majeure or other good reason (article 20, paragraph 2); time of a lawsuit brought too early for want of notice (regulation, article 26); time of self-correction by the agency (regulation, article 38)",
  },
  untold: { sources: [source("reconsideration", "第二十条第三款")] },
  outer: { years: 5, realEstateYears: 20, sources: [source("reconsideration", "第二十一条")] },
  isByService: true,
  rollBy: ROLL_RECONSIDERATION,
  notes: [BY_POST],
};

/** 行政复议法: the applicant's sixty days. */
export const RECONSIDERATION: readonly LegalPeriod[] = [
  APPLICATION,
  {
    ...APPLICATION,
    sources: [TWENTY, source("regulation", "（2007年）第十五条")],
    inForce: { from: "2024-01-01", to: "2026-06-30" },
    suspension: {
      zh: "不可抗力或者其他正当理由耽误的时间（第二十条第二款）",
      en: "time lost by force majeure or other good reason (article 20, paragraph 2)",
    },
  },
  {
    kind: "reconsideration-supplement",
    name: { zh: "补正行政复议申请材料", en: "completing the application for reconsideration" },
    event: { zh: "收到补正通知之日", en: "the day the notice to complete was received" },
    bound: "party",
    gives: "last",
    length: 10,
    unit: "workingDay",
    sources: [source("reconsideration", "第三十一条第二款", "第八十八条第二款")],
    inForce: { from: "2024-01-01" },
    notes: [
      {
        zh: "有正当理由的，复议机关可以延长合理的补正期限；无正当理由逾期不补正的，视为放弃申请。",
        en: "The organ may extend it for good reason; without one, not completing in time counts as giving up.",
      },
    ],
  },
];
