import type { Words } from "../core/language.ts";
import type { Citation } from "../core/reply.ts";
import type { Table } from "../knowledge/packs/table.ts";
import { defineTool } from "./define.ts";
import type { ToolResult } from "./define.ts";
import { EVERYONE } from "./everyone.ts";
import { readBrackets } from "./tax/brackets.ts";
import { computeTax } from "./tax/compute.ts";
import type { Missing } from "./tax/compute.ts";
import { taxInput } from "./tax/input.ts";
import type { TaxInput } from "./tax/input.ts";
import { workingOf } from "./tax/working.ts";

/** The pack's tables: income-tax-brackets.csv and income-tax-deductions.csv. */
export interface TaxTables {
  readonly brackets: Table;
  readonly deductions: Table;
}

const LAW: Words = {
  zh: "中华人民共和国个人所得税法",
  en: "Individual Income Tax Law of the PRC (个人所得税法)",
};
const ARTICLES: Words = {
  zh: "第三条、第六条、第十一条",
  en: "articles 3, 6 and 11 (第三条、第六条、第十一条)",
};
const RATES: Words = { zh: "综合所得税率表", en: "Rates of tax on comprehensive income" };
const DEDUCTIONS: Words = { zh: "专项附加扣除标准", en: "Special additional deductions" };
const NO_INCOME: Words = {
  zh: "不能计算：没有收入数。全年工资、劳务报酬、稿酬、特许权使用费至少要有一项。",
  en:
    "Cannot be computed: no income was given. " +
    "Name wages, service pay, manuscript pay or royalties for the year.",
};
const NO_ROW: Words = {
  zh: "不能计算：扣除表里没有这一项，请拨打 12366。",
  en: "Cannot be computed: the table of deductions lacks this item. Please call 12366.",
};

/**
 * Calculates the yearly income tax on comprehensive income from the pack's tables; every step is shown.
 *
 * A run throws `pack.invalid` when the table of rates contradicts itself.
 */
export const calculateTax = ({ brackets, deductions }: TaxTables) =>
  defineTool({
    name: "calculate_tax",
    description:
      "Calculates individual income tax on a year's wages, service pay, manuscript pay and royalties, with " +
      "every step, and whether more must be paid or comes back. Use it whenever a person asks how much " +
      "income tax; never work it out yourself. Give amounts for the whole year, and list in assumptions " +
      "what the person did not say.",
    roles: EVERYONE,
    input: taxInput,
    async run(input, { language, signal }): Promise<ToolResult> {
      signal.throwIfAborted();
      if (!hasIncome(input)) return { text: NO_INCOME[language], asks: [ASK_INCOME[language]] };
      const result = computeTax(input, readBrackets(brackets), deductions);
      if (!result) return { text: NO_ROW[language] };
      if ("missing" in result) return askAmount(result, language);
      const text = workingOf(result, input.assumptions ?? [], language).join("\n");
      const used = input.deductions?.length ? [tableCitation(deductions, DEDUCTIONS[language])] : [];
      return {
        text,
        plain: text,
        citations: [
          { title: LAW[language], source: `《${LAW.zh}》${ARTICLES.zh}`, article: ARTICLES[language] },
          tableCitation(brackets, RATES[language]),
          ...used,
        ],
      };
    },
  });

const ASK_INCOME: Words = {
  zh: "您全年（或者每月）的收入是多少？",
  en: "What is your income for the year, or for a month?",
};

const hasIncome = ({ salary, labourService, manuscript, royalties }: TaxInput): boolean =>
  [salary, labourService, manuscript, royalties].some((amount) => amount !== undefined && amount > 0);

function askAmount({ missing }: Missing, language: "zh" | "en"): ToolResult {
  const name = missing.name[language];
  const ask = {
    zh: `${name}全年可以扣多少元？（${missing.note.zh}）`,
    en: `How much may be deducted for the year: ${name}? (${missing.note.en})`,
  };
  return { text: `${ask[language]}`, asks: [ask[language]] };
}

function tableCitation({ source, checkedOn }: Table, title: string): Citation {
  return { title, source, ...(checkedOn === undefined ? {} : { checkedOn }) };
}
