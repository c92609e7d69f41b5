import type { Language, Words } from "../../core/language.ts";
import type { Claimed, Computation, Reconciliation } from "./compute.ts";
import { yuan } from "./money.ts";

const NEXT_STEP: Readonly<Record<Reconciliation, Words>> = {
  unknown: {
    zh: "汇算：没有说全年已经预缴多少税，不能判断补税还是退税；App 里能查到。",
    en:
      "Reconciliation: the tax already withheld was not given, so I cannot say " +
      "whether to pay more or get a refund; the tax app shows it.",
  },
  none: {
    zh: "汇算：已缴和应缴一致，不用办。",
    en: "Reconciliation: paid and due are equal; nothing to do.",
  },
  refund: {
    zh: "汇算：可以退税；想退就在次年 3 月 1 日至 6 月 30 日办理（个人所得税法第十一条），不想退可以不办。",
    en:
      "Reconciliation: a refund is possible if you file between 1 March and 30 June " +
      "of the next year (art. 11); you need not file if you do not want it.",
  },
  exempt: {
    zh: "汇算：可以不补。全年收入不超过 12 万元，或者补税不超过 400 元的，免办（执行到 2027 年 12 月 31 日；单位没有依法预扣的除外，以 12366 为准）。",
    en:
      "Reconciliation: no top-up is asked where the year's income is at most 120,000 yuan " +
      "or the top-up at most 400 (until 31 December 2027; " +
      "not if the payer failed to withhold; check with 12366).",
  },
  due: {
    zh: "汇算：必须办理并补税，时间是次年 3 月 1 日至 6 月 30 日（个人所得税法第十一条）。",
    en:
      "Reconciliation: filing and paying the difference is required " +
      "between 1 March and 30 June of the next year (art. 11).",
  },
};

/** The calculation as lines for a person, the answer first. */
export function workingOf(
  result: Computation,
  assumptions: readonly string[],
  language: Language,
): readonly string[] {
  const lines = language === "zh" ? chineseSteps(result) : englishSteps(result);
  const assumed = assumptions.map((one) => (language === "zh" ? `假设：${one}` : `Assumed: ${one}`));
  return [...lines, NEXT_STEP[result.reconciliation][language], ...assumed, ROUNDING[language]];
}

const ROUNDING: Words = {
  zh: "每一步四舍五入到分；按居民个人的综合所得计算，结果供参考，以个人所得税 App 为准。",
  en:
    "Each step is rounded to the fen; computed for a resident's comprehensive income. " +
    "For reference: the tax app decides.",
};

function chineseSteps(result: Computation): string[] {
  const { bracket } = result;
  const claimed = result.claimed.map((one) => claim(one, "zh")).join("，");
  const other = result.otherDeductions > 0 ? ` − 其他扣除 ${yuan(result.otherDeductions)}` : "";
  return [
    `**全年应纳个人所得税：${yuan(result.tax)} 元**${balanceLine(result, "zh")}`,
    `1. 收入额 ${incomeParts(result, "zh")} = ${yuan(result.income)} 元`,
    `2. 专项附加扣除 ${yuan(result.deductions)} 元${claimed === "" ? "" : `（${claimed}）`}`,
    `3. 应纳税所得额 ${yuan(result.income)} − 减除费用 ${yuan(result.basic)} − 社保公积金 ${yuan(result.socialInsurance)}` +
      ` − 专项附加扣除 ${yuan(result.deductions)}${other} = ${yuan(result.taxable)} 元`,
    `4. 税额 ${yuan(result.taxable)} × ${bracket.ratePercent}% − 速算扣除数 ${yuan(bracket.quickDeduction)}` +
      ` = ${yuan(result.tax)} 元`,
  ];
}

function englishSteps(result: Computation): string[] {
  const { bracket } = result;
  const claimed = result.claimed.map((one) => claim(one, "en")).join(", ");
  const other = result.otherDeductions > 0 ? ` − other deductions ${yuan(result.otherDeductions)}` : "";
  return [
    `**Income tax for the year: ${yuan(result.tax)} yuan**${balanceLine(result, "en")}`,
    `1. Income ${incomeParts(result, "en")} = ${yuan(result.income)}`,
    `2. Special additional deductions ${yuan(result.deductions)}${claimed === "" ? "" : ` (${claimed})`}`,
    `3. Taxable ${yuan(result.income)} − basic ${yuan(result.basic)} − social insurance and housing fund` +
      ` ${yuan(result.socialInsurance)} − special ${yuan(result.deductions)}${other}` +
      ` = ${yuan(result.taxable)}`,
    `4. Tax ${yuan(result.taxable)} × ${bracket.ratePercent}%` +
      ` − quick deduction ${yuan(bracket.quickDeduction)}` +
      ` = ${yuan(result.tax)} yuan`,
  ];
}

const INCOME_NAMES: readonly [
  keyof Computation & ("salary" | "labourService" | "manuscript" | "royalties"),
  Words,
][] = [
  ["salary", { zh: "工资", en: "wages" }],
  ["labourService", { zh: "劳务报酬×80%", en: "services × 80%" }],
  ["manuscript", { zh: "稿酬×80%×70%", en: "manuscripts × 80% × 70%" }],
  ["royalties", { zh: "特许权使用费×80%", en: "royalties × 80%" }],
];

function incomeParts(result: Computation, language: Language): string {
  const parts = INCOME_NAMES.filter(([part]) => result[part] > 0);
  return parts.map(([part, name]) => `${name[language]} ${yuan(result[part])}`).join(" + ") || "0.00";
}

function claim({ deduction, months, count, total }: Claimed, language: Language): string {
  const times = deduction.monthly === undefined ? "" : `${yuan(deduction.monthly)}×${count}×${months} = `;
  return `${deduction.name[language]} ${times}${yuan(total)}`;
}

function balanceLine({ balance }: Computation, language: Language): string {
  if (balance === null) return "";
  const [zh, en] = balance < 0 ? ["可退", "refund"] : ["还应补", "still to pay"];
  const sum = yuan(Math.abs(balance));
  return language === "zh" ? `，${zh} **${sum} 元**` : `, ${en} **${sum} yuan**`;
}
