import { BY_ANALOGY, NO_WORKING_DAYS, ROLL_BY_ANALOGY } from "./counting.ts";
import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2013-01-01", to: "2025-12-31" };
const agency = { bound: "agency", gives: "last", inForce } as const;
const TURN = {
  zh: "新治安管理处罚法自2026年1月1日起施行；此后进行的程序请按新法核对。",
  en: "The new public security penalties law is in force since 2026-01-01; check steps taken after that day against it.",
};

/** 治安管理处罚法 as amended in 2012, for events before 2026. */
export const POLICE_BEFORE: readonly LegalPeriod[] = [
  {
    ...agency,
    kind: "police-decision",
    name: { zh: "办理治安案件", en: "handling a public security case" },
    event: { zh: "受理之日", en: "the day the case was accepted" },
    length: 30,
    unit: "day",
    sources: [source("police", "（2012年修正）第九十九条")],
    extension: {
      max: 30,
      needs: {
        zh: "案情重大、复杂，经上一级公安机关批准",
        en: "a grave or complex case, approved by the next higher police organ",
      },
    },
    suspension: {
      zh: "为查明案情进行鉴定的期间不计入（第二款）",
      en: "appraisal to clear up the case is not counted (paragraph 2)",
    },
    notes: [NO_WORKING_DAYS, TURN],
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
    sources: [source("police", "（2012年修正）第九十七条第一款")],
    notes: [NO_WORKING_DAYS, TURN],
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
    sources: [source("police", "（2012年修正）第二十二条")],
    isLimitation: true,
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
    sources: [source("police", "（2012年修正）第一百零四条")],
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
    sources: [source("police", "（2012年修正）第一百零五条")],
    notes: [NO_WORKING_DAYS],
  },
  {
    ...agency,
    kind: "police-fine-to-bank",
    name: { zh: "公安机关将罚款缴付银行", en: "the police paying a collected fine to the bank" },
    event: { zh: "公安机关收到罚款之日", en: "the day the police organ received the fine" },
    length: 2,
    unit: "day",
    sources: [source("police", "（2012年修正）第一百零五条")],
    notes: [NO_WORKING_DAYS],
  },
  {
    ...agency,
    kind: "police-spot-report",
    name: { zh: "当场处罚报所属公安机关备案", en: "reporting an on-the-spot penalty" },
    event: { zh: "当场作出处罚决定之时", en: "the time of the decision" },
    length: 24,
    unit: "hour",
    sources: [source("police", "（2012年修正）第一百零一条第三款")],
    notes: [],
  },
  {
    ...agency,
    kind: "police-interview",
    name: { zh: "传唤后询问查证", en: "questioning after a summons" },
    event: { zh: "被传唤人到案之时", en: "the time the person arrived" },
    length: 8,
    unit: "hour",
    sources: [source("police", "（2012年修正）第八十三条第一款")],
    branches: [
      {
        flag: "detention",
        when: { zh: "情况复杂，可能适用行政拘留", en: "a complex case that may end in detention" },
        length: 24,
        unit: "hour",
        sources: [source("police", "（2012年修正）第八十三条第一款")],
      },
    ],
    notes: [],
  },
];
