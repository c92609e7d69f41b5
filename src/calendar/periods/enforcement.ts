import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2012-01-01" };

/** 行政强制法, chapters 4 and 5: making a decision good. */
export const ENFORCEMENT: readonly LegalPeriod[] = [
  {
    kind: "enforcement-demand",
    name: { zh: "催告后可以申请法院强制执行", en: "applying to the court after a demand" },
    event: { zh: "催告书送达之日", en: "the day the demand was served" },
    bound: "agency",
    gives: "first",
    length: 10,
    unit: "workingDay",
    sources: [source("compulsion", "第五十四条", "第六十九条")],
    inForce,
    notes: [
      {
        zh: "还须复议、诉讼期限已经届满而当事人未申请、未起诉（第五十三条），见 court-enforcement。",
        en: "The time for reconsideration and litigation must have run out unused as well (article 53): see court-enforcement.",
      },
    ],
  },
  {
    kind: "court-enforcement",
    name: { zh: "申请人民法院强制执行", en: "applying to the court for enforcement" },
    event: {
      zh: "复议和起诉期限届满之日（批准延期、分期缴纳罚款的，为该期限结束之日）",
      en: "the day the time for reconsideration and litigation ran out, or the end of an approved postponement or instalments",
    },
    bound: "agency",
    gives: "last",
    length: 3,
    unit: "month",
    sources: [source("compulsion", "第五十三条", "第五十四条"), source("penalty", "第七十二条第二款")],
    inForce,
    isAfterDemand: true,
    notes: [
      {
        zh: "起诉期限一般为六个月，晚于六十日的复议期限，应以最后届满的为准（见 lawsuit）。",
        en: "The six months for litigation usually end last, after the sixty days for reconsideration (see lawsuit).",
      },
    ],
  },
  {
    kind: "forced-payment",
    name: {
      zh: "加处罚款超过三十日后强制执行",
      en: "enforcing payment after thirty days of additional fine",
    },
    event: {
      zh: "开始加处罚款的前一日（缴款期满日）",
      en: "the day before the additional fine began: the last day for payment",
    },
    bound: "agency",
    gives: "first",
    length: 30,
    unit: "day",
    sources: [source("compulsion", "第四十六条第一款")],
    inForce,
    notes: [
      {
        zh: "只适用于具有行政强制执行权的机关，并须经催告仍不履行；没有强制执行权的，申请人民法院强制执行。",
        en: "Only for agencies with enforcement power of their own, and after a demand; others apply to the court.",
      },
    ],
  },
  {
    kind: "substitute-demand",
    name: { zh: "代履行前催告", en: "demand before substitute performance" },
    event: { zh: "代履行之日", en: "the day of substitute performance" },
    bound: "agency",
    gives: "lastBefore",
    length: 3,
    unit: "workingDay",
    sources: [source("compulsion", "第五十一条第一款第（二）项", "第六十九条")],
    inForce,
    notes: [],
  },
];
