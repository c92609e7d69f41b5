import { BY_ANALOGY, NO_WORKING_DAYS, ROLL_BY_ANALOGY } from "./counting.ts";
import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const agency = { bound: "agency", gives: "last", inForce: { from: "2026-01-01" } } as const;

/** 治安管理处罚法 of 2025: calendar days throughout. */
export const POLICE: readonly LegalPeriod[] = [
  {
    ...agency,
    kind: "police-decision",
    name: { zh: "办理治安案件", en: "handling a public security case" },
    event: { zh: "立案之日", en: "the day the case was filed" },
    length: 30,
    unit: "day",
    sources: [source("police", "第一百一十八条")],
    extension: {
      max: 60,
      needs: {
        zh: "案情重大、复杂，每次三十日、以二次为限，经上一级公安机关批准（派出所办理的，由所属公安机关批准）",
        en: "a grave or complex case, thirty days each time and twice at most, approved by the next higher police organ",
      },
    },
    suspension: {
      zh: "为查明案情进行鉴定的期间、听证的期间不计入（第二款）",
      en: "appraisal to clear up the case, and the hearing, are not counted (paragraph 2)",
    },
    notes: [NO_WORKING_DAYS],
  },
  {
    ...agency,
    kind: "police-service",
    name: { zh: "送达治安管理处罚决定书", en: "serving a public security decision" },
    event: {
      zh: "作出决定之日（无法当场宣告）",
      en: "the day of the decision, when it could not be announced in person",
    },
    length: 2,
    unit: "day",
    sources: [source("police", "第一百一十六条第一款")],
    notes: [NO_WORKING_DAYS],
  },
  {
    ...agency,
    kind: "police-limitation",
    name: { zh: "治安管理处罚追责时效", en: "time bar for public security penalties" },
    event: {
      zh: "违反治安管理行为发生之日（连续或者继续的，为行为终了之日）",
      en: "the day of the act, or of its end if it went on",
    },
    length: 6,
    unit: "month",
    sources: [source("police", "第二十五条")],
    isLimitation: true,
    notes: [],
  },
  {
    ...agency,
    kind: "police-spot-report",
    name: { zh: "当场处罚报所属公安机关备案", en: "reporting an on-the-spot penalty" },
    event: { zh: "当场作出处罚决定之时", en: "the time of the decision" },
    length: 24,
    unit: "hour",
    sources: [source("police", "第一百二十条第四款")],
    notes: [],
  },
  {
    ...agency,
    kind: "police-interview",
    name: { zh: "传唤后询问查证", en: "questioning after a summons" },
    event: { zh: "被传唤人到案之时", en: "the time the person arrived" },
    length: 8,
    unit: "hour",
    sources: [source("police", "第九十七条第一款")],
    branches: [
      {
        flag: "many",
        when: {
          zh: "涉案人数众多、违反治安管理行为人身份不明",
          en: "many persons involved, or identity unknown",
        },
        length: 12,
        unit: "hour",
        sources: [source("police", "第九十七条第一款")],
      },
      {
        flag: "detention",
        when: { zh: "情况复杂，可能适用行政拘留", en: "a complex case that may end in detention" },
        length: 24,
        unit: "hour",
        sources: [source("police", "第九十七条第一款")],
      },
    ],
    notes: [],
  },
  {
    ...agency,
    kind: "police-fine-payment",
    bound: "party",
    name: { zh: "缴纳治安罚款", en: "paying a public security fine" },
    event: { zh: "收到处罚决定书之日", en: "the day the decision was received" },
    length: 15,
    unit: "day",
    sources: [source("police", "第一百二十三条")],
    rollBy: ROLL_BY_ANALOGY,
    notes: [BY_ANALOGY],
  },
  {
    ...agency,
    kind: "police-collected-fine",
    name: {
      zh: "当场收缴的治安罚款交至公安机关",
      en: "handing in a public security fine collected on the spot",
    },
    event: {
      zh: "收缴罚款之日（水上、旅客列车上收缴的，为抵岸或者到站之日）",
      en: "the day it was collected; on water or a train, the day of landing or arrival",
    },
    length: 2,
    unit: "day",
    sources: [source("police", "第一百二十四条")],
    notes: [NO_WORKING_DAYS],
  },
  {
    ...agency,
    kind: "police-fine-to-bank",
    name: { zh: "公安机关将罚款缴付银行", en: "the police paying a collected fine to the bank" },
    event: { zh: "公安机关收到罚款之日", en: "the day the police organ received the fine" },
    length: 2,
    unit: "day",
    sources: [source("police", "第一百二十四条")],
    notes: [NO_WORKING_DAYS],
  },
  {
    ...agency,
    kind: "police-hearing-request",
    bound: "party",
    name: { zh: "向公安机关要求听证", en: "asking the police for a hearing" },
    event: { zh: "公安机关告知之日", en: "the day the police gave notice of the right" },
    inForce: { from: "2021-07-15" },
    length: 3,
    unit: "day",
    sources: [source("policeProcedure", "第一百三十三条")],
    rollBy: [source("policeProcedure", "第三十五条")],
    also: {
      length: 5,
      unit: "workingDay",
      words: {
        zh: "治安管理处罚法没有规定这一期限，依其第四条适用行政处罚法的五个工作日；在此日之前不宜作出决定",
        en: "the public security penalties law sets no such period and its article 4 refers to the five working days of the penalty law; make no decision before that day",
      },
      sources: [source("penalty", "第六十四条第（一）项", "第八十五条")],
    },
    notes: [],
  },
];
