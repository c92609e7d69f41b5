import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2024-01-01" };
const agency = { bound: "agency", gives: "last", inForce } as const;
const WORKING = "第八十八条第二款";
const SIMPLE = { zh: "适用简易程序", en: "the simple procedure applies" };

/** 行政复议法: what the organ and the agency that acted must do, and by when. */
export const REVIEW: readonly LegalPeriod[] = [
  {
    ...agency,
    kind: "reconsideration-forward",
    name: { zh: "处罚机关转送行政复议申请", en: "forwarding an application to the reconsideration organ" },
    event: { zh: "处罚机关收到申请之日", en: "the day the penalising agency received the application" },
    length: 5,
    unit: "workingDay",
    sources: [source("reconsideration", "第三十二条第二款", WORKING)],
    notes: [
      {
        zh: "只适用于当场处罚和电子技术监控处罚；需要自行纠正的，也应在五个工作日内完成（实施条例第三十八条）。",
        en: "Only for on-the-spot and camera penalties; correcting the decision oneself has the same five working days (regulation, article 38).",
      },
    ],
  },
  {
    ...agency,
    kind: "reconsideration-review",
    name: { zh: "审查行政复议申请", en: "examining an application for reconsideration" },
    event: { zh: "收到行政复议申请之日", en: "the day the application was received" },
    length: 5,
    unit: "workingDay",
    sources: [source("reconsideration", "第三十条", "第三十一条第一款", WORKING)],
    notes: [
      {
        zh: "期满未作出不予受理决定的，视为受理；需要补正的，也应在五个工作日内书面通知。",
        en: "Without a refusal by then the application counts as accepted; a notice to complete has the same five working days.",
      },
    ],
  },
  {
    ...agency,
    kind: "reconsideration-copy",
    name: { zh: "向被申请人发送申请书副本", en: "sending the copy of the application to the respondent" },
    event: { zh: "受理之日", en: "the day of acceptance" },
    length: 7,
    unit: "workingDay",
    sources: [source("reconsideration", "第四十八条", WORKING)],
    branches: [
      {
        flag: "simple",
        when: SIMPLE,
        length: 3,
        unit: "workingDay",
        sources: [source("reconsideration", "第五十四条第一款", WORKING)],
      },
    ],
    notes: [],
  },
  {
    ...agency,
    kind: "reconsideration-answer",
    name: { zh: "被申请人书面答复并提交证据、依据", en: "the respondent's answer with evidence and basis" },
    event: { zh: "收到申请书副本之日", en: "the day the copy of the application was received" },
    length: 10,
    unit: "workingDay",
    sources: [source("reconsideration", "第四十八条", WORKING)],
    branches: [
      {
        flag: "simple",
        when: SIMPLE,
        length: 5,
        unit: "workingDay",
        sources: [source("reconsideration", "第五十四条第一款", WORKING)],
      },
    ],
    notes: [],
  },
  {
    ...agency,
    gives: "lastBefore",
    kind: "reconsideration-hearing-notice",
    name: { zh: "行政复议听证通知", en: "notice of a reconsideration hearing" },
    event: { zh: "举行听证之日", en: "the day of the hearing" },
    length: 5,
    unit: "workingDay",
    sources: [source("reconsideration", "第五十一条第一款", WORKING)],
    notes: [],
  },
  {
    ...agency,
    kind: "reconsideration-decision",
    name: { zh: "作出行政复议决定", en: "decision on reconsideration" },
    event: { zh: "受理申请之日", en: "the day of acceptance" },
    length: 60,
    unit: "day",
    sources: [source("reconsideration", "第六十二条第一款")],
    branches: [
      {
        flag: "simple",
        when: SIMPLE,
        length: 30,
        unit: "day",
        sources: [source("reconsideration", "第六十二条第二款")],
        isWithoutExtension: true,
      },
    ],
    extension: {
      max: 30,
      needs: {
        zh: "情况复杂，经行政复议机构负责人批准并书面告知当事人",
        en: "a complex case, approval by the head of the reconsideration office, written notice to the parties",
      },
    },
    suspension: {
      zh: "中止、现场勘验、鉴定的时间（第三十九条；实施条例第四十五条、第四十六条）",
      en: "stay, site examination and appraisal (article 39; regulation, articles 45 and 46)",
    },
    otherwise: {
      words: { zh: "法律规定的复议期限少于六十日", en: "a law gives less than sixty days" },
      atMost: 59,
    },
    notes: [],
  },
];
