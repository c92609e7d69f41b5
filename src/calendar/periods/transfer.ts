import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const agency = { bound: "agency", gives: "last", inForce: { from: "2020-08-07" } } as const;
const CALENDAR = {
  zh: "该规定没有“按工作日计算”的条款，按自然日计算，这是稳妥的读法。",
  en: "The regulation has no clause on working days, so calendar days are counted: the safe reading.",
};

/** 行政执法机关移送涉嫌犯罪案件的规定: handing suspected crimes to the police. */
export const TRANSFER: readonly LegalPeriod[] = [
  {
    ...agency,
    kind: "transfer-decision",
    name: { zh: "决定是否移送涉嫌犯罪案件", en: "deciding whether to transfer a suspected crime" },
    event: { zh: "正职负责人或者主持工作的负责人接到报告之日", en: "the day the head received the report" },
    length: 3,
    unit: "day",
    sources: [source("transfer", "第五条第二款")],
    notes: [CALENDAR],
  },
  {
    ...agency,
    kind: "transfer",
    name: { zh: "向同级公安机关移送", en: "transferring the case to the police" },
    event: { zh: "决定批准移送之时", en: "the time the transfer was approved" },
    length: 24,
    unit: "hour",
    sources: [source("transfer", "第五条第二款")],
    notes: [],
  },
  {
    ...agency,
    kind: "transfer-objection",
    name: { zh: "对不予立案提请公安机关复议", en: "asking the police to reconsider not opening a case" },
    event: { zh: "接到不予立案通知书之日", en: "the day the notice was received" },
    length: 3,
    unit: "day",
    sources: [source("transfer", "第九条第一款")],
    notes: [CALENDAR],
  },
  {
    ...agency,
    kind: "transfer-handover",
    name: { zh: "移交涉案物品和材料", en: "handing over objects and files of the case" },
    event: { zh: "接到立案通知书之日", en: "the day the notice of opening was received" },
    length: 3,
    unit: "day",
    sources: [source("transfer", "第十二条")],
    notes: [CALENDAR],
  },
];
