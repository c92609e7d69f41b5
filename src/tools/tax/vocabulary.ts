import type { Words } from "../../core/language.ts";
import type { DeductionItem } from "./deductions.ts";
import type { TaxInput } from "./input.ts";

/** Fields that an amount in plain talk can belong to. */
export type AmountField = keyof TaxInput &
  (
    | "salary"
    | "labourService"
    | "manuscript"
    | "royalties"
    | "socialInsurance"
    | "otherDeductions"
    | "withheld"
  );

/** Words beside an amount, and the field it belongs to; the nearest word before the amount decides. */
export const FIELD_WORDS: readonly [AmountField, RegExp][] = [
  [
    "withheld",
    /预扣|预缴|(?:已经?|都)(?:扣|交|缴)了?.{0,4}税|税.{0,3}(?:已|扣了|交了)|withheld|already paid/gi,
  ],
  [
    "socialInsurance",
    /社保|[五三四]险[一二两]?金?|公积金|养老保险|医疗?保险?|social (?:insurance|security)|housing fund|provident/gi,
  ],
  ["otherDeductions", /个人养老金|企业年金|职业年金|年金|annuity|private pension/gi],
  [
    "labourService",
    /劳务(?:报酬|费)?|私活|兼职|外快|freelance|side job|labou?r services?|consulting|service pay/gi,
  ],
  ["manuscript", /稿[费酬]|版税|manuscripts?|writing fees?/gi],
  ["royalties", /特许权|专利(?:使用|许可)费|royalt(?:y|ies)/gi],
  [
    "salary",
    /月薪|年薪|底薪|工资|薪[水资酬]|年终奖|奖金|月入|年入|收入|挣|赚|salary|wages?|bonus|\bearn\w*\b|\bmakes?\b|income(?! tax)/gi,
  ],
];

/** Words for a special additional deduction, said with or without an amount. */
export const DEDUCTION_WORDS: readonly [DeductionItem, RegExp][] = [
  [
    "infant_care",
    /婴幼?儿|[3三]岁以下|不[到满][3三]岁|[一两二12]岁|刚出生|\b(?:infant|baby|toddler)\b|under (?:3|three)/i,
  ],
  ["child_education", /孩子|小孩|娃|子女|儿子|女儿|上学|\b(?:child|children|kids?|sons?|daughters?)\b/i],
  ["elderly_only_child", /爸妈|父母|老人|赡养|爹妈|爸爸|妈妈|elderly|parents/i],
  ["mortgage_interest", /房贷|按揭|mortgage|home loan/i],
  ["rent_large_city", /租房|房租|租金|rent/i],
  ["degree_education", /继续教育|读研|在职(?:硕|博|读)|学历|part-time degree|master'?s degree/i],
  ["professional_certificate", /职业资格|拿.{0,4}证书|professional certificate/i],
  ["serious_illness", /大病|serious illness/i],
];

export const ONLY_CHILD = /独生(?:子女)?|only child/i;
export const HAS_SIBLINGS = /非独生|不是独生|兄弟|姐妹|[哥姐弟妹]|分摊|siblings?|brother|sister/i;
export const NOT_YET_SIXTY = /(?:没|不|未)[到满]?\s*60|(?:not|under)(?: yet)? 60/i;
export const SHARED_CHILD = /各(?:扣|抵)?一半|平分|一人一半|half each|each half/i;
export const AS_DEDUCTION = /抵|扣|deduct/i;
export const DENIES = /没有?|无(?!论)|不算|\bno\b|without|don't have/i;

export const MONTHLY =
  /月薪|底薪|每个?月|一个月|月入|按月|\/月|月均|(?:per|a|each|every) month|monthly|\/mo/i;
export const YEARLY = new RegExp(
  [
    "年薪|年终奖|奖金|每年|一年|全年|年收?入|[去今]年|[总一]共|合计",
    "(?:per|a|each|for the|this|last) year|annual|yearly|in total|bonus",
  ].join("|"),
  "i",
);

/** A question for which the calculation is meant. */
export const ASKS_TAX = /税|\btax/i;
export const ASKS_SUM = /多少|几多|好多|几|算|计|补|退|how much|calculate|work out|what (?:is|will)|compute/i;

/** Other taxes, thresholds and business income: not for this calculation. */
export const NOT_THIS_TAX = new RegExp(
  [
    "增值税|发票|契税|房产税|车船|消费税|企业|印花|小规模|个体|经营|股权|股票|滞纳金|以[上下]|起征点|税率",
    "VAT|invoice|corporate|self-employed|threshold|tax rate",
  ].join("|"),
  "i",
);

/** What is assumed where the person left something open. */
export const ASSUMED = {
  salaryMonthly: {
    zh: "没说按月还是按年，工资按每月计，乘以 12",
    en: "monthly or yearly was not said: wages taken as monthly, times 12",
  },
  salaryYearly: {
    zh: "没说按月还是按年，工资按全年计",
    en: "monthly or yearly was not said: wages taken as the whole year's",
  },
  insuranceMonthly: { zh: "社保公积金按每月计，乘以 12", en: "social insurance taken as monthly, times 12" },
  insuranceYearly: { zh: "社保公积金按全年计", en: "social insurance taken as the whole year's" },
  noInsurance: {
    zh: "没说社保公积金，按 0 计；有的话税会更少",
    en: "social insurance was not given and counts as 0; with it the tax is lower",
  },
  noDeductions: {
    zh: "没说专项附加扣除（子女、老人、房贷、房租等），按没有计",
    en: "special additional deductions (children, parents, mortgage, rent) were not given and count as none",
  },
  bonus: {
    zh: "年终奖并入全年工资计算（也可以选单独计税）",
    en: "the bonus is added to wages (separate taxation may be chosen)",
  },
  takeHome: {
    zh: "把到手数当作税前收入，实际税会更多",
    en: "take-home pay taken as pay before tax; the real tax is higher",
  },
  oneChild: {
    zh: "没说几个孩子，按一个、由本人全额扣除",
    en: "the number of children was not said: one, deducted in full by you",
  },
  fullChild: { zh: "孩子由本人全额扣除", en: "children are deducted in full by you" },
  siblings: {
    zh: "没说是不是独生子女，赡养老人按非独生每月 1500 元计；独生子女可扣 3000 元",
    en: "only child or not was not said: 1,500 a month for parents; an only child may deduct 3,000",
  },
  sixty: { zh: "老人已满 60 岁", en: "the parents are 60 or over" },
  rentCity: {
    zh: "没说在哪个城市租房，按直辖市、省会等每月 1500 元计；其他城市是 1100 或 800 元",
    en: "the city of the rent was not said: 1,500 a month as in provincial capitals; 1,100 or 800 elsewhere",
  },
  rentOrMortgage: {
    zh: "房贷利息和房租不能同时扣，只算了先说的一项",
    en: "mortgage interest and rent exclude each other: only the one named first is counted",
  },
  fullYear: { zh: "各项扣除按 12 个月计", en: "deductions hold for all 12 months" },
} as const satisfies Record<string, Words>;
