import { source } from "./laws.ts";
import type { LegalPeriod } from "./legal-period.ts";

const agency = { bound: "agency", gives: "last", inForce: { from: "2021-09-01" } } as const;
const BY_RULE = {
  zh: "该规定直接写明“工作日”。",
  en: "The rule itself says working days.",
};

/** 市场监督管理行政处罚信息公示规定: putting decisions on the public register and taking them off. */
export const MARKET: readonly LegalPeriod[] = [
  {
    ...agency,
    kind: "market-publication",
    name: {
      zh: "市场监管处罚信息公示（同省）",
      en: "publishing a market supervision decision, same province",
    },
    event: { zh: "作出行政处罚决定之日", en: "the day of the decision" },
    length: 20,
    unit: "workingDay",
    sources: [source("publication", "第九条")],
    notes: [
      BY_RULE,
      {
        zh: "仅受警告的不公示（第二条第二款）。",
        en: "A mere warning is not published (article 2, paragraph 2).",
      },
    ],
  },
  {
    ...agency,
    kind: "market-push",
    name: {
      zh: "向外省登记地市场监管部门推送处罚信息",
      en: "pushing a decision to the party's home province",
    },
    event: { zh: "作出行政处罚决定之日", en: "the day of the decision" },
    length: 10,
    unit: "workingDay",
    sources: [source("publication", "第十条")],
    notes: [BY_RULE],
  },
  {
    ...agency,
    kind: "market-publication-elsewhere",
    name: { zh: "登记地市场监管部门协助公示", en: "publishing a decision pushed from another province" },
    event: { zh: "收到行政处罚信息之日", en: "the day the information was received" },
    length: 10,
    unit: "workingDay",
    sources: [source("publication", "第十条")],
    notes: [BY_RULE],
  },
  {
    ...agency,
    kind: "market-withdraw",
    name: { zh: "撤回市场监管处罚公示信息", en: "withdrawing a published market supervision decision" },
    event: {
      zh: "决定被变更、撤销、确认违法或者无效之日",
      en: "the day the decision was changed, annulled or found unlawful or void",
    },
    length: 3,
    unit: "workingDay",
    sources: [source("publication", "第十一条")],
    notes: [BY_RULE],
  },
  {
    ...agency,
    gives: "ends",
    kind: "market-publication-end",
    name: { zh: "市场监管处罚信息停止公示", en: "end of publication of a market supervision decision" },
    event: { zh: "公示之日", en: "the day of publication" },
    length: 3,
    unit: "year",
    sources: [source("publication", "第十三条第一款")],
    branches: [
      {
        flag: "minor",
        when: { zh: "仅受到通报批评或者较低数额罚款", en: "only public criticism or a low fine" },
        length: 3,
        unit: "month",
        sources: [source("publication", "第十三条第一款")],
      },
    ],
    notes: [
      {
        zh: "限制开展生产经营活动、限制从业超过三年的，按实际限制期限（第十三条第三款）。",
        en: "A ban on business or profession of more than three years is shown as long as it lasts (article 13, paragraph 3).",
      },
    ],
  },
];
