import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2012-01-01" };

/** 行政强制法, chapter 3: seizing, freezing, acting on the spot. */
export const MEASURE: readonly LegalPeriod[] = [
  {
    kind: "measure-report",
    name: {
      zh: "当场实施强制措施后报告并补办批准手续",
      en: "reporting a measure taken on the spot and getting it approved",
    },
    event: { zh: "当场实施行政强制措施之时", en: "the time the measure was taken" },
    bound: "agency",
    gives: "last",
    length: 24,
    unit: "hour",
    sources: [source("compulsion", "第十九条")],
    inForce,
    notes: [
      {
        zh: "限制人身自由的，应当在返回行政机关后立即报告（第二十条第一款第（二）项）。",
        en: "A measure that restrains a person is reported at once on return (article 20, paragraph 1, item 2).",
      },
    ],
  },
  {
    kind: "seizure",
    name: { zh: "查封、扣押", en: "sealing or seizure" },
    event: { zh: "查封、扣押之日", en: "the day of sealing or seizure" },
    bound: "agency",
    gives: "last",
    length: 30,
    unit: "day",
    sources: [source("compulsion", "第二十五条", "第二十七条")],
    inForce,
    extension: {
      max: 30,
      needs: {
        zh: "情况复杂，经行政机关负责人批准，及时书面告知当事人并说明理由",
        en: "a complex case, the agency head's approval, written notice with reasons to the party",
      },
    },
    suspension: {
      zh: "检测、检验、检疫或者技术鉴定的期间不计入，但应当明确并书面告知当事人（第二十五条第三款）",
      en: "time of testing, inspection, quarantine or appraisal is not counted, but must be fixed and told in writing (article 25, paragraph 3)",
    },
    otherwise: {
      words: { zh: "法律、行政法规另有规定", en: "a law or administrative regulation says otherwise" },
    },
    notes: [
      {
        zh: "期满应当立即作出解除决定（第二十八条第一款第（四）项）。",
        en: "When it has run out the measure must be lifted (article 28, paragraph 1, item 4).",
      },
    ],
  },
  {
    kind: "freeze",
    name: { zh: "冻结存款、汇款后作出处理决定或者解除", en: "decision on frozen deposits or remittances" },
    event: { zh: "冻结之日", en: "the day of freezing" },
    bound: "agency",
    gives: "last",
    length: 30,
    unit: "day",
    sources: [source("compulsion", "第三十二条")],
    inForce,
    extension: {
      max: 30,
      needs: {
        zh: "情况复杂，经行政机关负责人批准，及时书面告知当事人并说明理由",
        en: "a complex case, the agency head's approval, written notice with reasons to the party",
      },
    },
    otherwise: { words: { zh: "法律另有规定", en: "a law says otherwise" } },
    notes: [
      {
        zh: "逾期未作决定的，金融机构自冻结期满之日起解除冻结（第三十三条第三款）。",
        en: "Without a decision the bank lifts the freeze when the period has run out (article 33, paragraph 3).",
      },
    ],
  },
  {
    kind: "freeze-notice",
    name: { zh: "向当事人交付冻结决定书", en: "handing the freezing decision to the party" },
    event: { zh: "冻结之日", en: "the day of freezing" },
    bound: "agency",
    gives: "last",
    length: 3,
    unit: "workingDay",
    sources: [source("compulsion", "第三十一条", "第六十九条")],
    inForce,
    notes: [],
  },
];
