import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const DEEMED = {
  zh: "公告送达期间届满即视为送达，后面的期限从届满之日起算。",
  en: "When the announcement has run out the document counts as served; later periods run from that day.",
};

/** Serving the decision. */
export const SERVICE: readonly LegalPeriod[] = [
  {
    kind: "service",
    name: { zh: "送达行政处罚决定书", en: "serving the penalty decision" },
    event: {
      zh: "宣告决定之日（当事人不在场）",
      en: "the day the decision was announced with the party absent",
    },
    bound: "agency",
    gives: "last",
    length: 7,
    unit: "workingDay",
    sources: [source("penalty", "第六十一条第一款", "第八十五条")],
    inForce: { from: "2021-07-15" },
    notes: [
      {
        zh: "送达方式依照民事诉讼法第八十七条至第九十五条。治安管理处罚决定书为二日，见 police-service。",
        en: "How to serve: civil procedure law, articles 87 to 95. Public security decisions: two days, see police-service.",
      },
    ],
  },
  {
    kind: "announcement-service",
    name: { zh: "公告送达", en: "service by announcement" },
    event: { zh: "发出公告之日", en: "the day of the announcement" },
    bound: "agency",
    gives: "ends",
    length: 30,
    unit: "day",
    sources: [source("penalty", "第六十一条第一款"), source("civilProcedure", "第九十五条第一款")],
    inForce: { from: "2024-01-01" },
    notes: [
      DEEMED,
      {
        zh: "公安机关公告期限不少于六十日，见 police-announcement-service。",
        en: "The police announce for sixty days at least: see police-announcement-service.",
      },
    ],
  },
  {
    kind: "police-announcement-service",
    name: { zh: "公安机关公告送达", en: "service by announcement of the police" },
    event: { zh: "发出公告之日", en: "the day of the announcement" },
    bound: "agency",
    gives: "ends",
    length: 60,
    unit: "day",
    sources: [source("policeProcedure", "第三十六条")],
    inForce: { from: "2019-01-01" },
    notes: [
      DEEMED,
      {
        zh: "六十日是下限，公告写明更长期限的从其期限。",
        en: "Sixty days is the least; a longer term in the announcement counts.",
      },
    ],
  },
];
