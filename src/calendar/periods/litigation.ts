import { BY_POST, ROLL_LITIGATION } from "./counting.ts";
import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const inForce = { from: "2017-07-01" };
const NO_CLAUSE = {
  zh: "行政诉讼法没有“按工作日计算”的条款，按自然日、月计算。",
  en: "The administrative litigation law has no clause on working days: calendar days and months are counted.",
};
const LOST_TIME = {
  zh: "不可抗力或者其他不属于其自身的原因耽误的时间（第四十八条第一款）",
  en: "time lost by force majeure or other causes that are not the party's own (article 48, paragraph 1)",
};
const otherwise = { words: { zh: "法律另有规定", en: "a law says otherwise" } };

/** 行政诉讼法: going to court, and answering there. */
export const LITIGATION: readonly LegalPeriod[] = [
  {
    kind: "lawsuit",
    name: { zh: "直接向人民法院提起行政诉讼", en: "bringing a lawsuit directly" },
    event: { zh: "知道或者应当知道作出行政行为之日", en: "the day the act became known, or should have" },
    bound: "party",
    gives: "last",
    length: 6,
    unit: "month",
    sources: [source("litigation", "第四十六条第一款")],
    inForce,
    otherwise,
    suspension: LOST_TIME,
    untold: { sources: [source("interpretation", "第六十四条第一款")] },
    outer: { years: 5, realEstateYears: 20, sources: [source("litigation", "第四十六条第二款")] },
    rollBy: ROLL_LITIGATION,
    notes: [
      NO_CLAUSE,
      {
        zh: "依法应当先申请行政复议的（如对当场处罚不服），不能直接起诉（行政复议法第二十三条）。",
        en: "Where reconsideration must come first (an on-the-spot penalty, say) no direct lawsuit is possible (reconsideration law, article 23).",
      },
      BY_POST,
    ],
  },
  {
    kind: "lawsuit-after-reconsideration",
    name: { zh: "不服复议决定提起行政诉讼", en: "bringing a lawsuit after reconsideration" },
    event: {
      zh: "收到复议决定书之日（复议机关逾期不作决定的，为复议期满之日）",
      en: "the day the reconsideration decision was received, or the end of the time for it if none came",
    },
    bound: "party",
    gives: "last",
    length: 15,
    unit: "day",
    sources: [source("litigation", "第四十五条")],
    inForce,
    otherwise,
    suspension: LOST_TIME,
    untold: { sources: [source("interpretation", "第六十四条第二款")] },
    rollBy: ROLL_LITIGATION,
    notes: [NO_CLAUSE, BY_POST],
  },
  {
    kind: "lawsuit-answer",
    name: { zh: "被告提交答辩状和证据、依据", en: "the defendant agency's answer with evidence and basis" },
    event: { zh: "收到起诉状副本之日", en: "the day the copy of the complaint was received" },
    bound: "agency",
    gives: "last",
    length: 15,
    unit: "day",
    sources: [source("litigation", "第六十七条第一款")],
    inForce,
    notes: [NO_CLAUSE],
  },
];
