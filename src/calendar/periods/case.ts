import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2021-07-15" };

/** 行政处罚法: from filing a case to its decision. */
export const CASE: readonly LegalPeriod[] = [
  {
    kind: "decision",
    name: { zh: "作出行政处罚决定", en: "penalty decision" },
    event: { zh: "立案之日", en: "the day the case was filed" },
    bound: "agency",
    gives: "last",
    length: 90,
    unit: "day",
    sources: [source("penalty", "第六十条")],
    inForce,
    otherwise: { words: { zh: "法律、法规、规章另有规定", en: "a law, regulation or rule says otherwise" } },
    extension: {
      max: 3650,
      needs: { zh: "部门规章等规定的批准程序", en: "the approval that the field's own rule asks for" },
    },
    suspension: {
      zh: "第六十条没有规定扣除；部门规章规定听证、公告、检测、鉴定等时间不计入的，从其规定",
      en: "article 60 excludes nothing; a field's own rule may exclude hearing, announcement, testing or appraisal",
    },
    isBasisNeeded: true,
    notes: [],
  },
  {
    kind: "limitation",
    name: { zh: "行政处罚追责时效", en: "time bar for penalties" },
    event: {
      zh: "违法行为发生之日（连续或者继续的，为行为终了之日）",
      en: "the day of the act, or of its end if it went on",
    },
    bound: "agency",
    gives: "last",
    length: 2,
    unit: "year",
    sources: [source("penalty", "第三十六条")],
    // acts of any age are asked about; what holds for those before the law of 2021 is said in a note
    inForce: { from: "1996-10-01" },
    changed: {
      on: "2021-07-15",
      words: {
        zh: "第三十六条自2021年7月15日起施行，五年时效是当时新设的；此前的行为适用行为发生时的法律（第三十七条），请核对旧法。",
        en: "Article 36 is in force since 2021-07-15 and the five years were new then; earlier acts follow the law of their time (article 37): check the old text.",
      },
    },
    branches: [
      {
        flag: "harm",
        when: {
          zh: "涉及公民生命健康安全、金融安全且有危害后果",
          en: "life, health or financial safety is concerned and harm was done",
        },
        length: 5,
        unit: "year",
        sources: [source("penalty", "第三十六条第一款")],
        since: "2021-07-15",
      },
    ],
    otherwise: { words: { zh: "法律另有规定", en: "a law says otherwise" } },
    isLimitation: true,
    notes: [
      {
        zh: "以被发现为准：期满日当天发现的，仍有“当日是否计入”的争议，应从严掌握。",
        en: "Discovery counts. Discovery on the very last day is arguable (whether the first day counts); be strict.",
      },
    ],
  },
  {
    kind: "evidence-preservation",
    name: { zh: "先行登记保存后作出处理决定", en: "decision on preserved evidence" },
    event: { zh: "先行登记保存之日", en: "the day the evidence was registered and kept" },
    bound: "agency",
    gives: "last",
    length: 7,
    unit: "workingDay",
    sources: [source("penalty", "第五十六条", "第八十五条")],
    inForce,
    notes: [],
  },
  {
    kind: "withdraw-publication",
    name: { zh: "撤回已公开的行政处罚决定信息", en: "withdrawing a published decision" },
    event: {
      zh: "决定被变更、撤销、确认违法或者无效之日",
      en: "the day the decision was changed, annulled or found unlawful or void",
    },
    bound: "agency",
    gives: "last",
    length: 3,
    unit: "workingDay",
    sources: [source("penalty", "第四十八条第二款", "第八十五条")],
    inForce,
    notes: [],
  },
];
